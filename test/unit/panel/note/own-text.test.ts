import { describe, expect, it } from 'vitest';
import { ownTextIn } from '#extension/panel/note/own-text.ts';
import { repeatBlockOf } from '#extension/panel/note/repeat.ts';
import type { Insertion } from '#extension/panel/update/insertion.ts';
import { RecordInsertionInput } from '#shared/contracts/procedures.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { readingOf, VERIFIED_AT } from '#test/support/panel-scene.ts';
import { earlierText, TUESDAY_LINE } from './note-scene.ts';

const MARK = { fieldKey: 'f1', line: TUESDAY_LINE };
const NOTHING: Insertion = { phase: 'none' };
const known = (...texts: ReturnType<typeof earlierText>[]) =>
  ({ is: 'known', key: 'k', texts }) as const;
const marked = (part: Record<string, unknown> = {}) => readingOf({ ownMarks: [MARK], ...part });
const OTHER_TEXT = { text: 'Another text. Throughline, as of 20 Nov 2026, 6:58 pm.' };

describe('a text of ours in the note', () => {
  it('is none where the page shows none, whatever the register holds', () => {
    expect(ownTextIn(readingOf(), known(earlierText()), NOTHING)).toEqual({ is: 'none' });
  });

  it('is recognised by its closing line, and refuses a second one for its session', () => {
    const ownText = ownTextIn(marked(), known(earlierText()), NOTHING);
    expect(ownText).toMatchObject({
      is: 'recognised',
      blocks: [{ is: 'here', text: { insertionId: inventedId(80) } }],
    });
    expect(repeatBlockOf(ownText, OTHER_TEXT)).toBe('alreadyInNote');
  });

  it.each([
    ['hard spaces', 'Throughline, as\u{A0}of 17 Nov 2026, 5:04\u{202F}pm.'],
    ['no period at its end', 'Throughline, as of 17 Nov 2026, 5:04 pm'],
  ])('is recognised with %s', (_how, line) => {
    const reading = readingOf({ ownMarks: [{ fieldKey: 'f1', line }] });
    expect(ownTextIn(reading, known(earlierText()), NOTHING)).toMatchObject({
      blocks: [{ is: 'here' }],
    });
  });

  it.each([
    ['by id', { appointmentId: '60', appointmentOn: '2026-11-20' }],
    ['by day, where notes have no id', { appointmentId: null, appointmentOn: '2026-11-04' }],
  ])('that is of another session, %s, was copied along and refuses nothing', (_how, of) => {
    const ownText = ownTextIn(marked(), known(earlierText(of)), NOTHING);
    expect(ownText).toMatchObject({ blocks: [{ is: 'copiedAlong' }] });
    expect(repeatBlockOf(ownText, OTHER_TEXT)).toBeNull();
  });

  it('is taken for this session’s where it is not known to be of another', () => {
    const text = earlierText({ appointmentId: null, appointmentOn: null });
    expect(ownTextIn(marked(), known(text), NOTHING)).toMatchObject({ blocks: [{ is: 'here' }] });
    const nameless = marked({ appointment: null });
    expect(ownTextIn(nameless, known(earlierText()), NOTHING)).toMatchObject({
      blocks: [{ is: 'here' }],
    });
  });

  it('of one minute with another is this session’s, if one of them is', () => {
    const other = earlierText({ insertionId: inventedId(81), appointmentId: '60' });
    expect(ownTextIn(marked(), known(other, earlierText()), NOTHING)).toMatchObject({
      blocks: [{ is: 'here', text: { insertionId: inventedId(80) } }],
    });
  });

  it('that nobody knows is said to be unknown, and refuses only itself', () => {
    const ownText = ownTextIn(marked(), known(), NOTHING);
    expect(ownText).toEqual({ is: 'recognised', blocks: [{ is: 'unknown', mark: MARK }] });
    expect(repeatBlockOf(ownText, OTHER_TEXT)).toBeNull();
    expect(repeatBlockOf(ownText, { text: `A pasted text. ${TUESDAY_LINE}` })).toBe(
      'alreadyInNote',
    );
  });

  it.each([
    ['is being looked up', { is: 'asking', key: 'k' }, 'lookingUp'],
    ['could not be looked up', { is: 'failed', key: 'k', asOf: '' }, 'notLookedUp'],
  ] as const)('that %s holds inserting up', (_what, earlier, block) => {
    expect(repeatBlockOf(ownTextIn(marked(), earlier, NOTHING), OTHER_TEXT)).toBe(block);
  });
});

describe('a text that was inserted just now', () => {
  const { insertedAt: _at, outcome: _outcome, ...text } = earlierText();
  const record = RecordInsertionInput.parse({
    ...text,
    clientId: inventedId(2),
    ehr: 'simplepractice',
    recordId: 'abc123',
    outcome: { status: 'unconfirmed', reason: 'pageUnreachable' },
  });
  const done = (undo: Extract<Insertion, { phase: 'done' }>['undo']): Insertion => ({
    phase: 'done',
    record,
    at: VERIFIED_AT,
    recording: 'saving',
    undo,
  });

  it('is known before the register tells of it', () => {
    const ownText = ownTextIn(marked(), { is: 'asking', key: 'k' }, done({ phase: 'notAsked' }));
    expect(ownText).toMatchObject({ blocks: [{ is: 'here' }] });
  });

  it('is not when it was taken back', () => {
    const undone = { status: 'restored' } as const;
    const back = done({ phase: 'done', outcome: undone, recording: 'saved' });
    expect(ownTextIn(marked(), known(), back)).toMatchObject({ blocks: [{ is: 'unknown' }] });
  });

  it('makes room for the one before of the same minute when it was taken back', () => {
    const former = earlierText({ insertionId: inventedId(81) });
    const undone = { status: 'restored' } as const;
    const back = done({ phase: 'done', outcome: undone, recording: 'saving' });
    expect(ownTextIn(marked(), known(earlierText(), former), back)).toMatchObject({
      blocks: [{ is: 'here', text: { insertionId: inventedId(81) } }],
    });
  });
});
