import { describe, expect, it } from 'vitest';
import { briefAsOf, briefFor, interpret } from '#shared/brief/interpret.ts';
import { itemCourses } from '#shared/brief/items.ts';
import { courseFacts } from '#shared/charts/meaning/course-facts.ts';
import { type BriefFacts, NEWEST_AT_HAND, SCORES_AT_HAND } from '#shared/contracts/brief.ts';
import { addDays } from '#shared/contracts/calendar.ts';
import { LineResponse } from '#shared/contracts/response.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { factsAt, inWinter, phq, responsesOf, type Told } from '../a-brief.ts';
import { FIRST_DAY } from '../a-history.ts';

/** PHQ-9 and GAD-7 together, week by week. */
function allWeeks(totals: readonly number[]): BriefFacts {
  const story = totals.flatMap((total, week): Told[] => {
    const on = addDays(FIRST_DAY, 7 * week);
    return [phq(phq9, on, total, 0), [on, gad7, total]];
  });
  return factsAt(inWinter('2026-11-20', '18:58'), { responses: responsesOf(story) });
}

/** What is left of them where only the first and the newest are at hand. */
function weeksCut(all: BriefFacts): BriefFacts {
  const responses = [phq9, gad7].flatMap(({ id }) => {
    const some = all.responses.filter(({ instrumentId }) => instrumentId === id);
    return [...new Set([...some.slice(0, 1), ...some.slice(-NEWEST_AT_HAND)])];
  });
  return { ...all, responses };
}

/** So many weeks as facts had them that were kept from before older scores were sent. */
const weeksOf = (totals: readonly number[]) => weeksCut(allWeeks(totals));

/** Better from the third week on, for forty weeks. */
const LONG = [20, 20, 12, 11, 12, ...Array.from({ length: 35 }, () => 12)];
const line = (facts: BriefFacts, id = 'phq9') => {
  const found = interpret(facts).measures.find(({ measureId }) => measureId === id);
  if (found === undefined) throw new Error('a line expected');
  return found;
};
/** Sudden changes of a course that is better from one week on. */
const suddenFrom = (week: number) =>
  line(weeksOf(LONG.map((_, at) => (at < week ? 20 : 8)))).trajectory.suddenChanges.length;
/** A course that is in remission between two weeks. */
const remitted = (from: number, to: number) =>
  line(weeksOf(LONG.map((_, at) => (at > from && at < to ? 3 : 16)))).trajectory;
const textOf = (facts: BriefFacts) =>
  compose(interpret(facts), { ...chartRequest('narrative'), length: 'full' }).text;

describe('of a history that is too long to be read as a whole', () => {
  const { trajectory, heldSince, sinceBaseline } = line(weeksOf(LONG));

  it('the change since baseline is said, and not when it began or how many it took', () => {
    expect(heldSince).toBe(addDays(FIRST_DAY, 7 * 16));
    expect(sinceBaseline).toMatchObject({ status: 'judged', points: -8 });
    expect(trajectory.improvement).toEqual({ status: 'judged', now: 'confirmed', onset: null });
    expect(trajectory.onTrack).toEqual({ status: 'notJudged', reason: 'notAllAtHand' });
    expect(trajectory.nonResponse).toEqual([]);
    const text = textOf(weeksOf(LONG));
    expect(text).toContain('20 on 7 Jan: 8 points lower, reliable improvement');
    expect(text).not.toMatch(/days after baseline|by measurement/);
    expect(text).toContain('PHQ-9: 25 answers from 7 Jan to 7 Oct at hand, others were left out.');
  });

  it('the panel says that it does not say it', () => {
    const said = courseFacts(line(weeksOf(LONG))).map((fact) => fact.said);
    expect(said).toContainEqual(expect.stringContaining('not all answers of this episode'));
  });

  it('a sum of two forms is at hand where both are', () => {
    const sum = line(weeksOf(LONG), 'phqads');
    expect(sum.heldSince).toBe(heldSince);
  });

  it('a sudden change is one only with the scores before it at hand', () => {
    expect([17, 18, 19, 25].map(suddenFrom)).toEqual([0, 0, 1, 1]);
  });

  it('remission counts from what is at hand', () => {
    expect(remitted(20, 30)).toMatchObject({ firstRemission: null, relapse: { points: 13 } });
    expect(remitted(5, 10).relapse).toBeNull();
  });
});

it('what was left out before this episode of care takes nothing away', () => {
  const facts = weeksOf(LONG);
  const since = addDays(FIRST_DAY, 7 * 30);
  const { trajectory } = line({ ...facts, client: { ...facts.client, inCareSince: since } });
  expect(trajectory.onTrack).toMatchObject({ status: 'notOnTrack', measurements: 12 });
});

/** As the server sends it: the first and the newest with answers, others by their scores alone. */
function scoresOf(all: BriefFacts): BriefFacts {
  const { responses } = weeksCut(all);
  const earlier = [phq9, gad7].flatMap(({ id }) =>
    all.responses
      .filter(({ instrumentId }) => instrumentId === id)
      .slice(-SCORES_AT_HAND, -NEWEST_AT_HAND)
      .map((response) => LineResponse.parse(response)),
  );
  return { ...all, responses, earlier };
}

describe('of a history whose older scores come without their answers', () => {
  const whole = allWeeks(LONG);

  it('every line says what it says of all answers', () => {
    for (const id of ['phq9', 'gad7', 'phqads']) {
      expect(line(scoresOf(whole), id)).toEqual(line(whole, id));
    }
    expect(line(scoresOf(whole))).toMatchObject({
      heldSince: null,
      totalCount: 40,
      trajectory: { improvement: { onset: { days: 14 } }, onTrack: { measurements: 40 } },
    });
  });

  it('so does the text, as of a session too', () => {
    for (const sessionOn of [null, addDays(FIRST_DAY, 7 * 3), addDays(FIRST_DAY, 7 * 12)]) {
      const text = (facts: BriefFacts) =>
        compose(briefFor(facts, sessionOn), { ...chartRequest('narrative'), sessionOn }).text;
      expect(text(scoresOf(whole))).toBe(text(whole));
    }
  });

  it('single answers are those of the responses that have them', () => {
    const [form] = interpret(scoresOf(whole)).forms;
    expect(form).toMatchObject({ totalCount: 40, otherVersionCount: 0 });
    expect(form?.answered.map(({ answers }) => answers !== null)).toEqual(
      LONG.map((_, week) => week === 0 || week >= LONG.length - NEWEST_AT_HAND),
    );
    const courses = form === undefined ? [] : itemCourses(form, null);
    expect(courses[0]).toMatchObject({ first: { on: FIRST_DAY }, now: { value: 3 } });
    const [then] = briefAsOf(scoresOf(whole), addDays(FIRST_DAY, 7 * 5)).forms;
    expect(then === undefined ? null : itemCourses(then, null)).toEqual([]);
  });

  it('beyond the scores that are sent, what only they could tell is not said', () => {
    const many = allWeeks(Array.from({ length: SCORES_AT_HAND + 20 }, () => 12));
    const cut = line(scoresOf(many));
    expect(cut.heldSince).toBe(addDays(FIRST_DAY, 7 * 20));
    expect(cut.trajectory.onTrack).toEqual({ status: 'notJudged', reason: 'notAllAtHand' });
  });
});

it('a history that is read as a whole loses nothing', () => {
  const { heldSince, trajectory } = line(weeksOf(LONG.slice(0, 25)));
  expect(heldSince).toBeNull();
  expect(trajectory.improvement).toMatchObject({ onset: { days: 14 } });
});
