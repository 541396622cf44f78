import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHandMeasureCare } from '#backend/care/state-hand-measure.ts';
import { careFacts } from '#shared/brief/care.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { leftOutCount } from '#shared/charts/candidates.ts';
import { addDays, dateInZone } from '#shared/contracts/calendar.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { BY_HAND } from '#test/support/inputs.ts';
import { valueOf } from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';
import { asked, recorded, refusalOf } from './replies.ts';

let backend: TestBackend;
let scene: Scene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
});
afterAll(() => backend.close());

const aTotal = (over: object = {}) => ({
  clientId: scene.clientId,
  responseId: v7(),
  handMeasureId: BY_HAND,
  on: '2026-09-01',
  total: 71,
  supersedes: null,
  ...over,
});
const enter = (total: object) => asked(backend, scene, 'handTotals.enter', total);
const brief = () => briefOf(backend, scene, scene.clinician);
const lineByHand = async () =>
  interpret(await brief()).measures.find(({ role }) => role === 'byHand');

const course = () =>
  backend.care.store.inPractice(scopeOf(scene.practiceId), ({ episodes }) =>
    episodes.courseOf(scene.clientId),
  );

/** Days of contact as the rules know them, as the brief was sent, and as it is read. */
async function contactDays(): Promise<readonly unknown[]> {
  const facts = await brief();
  return [(await course()).care.contactOn, facts.contactOn, careFacts(facts).contactOn];
}

describe('a total that the client brought along', () => {
  it('stands on a line of its own, with what the practice states of the measure', async () => {
    const total = aTotal();
    await valueOf(await enter(total));
    expect(await lineByHand()).toMatchObject({
      measureId: 'hand:oq45',
      name: 'OQ-45.2',
      latest: { displayed: 71, on: '2026-09-01' },
    });
    const { own } = await brief();
    expect(own?.handMeasures.map(({ id, version }) => [id, version])).toEqual([['oq45', 1]]);
    expect(await recorded(backend, scene, 'handTotal.entered')).toEqual([
      { responseId: total.responseId, handMeasureId: 'oq45', supersedes: null },
    ]);
  });

  it('is one, however often it is sent, and never another under the same id', async () => {
    const total = aTotal();
    const first = await valueOf(await enter(total));
    backend.clock.pass(60_000);
    expect(await valueOf(await enter(total))).toEqual(first);
    expect(await refusalOf(await enter({ ...total, total: 72 }))).toBe('alreadyRecorded');
    expect((await brief()).own?.handTotals).toHaveLength(1);
  });

  it.each([
    ['beyond the range', { total: 181 }, 'totalOutside'],
    ['below the range', { total: -1 }, 'totalOutside'],
    ['in the future', { on: '2199-01-01' }, 'dayRefused'],
    ['of a measure that nobody stated', { handMeasureId: 'oq46' }, 'notFound'],
    ['in place of an entry that is not there', { supersedes: v7() }, 'notFound'],
  ])('is refused %s', async (_, over, refusal) => {
    expect(await refusalOf(await enter(aTotal(over)))).toBe(refusal);
    expect((await brief()).own?.handTotals).toEqual([]);
  });

  it('is put right by another, and both remain', async () => {
    const wrong = aTotal();
    await valueOf(await enter(wrong));
    const right = aTotal({ total: 17, supersedes: wrong.responseId });
    await valueOf(await enter(right));
    expect((await brief()).own?.handTotals).toMatchObject([
      { total: 71 },
      { total: 17, supersedes: wrong.responseId },
    ]);
    expect((await lineByHand())?.scores.map(({ displayed }) => displayed)).toEqual([17]);
    expect(await refusalOf(await enter(aTotal({ supersedes: wrong.responseId })))).toBe('outdated');
    const last = aTotal({ total: 18, supersedes: right.responseId });
    expect((await enter(last)).status).toBe(200);
  });

  it('of which the day was put right tells of contact on the new day alone', async () => {
    const today = dateInZone(backend.care.now(), 'America/Chicago');
    const [wrongDay, rightDay] = [addDays(today, -90), addDays(today, -30)];
    const wrong = aTotal({ on: wrongDay });
    await valueOf(await enter(wrong));
    expect(await contactDays()).toEqual([
      [wrongDay],
      [wrongDay, today],
      [wrongDay, today, today, wrongDay],
    ]);
    backend.clock.pass(1_000);
    await valueOf(await enter(aTotal({ on: rightDay, supersedes: wrong.responseId })));
    expect(await contactDays()).toEqual([
      [rightDay],
      [rightDay, today],
      [rightDay, today, today, rightDay],
    ]);
    const { history } = await course();
    expect(history.map(({ care }) => care.contactOn)).toEqual([[wrongDay], [rightDay]]);
  });

  it('is counted with those that are not at hand, which are said to be left out', async () => {
    const last = aTotal();
    await valueOf(await enter(last));
    // Nine years of weeks before it, and one more.
    await backend.database.asSuperuser(
      `with moved as (
         update care.hand_total set ordinal = 501 where response_id = $1 returning *
       )
       insert into care.hand_total
         (practice_id, response_id, client_id, code, edition, ordinal, answered_on, total,
          entered_by, entered_at)
       select practice_id, gen_random_uuid(), client_id, code, edition, n, answered_on - 7 * (501 - n),
         total, entered_by, entered_at
       from moved, generate_series(1, 500) n`,
      [last.responseId],
    );
    const facts = await brief();
    expect(facts.own?.handTotals).toHaveLength(500);
    const line = (await lineByHand()) ?? expect.fail('it has a line');
    expect([line.totalCount, leftOutCount(line) > 0]).toEqual([501, true]);
    expect(line.heldSince).toBe(facts.own?.handTotals[0]?.on);
  });

  it('is put right by one of two clinicians at the same moment', async () => {
    const wrong = aTotal();
    await valueOf(await enter(wrong));
    const both = await Promise.all(
      [17, 18].map((total) => enter(aTotal({ total, supersedes: wrong.responseId }))),
    );
    const refusals = await Promise.all(both.map(refusalOf));
    expect(new Set(refusals)).toEqual(new Set([null, 'outdated']));
  });

  it('keeps the statement that it was entered by', async () => {
    await valueOf(await enter(aTotal()));
    await backend.care.store.inPractice(scopeOf(scene.practiceId), async ({ handMeasures }) => {
      const newest = await handMeasures.newestOf(BY_HAND);
      if (newest === null) throw new Error('the scene states one');
      const measure = { ...newest.measure, version: 2, range: { min: 0, max: 100 } };
      await handMeasures.state({ measure, edition: 2 }, scene.clinician.staffId);
    });
    await valueOf(await enter(aTotal({ on: '2026-10-01', total: 44 })));
    const { own } = await brief();
    expect(own?.handTotals.map(({ handMeasureVersion }) => handMeasureVersion)).toEqual([1, 2]);
    expect(own?.handMeasures.map(({ version, range }) => [version, range?.max])).toEqual([
      [1, 180],
      [2, 100],
    ]);
    expect(await refusalOf(await enter(aTotal({ total: 150 })))).toBe('totalOutside');
  });
});

const use = (inUse: boolean) =>
  createHandMeasureCare(backend.care).useMeasure(
    { ...scene.clinician, practiceId: scene.practiceId, role: 'admin', requestId: 'test' },
    BY_HAND,
    inUse,
  );
const offered = async () => valueOf(await asked(backend, scene, 'handTotals.measures', undefined));

describe('a measure that the practice has taken out of use', () => {
  it('takes no new total, keeps and shows those from before, and lets them be corrected', async () => {
    const total = aTotal();
    await valueOf(await enter(total));
    expect(await use(false)).toEqual({ ok: true, value: null });
    expect(await offered()).toEqual([]);
    expect(await refusalOf(await enter(aTotal({ on: '2026-10-01' })))).toBe('measureRetired');
    // What was sent before the measure went out of use may arrive twice.
    expect((await enter(total)).status).toBe(200);
    expect(await lineByHand()).toMatchObject({ name: 'OQ-45.2', latest: { displayed: 71 } });
    await valueOf(await enter(aTotal({ total: 17, supersedes: total.responseId })));
    expect((await lineByHand())?.scores.map(({ displayed }) => displayed)).toEqual([17]);
  });

  it('takes totals again on the same line once it is back in use', async () => {
    await valueOf(await enter(aTotal()));
    await use(false);
    await use(true);
    expect(await offered()).toMatchObject([{ id: BY_HAND, version: 1 }]);
    await valueOf(await enter(aTotal({ on: '2026-10-01', total: 60 })));
    expect((await lineByHand())?.scores.map(({ displayed }) => displayed)).toEqual([71, 60]);
  });
});

it('the measures that totals can be entered of are those of the own practice, as stated now', async () => {
  const reply = await asked(backend, scene, 'handTotals.measures', undefined);
  expect(await valueOf(reply)).toMatchObject([{ id: 'oq45', version: 1, name: 'OQ-45.2' }]);
});
