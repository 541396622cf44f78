import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import type { WorkerReply } from '#extension/messages/worker.ts';
import { createEarlierTexts } from '#extension/panel/note/earlier-texts.ts';
import type { Screen } from '#extension/panel/state/screen.ts';
import type { Done, Insertion } from '#extension/panel/update/insertion.ts';
import type { EarlierInsertion } from '#shared/contracts/overlay-procedures.ts';
import { RecordInsertionInput } from '#shared/contracts/procedures.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { settled } from '#test/support/outbox-worker.ts';
import { clientScreen, readingOf, VERIFIED_AT } from '#test/support/panel-scene.ts';
import { earlierText, TUESDAY_LINE } from './note-scene.ts';

type Reply = WorkerReply<readonly EarlierInsertion[]>;
const MARKED = clientScreen(readingOf({ ownMarks: [{ fieldKey: 'f1', line: TUESDAY_LINE }] }));
const KNOWN: Reply = { ok: true, value: [earlierText()] };
const REFUSED: Reply = { ok: false, reason: 'unreachable', message: '' };

/** The register's answers are given by hand. */
function scene(first: Screen = MARKED) {
  const asked: { readonly input: unknown; readonly answer: (reply: Reply) => void }[] = [];
  const screen = signal<Screen>(first);
  const ask = ((_call: string, input: unknown) =>
    new Promise<Reply>((answer) => asked.push({ input, answer }))) as AskWorker;
  const insertion = signal<Insertion>({ phase: 'none' });
  const earlier = createEarlierTexts(ask, screen, insertion);
  const answer = async (place: number, reply: Reply) => {
    asked[place]?.answer(reply);
    await settled();
  };
  return { earlier, screen, insertion, asked, answer };
}

function doneWith(undo: Done['undo']): Done {
  const { insertedAt: _at, outcome: _outcome, ...text } = earlierText();
  const record = RecordInsertionInput.parse({
    ...text,
    clientId: inventedId(2),
    ehr: 'simplepractice',
    recordId: 'abc123',
    outcome: { status: 'exact' },
  });
  return { phase: 'done', record, at: VERIFIED_AT, recording: 'saved', undo };
}

describe('the register', () => {
  it('is not asked while no text of ours is in the note', () => {
    const { earlier, asked } = scene(clientScreen());
    expect(asked).toEqual([]);
    expect(earlier.value).toEqual({ is: 'notAsked' });
  });

  it('is asked once for the client and the EHR of the page', async () => {
    const { earlier, screen, asked, answer } = scene();
    screen.value = { ...MARKED };
    expect(asked.map(({ input }) => input)).toEqual([
      { clientId: inventedId(2), ehr: 'simplepractice' },
    ]);
    expect(earlier.value).toMatchObject({ is: 'asking' });
    await answer(0, KNOWN);
    expect(earlier.value).toMatchObject({ is: 'known', texts: [{ insertionId: inventedId(80) }] });
  });

  it('is believed only for the note it was asked about', async () => {
    const { earlier, screen, answer } = scene();
    screen.value = { kind: 'loading' };
    await answer(0, KNOWN);
    expect(earlier.value).toEqual({ is: 'notAsked' });
  });

  it('is asked again with the next brief after it could not be', async () => {
    const { earlier, screen, asked, answer } = scene();
    await answer(0, REFUSED);
    expect(earlier.value).toMatchObject({ is: 'failed' });
    screen.value = { ...MARKED };
    expect(asked).toHaveLength(1);
    const facts = inventedFacts({ lines: [], asOf: '2026-11-21T00:58:40.000Z' });
    screen.value = { ...MARKED, facts };
    expect(asked).toHaveLength(2);
  });

  it('is asked again when it was told of an insertion, and when it was told that it was undone', async () => {
    const { insertion, asked, answer } = scene();
    await answer(0, KNOWN);
    const done = doneWith({ phase: 'notAsked' });
    insertion.value = { ...done, recording: 'saving' };
    expect(asked).toHaveLength(1);
    insertion.value = done;
    expect(asked).toHaveLength(2);
    const undone = { phase: 'done', outcome: { status: 'restored' } } as const;
    insertion.value = doneWith({ ...undone, recording: 'saving' });
    expect(asked).toHaveLength(2);
    insertion.value = doneWith({ ...undone, recording: 'saved' });
    expect(asked).toHaveLength(3);
  });
});
