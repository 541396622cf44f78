import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import type { PanelToPage } from '#extension/messages/page.ts';
import type { Screen } from '#extension/panel/state/screen.ts';
import { createInserter } from '#extension/panel/update/inserter.ts';
import { insertionFor, isInserted } from '#extension/panel/update/insertion.ts';
import type { InsertRequest } from '#extension/panel/update/plan.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { ClientId, InsertionId } from '#shared/contracts/ids.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { clientScreen, noteField, readingOf, VERIFIED_AT } from '#test/support/panel-scene.ts';

const ID = InsertionId.parse(inventedId(90));
const SCREEN = clientScreen();
const UPDATE = compose(interpret(SCREEN.facts), chartRequest('narrative'));
const REQUEST: InsertRequest = {
  screen: SCREEN,
  update: UPDATE,
  parts: [{ field: noteField(), text: UPDATE.text }],
};
const AGING = { ...SCREEN, freshness: { is: 'aging', verifiedAt: VERIFIED_AT } } as const;

interface Scene {
  /** What the server's fresh answer makes of the screen; none: it stays as it is. */
  readonly afterVerify?: Screen;
  readonly present?: Screen;
  readonly reachable?: boolean;
}

function scene({ afterVerify, present = SCREEN, reachable = true }: Scene = {}) {
  const sent: PanelToPage[] = [];
  const recorded: unknown[] = [];
  const timers: { readonly run: () => void; readonly ms: number }[] = [];
  const register = { takes: true, refuses: '' };
  const verified: true[] = [];
  let screen = present;
  const ask = (async (call: string, input: unknown) => {
    if (register.refuses === call) return { ok: false, reason: 'refused', message: '' };
    if (register.takes) recorded.push([call, input]);
    return register.takes
      ? { ok: true, value: null }
      : { ok: false, reason: 'unreachable', message: '' };
  }) as AskWorker;
  const inserter = createInserter({
    ask,
    send(message) {
      if (reachable) sent.push(message);
      return reachable;
    },
    screen: () => screen,
    async verify() {
      verified.push(true);
      screen = afterVerify ?? screen;
    },
    newId: () => ID,
    now: () => new Date(VERIFIED_AT),
    setTimeout: (run, ms) => timers.push({ run, ms }),
  });
  const timeOut = (after: number) =>
    timers.filter(({ ms }) => ms === after).forEach(({ run }) => run());
  return { inserter, sent, recorded, register, verified, timeOut };
}

/** One turn of the event loop: every answer that is already there has been taken in. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('Insert', () => {
  it('sends exactly what was read, with all that must still hold', async () => {
    const { inserter, sent } = scene();
    await inserter.insert(REQUEST);
    expect(sent).toEqual([
      {
        type: 'insert',
        plan: {
          insertionId: ID,
          expected: {
            ehr: 'simplepractice',
            navigation: 3,
            recordId: 'abc123',
            name: 'Jordan Avery',
            birthDate: '1991-03-14',
            appointmentId: '77',
          },
          parts: [{ fieldKey: 'f1', label: 'Subjective', text: UPDATE.text }],
        },
      },
    ]);
  });

  it('claims what the page reported, and records it', async () => {
    const { inserter, recorded } = scene();
    await inserter.insert(REQUEST);
    expect(inserter.insertion.value.phase).toBe('writing');
    expect(recorded).toEqual([]);
    inserter.onInserted(ID, { status: 'changed', detail: 'altered' });
    await settled();
    expect(inserter.insertion.value).toMatchObject({
      phase: 'done',
      recording: 'saved',
      record: { outcome: { status: 'changed', detail: 'altered' } },
    });
    expect(recorded).toMatchObject([
      ['insertions.record', { insertionId: ID, briefAsOf: UPDATE.asOf, recordId: 'abc123' }],
    ]);
  });

  it('asks the server first when the last answer is older than a minute', async () => {
    const { inserter, sent, verified } = scene({ present: AGING, afterVerify: SCREEN });
    await inserter.insert({ ...REQUEST, screen: AGING });
    expect(verified).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  it.each<[string, Screen, string]>([
    ['the server can’t confirm who it is', AGING, 'notVerified'],
    ['the page signed out', { kind: 'signedOut' }, 'notVerified'],
    ['the link was taken back', { kind: 'unlinked', query: SCREEN.query }, 'notVerified'],
    ['the page is changing', { kind: 'settling' }, 'clientChanged'],
    ['the page went on', clientScreen(readingOf({ navigation: 4 })), 'clientChanged'],
    [
      'the client is another one',
      clientScreen(
        readingOf(),
        inventedFacts({ client: { clientId: inventedId(3) as never }, lines: [] }),
      ),
      'clientChanged',
    ],
  ])('sends nothing when %s', async (_what, afterVerify, because) => {
    const { inserter, sent, recorded } = scene({ present: AGING, afterVerify });
    await inserter.insert({ ...REQUEST, screen: AGING });
    expect(inserter.insertion.value).toEqual({ phase: 'heldBack', because });
    expect(sent).toEqual([]);
    expect(recorded).toEqual([]);
  });

  it('says that there is no contact with the page', async () => {
    const { inserter } = scene({ reachable: false });
    await inserter.insert(REQUEST);
    expect(inserter.insertion.value).toEqual({ phase: 'heldBack', because: 'pageLost' });
  });

  it('is one at a time', async () => {
    const { inserter, sent } = scene();
    await Promise.all([inserter.insert(REQUEST), inserter.insert(REQUEST)]);
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['does not answer', ({ timeOut }: ReturnType<typeof scene>) => timeOut(15_000)],
    ['goes on', ({ inserter }: ReturnType<typeof scene>) => inserter.onPageChanged()],
  ])('claims neither way when the page %s, and believes its late word', async (_what, silence) => {
    const made = scene();
    const { inserter, recorded } = made;
    await inserter.insert(REQUEST);
    silence(made);
    await settled();
    expect(inserter.insertion.value).toMatchObject({
      record: { outcome: { status: 'unconfirmed', reason: 'pageUnreachable' } },
    });
    expect(isInserted(inserter.insertion.value)).toBe(false);
    expect(recorded).toEqual([]);
    inserter.onInserted(ID, { status: 'exact' });
    await settled();
    expect(inserter.insertion.value).toMatchObject({ record: { outcome: { status: 'exact' } } });
    made.timeOut(60_000);
    await settled();
    expect(recorded).toMatchObject([['insertions.record', { outcome: { status: 'exact' } }]]);
  });

  it('records after a minute that nobody knows, once, and still corrects the receipt', async () => {
    const { inserter, recorded, timeOut } = scene();
    await inserter.insert(REQUEST);
    timeOut(15_000);
    timeOut(60_000);
    await settled();
    inserter.onInserted(ID, { status: 'exact' });
    await settled();
    expect(recorded).toMatchObject([['insertions.record', { outcome: { status: 'unconfirmed' } }]]);
    expect(inserter.insertion.value).toMatchObject({ record: { outcome: { status: 'exact' } } });
  });

  it('keeps its doubt while pages change, for that client alone', async () => {
    const { inserter } = scene();
    await inserter.insert(REQUEST);
    inserter.onPageChanged();
    inserter.onPageChanged();
    const { value } = inserter.insertion;
    expect(insertionFor(value, SCREEN.facts.client.clientId)).toBe(value);
    expect(insertionFor(value, ClientId.parse(inventedId(3)))).toEqual({ phase: 'none' });
  });

  it('believes no answer to another insertion, and no second one', async () => {
    const { inserter } = scene();
    await inserter.insert(REQUEST);
    inserter.onInserted(InsertionId.parse(inventedId(91)), { status: 'exact' });
    expect(inserter.insertion.value.phase).toBe('writing');
    inserter.onInserted(ID, { status: 'notInserted', reason: 'editorRejected' });
    inserter.onInserted(ID, { status: 'exact' });
    expect(inserter.insertion.value).toMatchObject({
      record: { outcome: { status: 'notInserted' } },
    });
  });

  it('leaves no receipt for the next client', async () => {
    const { inserter } = scene();
    await inserter.insert(REQUEST);
    inserter.onInserted(ID, { status: 'exact' });
    inserter.onPageChanged();
    expect(inserter.insertion.value).toEqual({ phase: 'none' });
  });
});

describe('the register', () => {
  it('is told later when it could not be told at once, in order, once each', async () => {
    const { inserter, register, recorded } = scene();
    register.takes = false;
    await inserter.insert(REQUEST);
    inserter.onInserted(ID, { status: 'exact' });
    await settled();
    inserter.undo();
    inserter.onUndone(ID, { status: 'restored' });
    await settled();
    expect(inserter.insertion.value).toMatchObject({ recording: 'failed' });
    expect(inserter.unrecorded.value).toBe(2);
    inserter.onPageChanged();
    register.takes = true;
    await inserter.recordAgain();
    expect(recorded).toMatchObject([
      ['insertions.record', {}],
      ['insertions.recordUndo', {}],
    ]);
    expect(inserter.unrecorded.value).toBe(0);
  });
});

it('sets aside what the register refuses for good, and goes on with the rest', async () => {
  const { inserter, register, recorded } = scene();
  register.refuses = 'insertions.record';
  await inserter.insert(REQUEST);
  inserter.onInserted(ID, { status: 'exact' });
  await settled();
  expect(inserter.insertion.value).toMatchObject({ recording: 'refused' });
  inserter.undo();
  inserter.onUndone(ID, { status: 'restored' });
  await settled();
  expect(recorded).toMatchObject([['insertions.recordUndo', {}]]);
  expect([inserter.refused.value, inserter.unrecorded.value]).toEqual([1, 0]);
});

async function inserted() {
  const made = scene();
  await made.inserter.insert(REQUEST);
  made.inserter.onInserted(ID, { status: 'exact' });
  await settled();
  return made;
}

describe('Undo', () => {
  it('asks the page once, and records what it reported', async () => {
    const { inserter, sent, recorded } = await inserted();
    inserter.undo();
    inserter.undo();
    expect(sent.filter(({ type }) => type === 'undo')).toEqual([{ type: 'undo', insertionId: ID }]);
    inserter.onUndone(ID, { status: 'notRestored', reason: 'noteChangedSince' });
    await settled();
    expect(inserter.insertion.value).toMatchObject({
      undo: { phase: 'done', outcome: { status: 'notRestored' }, recording: 'saved' },
    });
    expect(recorded.at(-1)).toMatchObject(['insertions.recordUndo', { insertionId: ID }]);
  });

  it('claims nothing when the page does not answer', async () => {
    const { inserter, timeOut } = await inserted();
    inserter.undo();
    timeOut(15_000);
    expect(inserter.insertion.value).toMatchObject({
      undo: { outcome: { status: 'notRestored', reason: 'pageUnreachable' } },
    });
  });

  it('is nothing before an insertion', () => {
    const { inserter, sent } = scene();
    inserter.undo();
    inserter.onUndone(ID, { status: 'restored' });
    expect(sent).toEqual([]);
    expect(inserter.insertion.value).toEqual({ phase: 'none' });
  });
});
