import { describe, expect, it } from 'vitest';
import { wordingFaults } from '#backend/delivery/wording/check.ts';
import { DEFAULT_WORDING, toClient, toStaff } from '#backend/delivery/wording/compose.ts';
import { CLIENT_TEXTS, STAFF_TEXTS } from '#backend/delivery/wording/defaults.ts';
import { tellingWordOfName } from '#backend/delivery/wording/telling-words.ts';
import { Channel, ClientLanguage } from '#shared/contracts/contact.ts';
import { LONGEST_TEXT, type OwnMessageText, WordedPurpose } from '#shared/contracts/wording.ts';

const LINK = `https://throughline.your-practice.example/m/${'x'.repeat(43)}`;
const FILLING = { link: LINK, practiceName: 'Cedar Practice' };
const EVERY = WordedPurpose.options.flatMap((purpose) =>
  ClientLanguage.options.flatMap((language) =>
    Channel.options.map((way) => ({ purpose, language, way })),
  ),
);

/** Own words that can be used, with something changed. */
const own = (over: Partial<OwnMessageText> = {}): OwnMessageText => ({
  purpose: 'checkIn',
  language: 'english',
  way: 'email',
  subject: 'Two minutes',
  body: 'Please: {link}',
  ...over,
});

describe.each(EVERY)('Throughline’s words: $purpose, $language, $way', (which) => {
  const text = CLIENT_TEXTS[which.purpose][which.language][which.way];

  it('keep the limits that a practice’s own words keep', () => {
    expect(wordingFaults({ ...which, ...text })).toEqual([]);
  });

  it('carry the link once, and leave no placeholder', () => {
    const { body } = toClient(DEFAULT_WORDING, which, FILLING);
    expect(body.split(LINK)).toHaveLength(2);
    expect(body).not.toMatch(/[{}]/);
    expect(body).not.toContain('Cedar Practice');
  });

  it('fit two parts of a text message with the link', () => {
    const { body } = toClient(DEFAULT_WORDING, which, FILLING);
    if (which.way === 'text') expect(body.length).toBeLessThanOrEqual(306);
  });
});

it.each(['alert', 'answer'] as const)(
  'tell staff that something waits, and no more: %s',
  (purpose) => {
    for (const way of Channel.options) {
      expect(wordingFaults({ ...own({ way }), ...STAFF_TEXTS[purpose][way] })).toEqual([]);
      expect(toStaff(purpose, way, LINK).body).toContain(LINK);
    }
  },
);

describe('a practice’s own words', () => {
  it('take the place of Throughline’s, for that message alone', () => {
    const wording = { version: 1, namesPractice: true, texts: [own()] };
    expect(toClient(wording, own(), FILLING)).toEqual({
      subject: 'Two minutes',
      body: `Please: ${LINK}\n\nCedar Practice`,
    });
    const other = toClient(wording, own({ language: 'spanish' }), FILLING);
    expect(other.subject).toBe(CLIENT_TEXTS.checkIn.spanish.email.subject);
  });

  it('leave out a name that tells', () => {
    const wording = { version: 1, namesPractice: true, texts: [] };
    const filling = { ...FILLING, practiceName: 'Riverside Couples Therapy' };
    for (const way of Channel.options) {
      expect(toClient(wording, own({ way }), filling).body).not.toContain('Riverside');
    }
  });

  it('can’t be bent by what is put in', () => {
    const wording = { version: 1, namesPractice: false, texts: [own({ body: "$& $' {link}" })] };
    expect(toClient(wording, own(), FILLING).body).toBe(`$& $' ${LINK}`);
  });

  it.each([
    ['linkMissing', { body: 'Please answer.' }],
    ['linkTwice', { body: '{link} {link}' }],
    ['otherPlaceholder', { body: 'Dear {name}, {link}' }],
    ['otherAddress', { body: 'See www.elsewhere.example or {link}' }],
    ['otherAddress', { body: 'javascript://x {link}' }],
    ['hiddenCharacters', { body: 'Please\u202e: {link}' }],
    ['hiddenCharacters', { body: 'Please\u200b: {link}' }],
    ['subjectMissing', { subject: null }],
    ['subjectTooMuch', { subject: 'One\r\nBcc: everybody@example.test' }],
    ['subjectTooMuch', { way: 'text', subject: 'A subject' }],
    ['tooLong', { way: 'text', subject: null, body: `${'x'.repeat(LONGEST_TEXT)} {link}` }],
    ['health', { body: 'Your depression check: {link}' }],
    ['health', { body: 'Su cuestionario de ánimo: {link}' }],
    ['health', { subject: 'From your THERAPIST' }],
    ['health', { body: 'Your PHQ-9: {link}' }],
    ['health', { body: 'ＴＨＥＲＡＰＹ: {link}' }],
    ['health', { body: 'Couples check-in: {link}' }],
    ['health', { body: 'For your relapse plan: {link}' }],
    ['health', { body: 'Your recovery this week: {link}' }],
    ['health', { body: 'Your OCD form: {link}' }],
    ['health', { body: 'Your behavior this week: {link}' }],
    ['health', { body: 'Su plan tras la recaída: {link}' }],
  ] as const)('are refused: %s, %o', (fault, over) => {
    expect(wordingFaults(own(over)).map((one) => one.fault)).toContain(fault);
  });

  it.each([
    'It takes a couple of minutes, in the middle of your week: {link}',
    'Perhaps it is familiar. Please don’t pass it on, also not to family: {link}',
    'A link that you lose can’t be recovered, so keep this e-mail: {link}',
    'Es la sexta semana; le tomará un par de minutos: {link}',
  ])('may say ordinary things: %s', (body) => {
    expect(wordingFaults(own({ body }))).toEqual([]);
  });
});

describe('the name of a practice', () => {
  it.each([
    'Riverside Recovery Center',
    'Marriage and Family Institute',
    'Couple and Family Center',
    'Elm Street Family Center',
    'OCD Center',
    'Eating Recovery',
    'Sober Living',
    'Rehab Partners',
    'Behavioral Associates',
    'Autism Center',
    'Neuropsych Associates',
    'Psych Partners',
    'Sex and Intimacy Center',
    'Hypnosis Studio',
    'Detox House',
    'Healing Path',
    'Centro Matrimonial y Familiar',
    'Instituto de Conducta',
    'Centro de Recuperación',
  ])('tells: %s', (name) => {
    expect(tellingWordOfName(name)).not.toBeNull();
  });

  it.each([
    'Cedar Practice',
    'Elm Street Associates',
    'Essex and Sussex Partners',
    'North Shore Group, LLC',
    'Dr. Ines Marric',
    'Grupo del Río',
  ])('does not tell: %s', (name) => {
    expect(tellingWordOfName(name)).toBeNull();
  });
});
