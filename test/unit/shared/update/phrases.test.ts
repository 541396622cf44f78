import { describe, expect, it } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { PhraseTemplate } from '#shared/contracts/phrase-template.ts';
import type { UpdateRequest } from '#shared/contracts/update.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { compose } from '#shared/update/compose.ts';
import { checkPhrase } from '#shared/update/phrases/check.ts';
import { chartRequest } from '#shared/update/request.ts';
import { phq } from '../a-brief.ts';
import { IMPROVING, toldFacts } from './stories.ts';

/** A phrase of the practice for the narrative, once a measure unless told otherwise. */
function phrase(text: string, other: Partial<PhraseTemplate> = {}): PhraseTemplate {
  return {
    id: 'one',
    name: 'Ours',
    text,
    per: 'measure',
    language: 'en',
    shapes: ['narrative'],
    section: 'whole',
    ...other,
  };
}

/** The narrative of a client with a practice's phrases. */
function withPhrases(
  facts: BriefFacts,
  phrases: readonly PhraseTemplate[],
  asked: Partial<UpdateRequest> = {},
): string {
  const request = { ...chartRequest('narrative'), ...asked };
  return compose(interpret(facts), request, phrases).text;
}

describe('a phrase is refused when it is saved', () => {
  it.each([
    ['   ', { reason: 'empty' }],
    ['x'.repeat(601), { reason: 'tooLong', most: 600 }],
    ['{measure} was {score', { reason: 'unbalancedBrace', at: 14 }],
    ['{measure} was score}', { reason: 'unbalancedBrace', at: 19 }],
    ['{{measure}}', { reason: 'unbalancedBrace', at: 0 }],
    ['{measure} was {mood}.', { reason: 'unknownSlot', slot: 'mood' }],
    ['{toString} was {measure}.', { reason: 'unknownSlot', slot: 'toString' }],
    ['The patient scored {score}.', { reason: 'forbidden' }],
    ['No suicide risk on {date}.', { reason: 'forbidden' }],
    ['He said "no risk" on {date}.', { reason: 'forbidden' }],
    ['No {openAlerts} alerts on {asOf}.', { reason: 'forbidden' }],
    ['There was no {measure} risk.', { reason: 'forbidden' }],
    ['- {measure} {score}', { reason: 'markup' }],
    ['{measure} **{score}**', { reason: 'markup' }],
    ['{measure} <b>{score}</b>', { reason: 'markup' }],
    ['{measure} was 12 on {date}.', { reason: 'number', number: '12' }],
    ['{measure} was ½ on {date}.', { reason: 'number' }],
    ['Twelve sessions done.', { reason: 'number', number: 'Twelve' }],
    ['{measure} fell for two weeks.', { reason: 'number', number: 'two' }],
    ['Twenty-one days on.', { reason: 'number', number: 'Twenty' }],
    ['One in a hundred.', { reason: 'number', number: 'hundred' }],
    ['Bipolar features on {date}.', { reason: 'forbidden' }],
    ['Borderline traits, {measure} {score}.', { reason: 'forbidden' }],
    ['ADHD was looked at with {measure}.', { reason: 'forbidden' }],
  ])('%j', (text, refusal) => {
    expect(checkPhrase(phrase(text))).toMatchObject({ ok: false, refusal });
  });

  it('when its section is in none of its shapes', () => {
    expect(
      checkPhrase(phrase('{measure}', { section: 'plan', shapes: ['soap', 'narrative'] })),
    ).toMatchObject({ refusal: { reason: 'sectionNotInShape', shape: 'narrative' } });
  });

  it('when it asks for a measure in a phrase for the whole text', () => {
    expect(checkPhrase(phrase('{measure} was asked.', { per: 'update' }))).toMatchObject({
      refusal: { reason: 'unknownSlot', slot: 'measure' },
    });
  });

  it('when it says in Spanish what may not be said in Spanish', () => {
    const spanish = phrase('Paciente sin riesgo el {date}.', { language: 'es' });
    expect(checkPhrase(spanish)).toMatchObject({ refusal: { reason: 'forbidden' } });
    expect(checkPhrase(phrase('Persona tranquila el {date}.', { language: 'es' })).ok).toBe(true);
  });

  it.each(['Doce', 'Veintidós', 'Treinta', 'Doscientas', 'Mil'])(
    'when it says a number in Spanish words: %s',
    (number) => {
      const spanish = phrase(`${number} sesiones hechas.`, { language: 'es' });
      expect(checkPhrase(spanish)).toMatchObject({ refusal: { reason: 'number', number } });
    },
  );
});

describe('a phrase is accepted', () => {
  it.each([
    '{measure} was {score} on {date}.',
    'We looked at the PHQ-9 together; it read {score}.',
    'Reviewed with the client',
    'Someone weighted it once; often one of the {measure} answers was attended to.',
    'The Adult ADHD Self-Report Scale (ASRS v1.1) stood beside {measure}.',
    'The UCLA Loneliness Scale, three items, stood beside the UCLA Loneliness Scale.',
    '{measure} was in the borderline range.',
  ])('%j', (text) => {
    expect(checkPhrase(phrase(text)).ok).toBe(true);
    expect(PhraseTemplate.safeParse(phrase(text)).success).toBe(true);
  });
});

describe('a phrase in a text', () => {
  it('stands once for each measure, before the provenance, with its slots filled', () => {
    const text = withPhrases(IMPROVING, [phrase('{measure} read {score} ({range}) on {date}')]);
    expect(text).toContain(
      'PHQ-9 read 11 (moderate range) on 19 Nov. GAD-7 read 9 (mild range) on 19 Nov. ',
    );
    expect(text).toMatch(/GAD-7 read 9 [^.]*\. Throughline, as of [^.]*\.$/);
  });

  it('stands once for the whole text', () => {
    const text = withPhrases(IMPROVING, [
      phrase('{completed} of {sent} came back.', { per: 'update' }),
    ]);
    expect(text).toContain('1 of 2 came back. Throughline');
  });

  it('loses the sentence of a slot without a value, and no other', () => {
    const first = toldFacts(['2026-11-20', '09:00'], [phq(phq9, '2026-11-19', 12, 0)]);
    const text = withPhrases(first, [
      phrase('{measure} was {previous} before. It is {score} now. {missed} were missed.'),
    ]);
    expect(text).toContain('It is 12 now. Throughline');
    expect(text).not.toMatch(/before|were missed|\{/);
  });

  it('that was saved before a word became forbidden is left out', () => {
    const old = phrase('The patient was seen. {measure} was answered.');
    const text = withPhrases(IMPROVING, [old]);
    expect(text).not.toContain('patient');
    expect(text).toContain('PHQ-9 was answered.');
  });

  it('keeps to its language, its shape and its readers', () => {
    const own = phrase('Ours, {measure}.');
    expect(withPhrases(IMPROVING, [own])).toContain('Ours, PHQ-9.');
    expect(withPhrases(IMPROVING, [own], { language: 'es' })).not.toContain('Ours');
    expect(withPhrases(IMPROVING, [own], { shape: 'soap' })).not.toContain('Ours');
    expect(withPhrases(IMPROVING, [own], { audience: 'clientLetter' })).not.toContain('Ours');
  });

  it('goes to its own field', () => {
    const own = phrase('Talked about {measure}.', { shapes: ['soap'], section: 'plan' });
    const { sections } = compose(interpret(IMPROVING), chartRequest('soap'), [own]);
    expect(sections.at(-1)?.text).toContain('Talked about PHQ-9. Talked about GAD-7.');
    expect(sections[0]?.text).not.toContain('Talked');
  });
});
