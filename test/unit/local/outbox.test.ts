import { describe, expect, it } from 'vitest';
import type { Begun } from '#extension/local/outbox/outbox.ts';
import { HeldInsertion } from '#extension/messages/worker.ts';
import { InsertionId } from '#shared/contracts/ids.ts';
import type { InsertOutcome, UndoOutcome } from '#shared/contracts/insertion.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { stillClock } from '#test/support/clock.ts';
import { LINDE, OKAFOR, outboxScene } from '#test/support/outbox-worker.ts';
import { idOf as idOfFact } from '#test/support/sealed-register.ts';

const TAB = 7;

const insertion = (place = 90): Begun & { what: 'insertion' } => ({
  what: 'insertion',
  held: HeldInsertion.parse({
    insertionId: inventedId(place),
    clientId: inventedId(2),
    ehr: 'simplepractice',
    recordId: 'abc123',
    appointmentId: '77',
    request: chartRequest('narrative'),
    briefAsOf: '2026-11-21T00:58:00.000Z',
    parts: [{ label: 'Subjective', section: 'subjective', text: 'As read above.' }],
  }),
});
const idOf = (place = 90) => InsertionId.parse(inventedId(place));

const said = (outcome: InsertOutcome, place = 90) =>
  ({ key: { what: 'insertion', insertionId: idOf(place) }, outcome }) as const;
const undone = (outcome: UndoOutcome, place = 90) =>
  ({ key: { what: 'undo', insertionId: idOf(place) }, outcome }) as const;
const EXACT = { status: 'exact' } as const;

function scene() {
  const clock = stillClock('2026-11-21T00:58:00.000Z');
  const { area, register, start } = outboxScene(clock.now);
  const reached = () =>
    register.reached.map(({ fact, by }) => [
      fact.what,
      idOfFact(fact),
      'outcome' in fact.input ? fact.input.outcome.status : fact.input.action,
      by,
    ]);
  return { clock, area, register, start, reached, outbox: start() };
}

describe('an insertion on its way to the register', () => {
  it('is recorded as the page said, and then nothing of its text is kept', async () => {
    const { outbox, area, reached, register } = scene();
    await outbox.hold(insertion(), TAB);
    expect(await outbox.list()).toMatchObject([{ what: 'insertion', is: 'held' }]);
    expect(await outbox.answer(said(EXACT))).toEqual({ ok: true, value: [] });
    expect(reached()).toEqual([['insertion', idOf(), 'exact', OKAFOR.token]]);
    expect(register.reached[0]?.fact.input).toEqual({ ...insertion().held, outcome: EXACT });
    expect(JSON.stringify(area.all())).not.toContain('As read above');
  });

  it.each<InsertOutcome>([
    { status: 'changed', detail: 'altered' },
    { status: 'notInserted', reason: 'editorRejected' },
    { status: 'unconfirmed', reason: 'fieldNotFound' },
  ])('is recorded whatever came of it: $status', async (outcome) => {
    const { outbox, register } = scene();
    await outbox.hold(insertion(), TAB);
    await outbox.answer(said(outcome));
    expect(register.reached[0]?.fact.input).toMatchObject({ outcome });
  });

  it('leaves nothing when the page was never asked', async () => {
    const { outbox, clock, reached, area } = scene();
    await outbox.hold(insertion(), TAB);
    await outbox.release(idOf());
    clock.advance(3600);
    await outbox.sendWhatIsDue();
    expect(reached()).toEqual([]);
    expect(JSON.stringify(area.all())).not.toContain('As read above');
  });

  it('is not begun while nobody can tell whose it is', async () => {
    const { outbox, register, area } = scene();
    register.signedIn = null;
    expect(await outbox.hold(insertion(), TAB)).toMatchObject({ ok: false });
    expect(area.all()).toEqual({});
  });

  it('that nobody speaks about is recorded after a minute as what nobody knows', async () => {
    const { outbox, clock, reached } = scene();
    await outbox.hold(insertion(), TAB);
    clock.advance(59);
    await outbox.sendWhatIsDue();
    expect(reached()).toEqual([]);
    clock.advance(1);
    await outbox.sendWhatIsDue();
    expect(reached()).toEqual([['insertion', idOf(), 'unconfirmed', OKAFOR.token]]);
  });

  it('is recorded as what nobody knows as soon as its tab is closed, and no other tab’s is', async () => {
    const { outbox, reached } = scene();
    await outbox.hold(insertion(90), TAB);
    await outbox.hold(insertion(91), TAB + 1);
    await outbox.onTabClosed(TAB);
    expect(reached()).toEqual([['insertion', idOf(90), 'unconfirmed', OKAFOR.token]]);
  });

  it('keeps the first word, and what the server may have', async () => {
    const { outbox, clock, register, reached } = scene();
    await outbox.hold(insertion(90), TAB);
    await outbox.answer(said(EXACT, 90));
    await outbox.answer(said({ status: 'notInserted', reason: 'locked' }, 90));
    register.says = 'slow';
    await outbox.hold(insertion(91), TAB);
    clock.advance(60);
    await outbox.sendWhatIsDue();
    await outbox.answer(said(EXACT, 91));
    register.says = null;
    await outbox.send();
    expect(reached()).toEqual([
      ['insertion', idOf(90), 'exact', OKAFOR.token],
      ['insertion', idOf(91), 'unconfirmed', OKAFOR.token],
    ]);
  });

  it('that was never held is not taken for recorded', async () => {
    const { outbox, reached } = scene();
    expect(await outbox.answer(said(EXACT))).toMatchObject({ ok: false });
    expect(reached()).toEqual([]);
  });
});

describe('while the server can’t be told', () => {
  it.each(['unreachable', 'slow', 'signedOut', 'notConfigured'] as const)(
    'everything waits, also after the worker died: %s',
    async (why) => {
      const { outbox, register, start, reached } = scene();
      await outbox.onServerThere();
      register.says = why;
      await outbox.hold(insertion(), TAB);
      expect(await outbox.answer(said(EXACT))).toMatchObject({ value: [{ is: 'waiting' }] });
      await outbox.hold({ what: 'undo', held: { insertionId: idOf() } }, TAB);
      await outbox.answer(undone({ status: 'restored' }));
      register.says = null;
      const awake = start();
      await awake.send();
      expect(reached()).toEqual([
        ['insertion', idOf(), 'exact', OKAFOR.token],
        ['undo', idOf(), 'restored', OKAFOR.token],
      ]);
      expect(await awake.list()).toEqual([]);
    },
  );

  it('it is tried less and less often by itself, and at once when it answers', async () => {
    const { outbox, register, clock } = scene();
    await outbox.onServerThere();
    register.says = 'unreachable';
    const tries: number[] = [];
    await outbox.hold(insertion(), TAB);
    await outbox.answer(said(EXACT));
    for (let minute = 1; minute <= 40; minute += 1) {
      clock.advance(60);
      const before = register.changes;
      await outbox.sendWhatIsDue();
      if (register.changes > before) tries.push(minute);
    }
    expect(tries).toEqual([1, 2, 4, 9, 19, 34]);
    register.says = null;
    await outbox.send();
    expect(await outbox.list()).toEqual([]);
  });

  it('a clock that is set back does not make it wait for ever', async () => {
    const { outbox, register, clock, reached } = scene();
    await outbox.onServerThere();
    register.says = 'unreachable';
    await outbox.hold(insertion(90), TAB);
    await outbox.answer(said(EXACT, 90));
    await outbox.hold(insertion(91), TAB);
    register.says = null;
    clock.advance(-86_400);
    await outbox.sendWhatIsDue();
    expect(reached()).toHaveLength(2);
  });

  it('what is added while something is being sent is not passed over', async () => {
    const { outbox, reached } = scene();
    await outbox.hold(insertion(90), TAB);
    await outbox.hold(insertion(91), TAB);
    await Promise.all([outbox.answer(said(EXACT, 90)), outbox.answer(said(EXACT, 91))]);
    expect(reached()).toHaveLength(2);
    expect(await outbox.list()).toEqual([]);
  });
});

describe('what the register refuses', () => {
  it('is set aside without its text, said until it was read, and holds nothing up', async () => {
    const { outbox, register, area, reached } = scene();
    register.refuses = 'insertion';
    await outbox.hold(insertion(), TAB);
    const because = 'This could not be found, or is not in your caseload.';
    const refused = [{ what: 'insertion', is: 'refused', because }];
    expect(await outbox.answer(said(EXACT))).toMatchObject({ ok: true, value: refused });
    expect(JSON.stringify(area.all())).not.toContain('As read above');
    await outbox.hold({ what: 'undo', held: { insertionId: idOf() } }, TAB);
    await outbox.answer(undone({ status: 'restored' }));
    register.refuses = null;
    await outbox.send();
    expect(reached()).toEqual([['undo', idOf(), 'restored', OKAFOR.token]]);
    expect(await outbox.list()).toMatchObject(refused);
    await outbox.forgetRefused();
    expect(await outbox.list()).toEqual([]);
  });
});

describe('another clinician signs in', () => {
  it('and nothing of the one before goes out in their name, nor is shown to them', async () => {
    const { outbox, register, reached, clock } = scene();
    await outbox.onServerThere();
    register.says = 'unreachable';
    await outbox.hold(insertion(90), TAB);
    await outbox.answer(said(EXACT, 90));
    await outbox.hold(insertion(91), TAB);
    register.says = null;

    register.signedIn = null;
    await outbox.send();
    expect(await outbox.list()).toEqual([]);
    register.signedIn = LINDE;
    clock.advance(3600);
    await outbox.sendWhatIsDue();
    await outbox.onTabClosed(TAB);
    await outbox.forgetRefused();
    expect([reached(), await outbox.list()]).toEqual([[], []]);
    await outbox.hold(insertion(92), TAB);
    await outbox.answer(said(EXACT, 92));
    expect(reached()).toEqual([['insertion', idOf(92), 'exact', LINDE.token]]);

    register.signedIn = { ...OKAFOR, token: 'okafor-again' };
    await outbox.send();
    expect(reached().slice(1)).toEqual([
      ['insertion', idOf(90), 'exact', 'okafor-again'],
      ['insertion', idOf(91), 'unconfirmed', 'okafor-again'],
    ]);
  });

  it('and the same person of another server is not the same', async () => {
    const { outbox, register, reached } = scene();
    await outbox.onServerThere();
    register.says = 'unreachable';
    await outbox.hold(insertion(), TAB);
    await outbox.answer(said(EXACT));
    register.says = null;
    register.signedIn = { ...OKAFOR, backend: 'https://other.example' };
    await outbox.send();
    expect(reached()).toEqual([]);
  });

  it('and who waited for the answer still learns how far it got', async () => {
    const { outbox, register } = scene();
    await outbox.hold(insertion(), TAB);
    register.signedIn = LINDE;
    expect(await outbox.answer(said(EXACT))).toMatchObject({ value: [{ is: 'sending' }] });
  });
});
