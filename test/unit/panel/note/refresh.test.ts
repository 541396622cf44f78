import { describe, expect, it } from 'vitest';
import { newerResultCount } from '#extension/panel/note/newer-results.ts';
import { copiedAlong, standsHere } from '#extension/panel/note/own-block-words.ts';
import { type KnownBlock, refreshOf, sentencesGone } from '#extension/panel/note/refresh.ts';
import { attemptOf, planOf } from '#extension/panel/update/plan.ts';
import { briefFor, interpret } from '#shared/brief/interpret.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { InsertionId } from '#shared/contracts/ids.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { clientScreen, readingOf } from '#test/support/panel-scene.ts';
import { earlierText, FRIDAY, SOAP_FIELDS, TUESDAY, TUESDAY_LINE } from './note-scene.ts';

const ID = InsertionId.parse(inventedId(91));

function block(text = earlierText(), part: Partial<KnownBlock> = {}): KnownBlock {
  return { is: 'here', mark: { fieldKey: 'f1', line: TUESDAY_LINE }, text, ...part };
}

/** A refresh that is possible. */
function possible(refresh: ReturnType<typeof refreshOf>) {
  if (refresh.is !== 'possible') throw new Error(`not possible: ${refresh.is}`);
  return refresh.request;
}

describe('a refresh', () => {
  it('puts what the same request gives now in the place of the text word for word', () => {
    const text = earlierText();
    const request = possible(refreshOf(clientScreen(readingOf(), FRIDAY), block(text)));
    const now = compose(interpret(FRIDAY), chartRequest('narrative')).text;
    expect(planOf(request, ID).parts).toEqual([
      { fieldKey: 'f1', label: 'Subjective', text: now, replaces: text.parts[0]?.text },
    ]);
    expect(attemptOf(request, ID)).toMatchObject({
      replaces: text.insertionId,
      appointmentOn: '2026-11-20',
      parts: [{ label: 'Subjective', text: now }],
    });
  });

  it('tells what the former told, although it was looked at since', () => {
    const looked = { ...FRIDAY, lastLookedAt: TUESDAY.asOf };
    const { update } = possible(refreshOf(clientScreen(readingOf(), looked), block()));
    expect(update.text).toBe(compose(interpret(FRIDAY), chartRequest('narrative')).text);
    expect(update.text).not.toBe(compose(interpret(looked), chartRequest('narrative')).text);
  });

  it('goes field by field, leaves alone what says the same, and records it all', () => {
    const text = earlierText({}, chartRequest('soap'));
    const screen = clientScreen(readingOf({ fields: SOAP_FIELDS }), FRIDAY);
    const request = possible(
      refreshOf(screen, block(text, { mark: { fieldKey: 'f4', line: TUESDAY_LINE } })),
    );
    const { parts } = planOf(request, ID);
    expect(request.parts.map(({ field }) => field.key)).toEqual(['f1', 'f2', 'f3', 'f4']);
    expect(parts.every(({ text: now, replaces }) => now !== replaces)).toBe(true);
    expect(parts.length).toBeGreaterThan(1);
    expect(attemptOf(request, ID).parts).toHaveLength(4);
  });

  it('is not offered while the same request says the same', () => {
    const later = { ...TUESDAY, asOf: FRIDAY.asOf };
    expect(refreshOf(clientScreen(readingOf(), later), block())).toEqual({ is: 'nothingNewer' });
  });

  it.each([
    ['a field is missing', SOAP_FIELDS.slice(1)],
    ['a field is there twice', [...SOAP_FIELDS, { ...SOAP_FIELDS[0], key: 'f9' }]],
    ['the field with the mark can’t be written into', SOAP_FIELDS.slice(0, 3)],
  ])('is not possible when %s', (_what, fields) => {
    const text = earlierText({}, chartRequest('soap'));
    const mark = { fieldKey: 'f4', line: TUESDAY_LINE };
    const screen = clientScreen(readingOf({ fields }), FRIDAY);
    expect(refreshOf(screen, block(text, { mark }))).toEqual({ is: 'partsDiffer' });
  });

  it('of a text that was copied along replaces nothing on record: that stands in its own note', () => {
    const screen = clientScreen(readingOf(), FRIDAY);
    const request = possible(refreshOf(screen, block(earlierText(), { is: 'copiedAlong' })));
    expect(attemptOf(request, ID).replaces).toBeNull();
    expect(planOf(request, ID).parts[0]?.replaces).toContain(TUESDAY_LINE);
  });

  it.each([
    ['as of this note’s session', { id: '80', date: '2026-11-18' }, '2026-11-18'],
    ['as of now where the page names no day', null, null],
  ])('of a text that was copied along is %s', (_what, appointment, sessionOn) => {
    const former = { ...chartRequest('narrative'), sessionOn: CalendarDate.parse('2026-11-04') };
    const screen = clientScreen(readingOf({ appointment }), FRIDAY);
    const text = earlierText({ appointmentOn: '2026-11-04', request: former });
    const { request, update } = possible(refreshOf(screen, block(text, { is: 'copiedAlong' })));
    expect(request).toEqual({ ...former, sessionOn });
    const day = sessionOn === null ? null : CalendarDate.parse(sessionOn);
    const told = day === null ? interpret(FRIDAY) : briefFor(FRIDAY, day);
    expect(update.text).toBe(compose(told, request).text);
  });

  it('of a text that was copied along is possible although nothing is newer', () => {
    const later = { ...TUESDAY, asOf: FRIDAY.asOf };
    const screen = clientScreen(readingOf({ appointment: null }), later);
    expect(refreshOf(screen, block(earlierText(), { is: 'copiedAlong' })).is).toBe('possible');
  });

  it('says which sentences go', () => {
    expect(sentencesGone('One of 11/27. Two stays.\nThree.', 'One of 14/27. Two stays.')).toEqual([
      'One of 11/27.',
      'Three.',
    ]);
  });
});

describe('how old a text is', () => {
  const from = { timeZone: FRIDAY.timeZone, today: CalendarDate.parse('2026-11-20') };

  it('is said with how many results are newer', () => {
    expect(newerResultCount(FRIDAY, TUESDAY.asOf)).toBe(1);
    expect(standsHere(earlierText(), 1, from)).toBe(
      'In this note since 17 Nov, 5:04 pm; 1 result is newer.',
    );
    expect(standsHere(earlierText(), 3, from)).toContain('3 results are newer');
    expect(newerResultCount(FRIDAY, FRIDAY.asOf)).toBe(0);
    expect(standsHere(earlierText(), 0, from)).toContain('no result is newer');
  });

  it('is said with the session that it was copied from', () => {
    const text = earlierText({ appointmentOn: '2026-11-04' });
    expect(copiedAlong(text, from)).toBe(
      'This text is from the note of 4 Nov; it was copied along.',
    );
    expect(copiedAlong(earlierText({ appointmentOn: null }), from)).toContain('of 17 Nov;');
  });
});
