import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import type { WorkerCall } from '#extension/messages/worker.ts';
import type { Screen } from '#extension/panel/state/screen.ts';
import { isBusy } from '#extension/panel/update/inserter.ts';
import { insertionFor, isInserted } from '#extension/panel/update/insertion.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import { ClientId, InsertionId } from '#shared/contracts/ids.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { settled } from '#test/support/outbox-worker.ts';
import { clientScreen, readingOf } from '#test/support/panel-scene.ts';
import { AGING, ID, REQUEST, SCREEN, scene, UPDATE, unreachable } from './inserter-scene.ts';
import { earlierText, TUESDAY_LINE } from './note/note-scene.ts';

const HERE = {
  is: 'here',
  mark: { fieldKey: 'f1', line: TUESDAY_LINE },
  text: earlierText(),
} as const;

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
            appointmentDate: '2026-11-20',
            template: 'Progress note',
          },
          parts: [{ fieldKey: 'f1', label: 'Subjective', text: UPDATE.text, replaces: null }],
        },
      },
    ]);
  });

  it('is with the worker before the page is asked', async () => {
    const { inserter, heldAtSending } = scene();
    await inserter.insert(REQUEST);
    expect(heldAtSending).toMatchObject([
      { entries: [{ what: 'insertion', held: { insertionId: ID }, outcome: null, tabId: 7 }] },
    ]);
  });

  it('is not sent to the page when the worker can’t keep it', async () => {
    const { inserter, sent, worker } = scene();
    worker.ask = unreachable;
    await inserter.insert(REQUEST);
    expect(inserter.insertion.value).toEqual({ phase: 'heldBack', because: 'notKept' });
    expect(sent).toEqual([]);
  });

  it.each([
    ['holds an Update of this session', { is: 'recognised', blocks: [HERE] }],
    ['holds one that is still being looked up', { is: 'lookingUp' }],
    ['holds one that could not be looked up', { is: 'notLookedUp' }],
  ] as const)('is sent nowhere when the note %s', async (_what, ownText) => {
    const { inserter, sent, held } = scene({ ownText });
    await inserter.insert(REQUEST);
    expect(inserter.insertion.value).toEqual({ phase: 'heldBack', because: 'inNote' });
    expect([sent, held()]).toEqual([[], []]);
  });

  it('takes the place of the Update in the note when that is what was asked for', async () => {
    const { inserter, sent, held } = scene({ ownText: { is: 'recognised', blocks: [HERE] } });
    const former = 'What stood there.';
    const parts = REQUEST.parts.map((part) => ({ ...part, replaces: former }));
    await inserter.insert({ ...REQUEST, parts, replaces: HERE.text.insertionId });
    expect(sent).toMatchObject([{ type: 'insert', plan: { parts: [{ replaces: former }] } }]);
    expect(held()).toMatchObject([{ held: { replaces: HERE.text.insertionId } }]);
  });

  it('is held back when the page turns while the worker notes it down', async () => {
    const { inserter, sent, held, worker, page } = scene();
    const { ask } = worker;
    worker.ask = ((call: WorkerCall, input: never) => {
      page.screen = { kind: 'settling' };
      return ask(call, input);
    }) as AskWorker;
    await inserter.insert(REQUEST);
    await settled();
    expect(inserter.insertion.value).toEqual({ phase: 'heldBack', because: 'clientChanged' });
    expect(sent).toEqual([]);
    expect(held()).toEqual([]);
  });

  it('claims what the page reported, and records it', async () => {
    const { inserter, recorded } = scene();
    await inserter.insert(REQUEST);
    expect(inserter.insertion.value.phase).toBe('writing');
    expect(recorded()).toEqual([]);
    inserter.onInserted(ID, { status: 'changed', detail: 'altered' });
    await settled();
    expect(inserter.insertion.value).toMatchObject({
      phase: 'done',
      recording: 'saved',
      record: { outcome: { status: 'changed', detail: 'altered' } },
    });
    expect(recorded()).toMatchObject([
      ['insertion', { insertionId: ID, briefAsOf: UPDATE.asOf, recordId: 'abc123' }],
    ]);
  });

  it('sends and keeps nothing where the practice switched writing off, whatever the panel knows', async () => {
    const { inserter, sent, held, register } = scene();
    for (const mode of ['readOnly', 'off'] as const) {
      register.mode = mode;
      await inserter.insert(REQUEST);
      expect(inserter.insertion.value).toEqual({ phase: 'heldBack', because: 'switchedOff' });
    }
    expect(sent).toEqual([]);
    expect(held()).toEqual([]);
    register.mode = 'on';
    await inserter.insert(REQUEST);
    expect(sent).toHaveLength(1);
  });

  it('takes nothing back either while writing is switched off, and does once it is on', async () => {
    const { inserter, sent, register } = scene();
    await inserter.insert(REQUEST);
    inserter.onInserted(ID, { status: 'exact' });
    register.mode = 'readOnly';
    await inserter.undo();
    expect(inserter.insertion.value).toMatchObject({
      undo: { phase: 'heldBack', because: 'switchedOff' },
    });
    expect(sent).toHaveLength(1);
    register.mode = 'on';
    await inserter.undo();
    expect(sent).toHaveLength(2);
  });

  it('is held back by what the panel knows before the worker is asked', async () => {
    const present = { ...SCREEN, mayWrite: false };
    const { inserter, sent } = scene({ present });
    await inserter.insert(REQUEST);
    expect(inserter.insertion.value).toEqual({ phase: 'heldBack', because: 'switchedOff' });
    expect(sent).toEqual([]);
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
    const { inserter, sent, recorded, held } = scene({ present: AGING, afterVerify });
    await inserter.insert({ ...REQUEST, screen: AGING });
    expect(inserter.insertion.value).toEqual({ phase: 'heldBack', because });
    expect(sent).toEqual([]);
    expect(recorded()).toEqual([]);
    expect(held()).toEqual([]);
  });

  it('goes on when nothing but the moment is new, and holds back a text that is no longer so', async () => {
    const { facts } = SCREEN;
    const later = { ...facts, asOf: Instant.parse('2026-11-21T00:59:10.000Z') };
    const same = scene({ present: AGING, afterVerify: clientScreen(readingOf(), later) });
    await same.inserter.insert({ ...REQUEST, screen: AGING });
    expect(same.sent).toHaveLength(1);

    const answered = inventedFacts({
      lines: [{ instrumentId: 'gad7', points: [{ on: '2026-11-20', total: 12 }] }],
    });
    const afterVerify = clientScreen(readingOf(), answered);
    const changed = scene({ present: AGING, afterVerify });
    await changed.inserter.insert({ ...REQUEST, screen: AGING });
    expect(changed.inserter.insertion.value).toEqual({
      phase: 'heldBack',
      because: 'textChanged',
    });
    expect([changed.sent, changed.recorded()]).toEqual([[], []]);
  });

  it('says that there is no contact with the page, and records nothing', async () => {
    const { inserter, held } = scene({ reachable: false });
    await inserter.insert(REQUEST);
    await settled();
    expect(inserter.insertion.value).toEqual({ phase: 'heldBack', because: 'pageLost' });
    expect(held()).toEqual([]);
  });

  it('is one at a time', async () => {
    const { inserter, sent } = scene();
    await Promise.all([inserter.insert(REQUEST), inserter.insert(REQUEST)]);
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['does not answer', ({ timeOut }: ReturnType<typeof scene>) => timeOut()],
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
    expect(recorded()).toEqual([]);
    inserter.onInserted(ID, { status: 'exact' });
    await settled();
    expect(inserter.insertion.value).toMatchObject({ record: { outcome: { status: 'exact' } } });
    expect(recorded()).toMatchObject([['insertion', { outcome: { status: 'exact' } }]]);
  });

  it('asks for nothing else while the page may still be writing, whoever is signed in', async () => {
    const { inserter, sent, timeOut } = scene();
    await inserter.insert(REQUEST);
    timeOut();
    inserter.onSessionChanged();
    expect(isBusy(inserter.insertion.value)).toBe(true);
    await inserter.insert(REQUEST);
    expect(sent).toHaveLength(1);
  });

  it.each([
    [
      'answered',
      ({ inserter }: ReturnType<typeof scene>) =>
        inserter.onInserted(ID, { status: 'notInserted', reason: 'editorRejected' }),
    ],
    ['was left', ({ inserter }: ReturnType<typeof scene>) => inserter.onPageChanged()],
  ])('may be pressed again once a slow page %s', async (_what, happens) => {
    const made = scene();
    const { inserter, sent } = made;
    await inserter.insert(REQUEST);
    made.timeOut();
    happens(made);
    await inserter.insert(REQUEST);
    expect(sent).toHaveLength(2);
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
