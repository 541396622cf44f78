import { describe, expect, it } from 'vitest';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { CustomForm, FormId } from '#shared/contracts/custom-form.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { noTotalInWords } from '#shared/words/measures.ts';
import { briefAt, inWinter, phq, responsesOf, type Told } from '../a-brief.ts';
import { responseId } from '../a-history.ts';

const NOW = inWinter('2026-11-20', '18:58');

function known(id: string): Instrument {
  const found = instrument(id);
  if (found === null) throw new Error(`no ${id}`);
  return found;
}

const briefOf = (story: readonly Told[], told: Partial<BriefFacts> = {}) =>
  briefAt(NOW, { responses: responsesOf(story), ...told });

/** One line of a story. */
function lineOf(id: string, story: readonly Told[], told: Partial<BriefFacts> = {}) {
  const found = briefOf(story, told).measures.find(({ measureId }) => measureId === id);
  if (found === undefined) throw new Error(`no line ${id}`);
  return found;
}

describe('lines', () => {
  it('are those of measures: a total, then its subscales', () => {
    const { measures } = briefOf([['2026-11-12', pcl5, 40]]);
    expect(measures.map(({ name, role }) => `${name}: ${role}`)).toEqual([
      'PCL-5: total',
      'PCL-5 B intrusion: subscale',
      'PCL-5 C avoidance: subscale',
      'PCL-5 D cognition and mood: subscale',
      'PCL-5 E arousal: subscale',
    ]);
  });

  it('of a form without a total are its subscales, each with its own bands', () => {
    const dass21 = known('dass21');
    const { measures } = briefOf([['2026-11-12', dass21, dass21.items.map(() => 1)]]);
    expect(
      measures.map(({ measureId, latest }) => [measureId, latest.displayed, latest.band]),
    ).toEqual([
      ['dass21.depression', 14, 'moderate'],
      ['dass21.anxiety', 14, 'moderate'],
      ['dass21.stress', 14, 'normal'],
    ]);
  });

  it('of two forms answered together are a line of their own', () => {
    const story = [phq(phq9, '2026-11-12', 12, 0), ['2026-11-12', gad7, 8] as const];
    expect(lineOf('phqads', story)).toMatchObject({ role: 'composite', latest: { displayed: 20 } });
  });

  it('of a screen hold what was found in place of a number', () => {
    const screener = known('cssrs_screener');
    const line = lineOf('cssrs_screener', [['2026-11-12', screener, [1, 1, 0, 1, 0, 0, null]]]);
    expect(line).toMatchObject({
      role: 'screen',
      measure: null,
      latest: { displayed: null, finding: { label: 'high risk', tier: 'emergency' } },
    });
    expect(noTotalInWords(line.latest)).toBe('high risk');
  });

  it('name the blanks among their own items only', () => {
    const answers = pcl5.items.map((_, index) => (index === 19 ? null : 1));
    const story: readonly Told[] = [['2026-11-12', pcl5, answers]];
    expect(lineOf('pcl5.arousal', story).latest).toMatchObject({
      missingItems: [20],
      prorated: true,
    });
    expect(lineOf('pcl5.intrusion', story).latest).toMatchObject({
      missingItems: [],
      prorated: false,
    });
  });
});

describe('a corrected response', () => {
  const [first, second] = responsesOf([
    phq(phq9, '2026-11-05', 20, 3),
    phq(phq9, '2026-11-05', 12, 0),
  ]);
  if (first === undefined || second === undefined) throw new Error('two responses expected');
  const correction = { ...second, supersedes: first.responseId };
  const brief = briefAt(NOW, { responses: [first, correction, ...responsesOf([])] });

  it('gives way to its correction on the line and among the answers; both stay on record', () => {
    expect(brief.measures[0]).toMatchObject({ totalCount: 1, scores: [{ displayed: 12 }] });
    expect(brief.forms[0]).toMatchObject({ totalCount: 1, answered: [{ safety: [{ value: 0 }] }] });
    expect(brief.superseded).toEqual([{ responseId: first.responseId, by: correction.responseId }]);
  });
});

describe('episodes of care', () => {
  it('begin anew where the clinician said so, with a baseline of their own', () => {
    const story = [phq(phq9, '2026-06-05', 20, 0), phq(phq9, '2026-11-05', 12, 0)];
    const episodes = {
      startedOn: ['2026-10-20' as CalendarDate],
      endedOn: [],
      chosenBaselines: [],
    };
    const line = lineOf('phq9', story, { episodes });
    expect(line.baseline?.displayed).toBe(12);
    expect(line.trajectory.episodes).toHaveLength(2);
    expect(briefOf(story, { episodes }).episodes.at(-1)).toMatchObject({ because: 'care' });
  });

  it('take a baseline that the clinician chose', () => {
    const story = [phq(phq9, '2026-09-05', 20, 0), phq(phq9, '2026-10-05', 15, 0)];
    const episodes = { startedOn: [], endedOn: [], chosenBaselines: [responseId(2)] };
    const more = [...story, phq(phq9, '2026-11-05', 12, 0)];
    expect(lineOf('phq9', more, { episodes })).toMatchObject({
      baseline: { displayed: 15 },
      sinceBaseline: { points: -3 },
    });
  });

  it('are not ended by the pause between the baseline and the newest responses at hand', () => {
    const story = [phq(phq9, '2026-01-20', 20, 0), phq(phq9, '2026-11-05', 12, 0)];
    const contactOn = ['2026-05-05', '2026-08-05'] as CalendarDate[];
    expect(lineOf('phq9', story).baseline?.displayed).toBe(12);
    expect(lineOf('phq9', story, { contactOn }).baseline?.displayed).toBe(20);
  });
});

const SLEEP: CustomForm = {
  formId: '00000000-0000-7000-8000-0000000000f9' as FormId,
  version: 1,
  title: 'Diary card',
  items: [
    {
      kind: 'rating',
      id: 'sleep',
      name: 'Sleep',
      text: 'How did you sleep?',
      min: 0,
      max: 10,
      minLabel: 'badly',
      maxLabel: 'well',
      direction: 'higherBetter',
    },
    { kind: 'text', id: 'words', name: 'Words', text: 'Anything else?', maxLength: 200 },
  ],
};

/** Answers to the diary card and totals from elsewhere. */
const OWN: NonNullable<BriefFacts['own']> = {
  forms: [SLEEP],
  responses: [4, null, 6].map((sleep, index) => ({
    responseId: responseId(100 + index),
    formId: SLEEP.formId,
    formVersion: 1,
    answeredOn: `2026-11-0${index + 1}` as CalendarDate,
    submittedAt: inWinter(`2026-11-0${index + 1}`, '20:00'),
    answers: [sleep, 'a few words'],
  })),
  handMeasures: [
    {
      id: 'oq45',
      version: 1,
      name: 'OQ-45.2',
      direction: 'higherWorse',
      range: { min: 0, max: 180 },
      bands: [],
      bandsSource: '',
    },
  ],
  handTotals: [80, 500].map((total, index) => ({
    responseId: responseId(200 + index),
    handMeasureId: 'oq45',
    handMeasureVersion: 1,
    on: '2026-11-04' as CalendarDate,
    enteredAt: inWinter('2026-11-04', '09:00'),
    total,
  })),
};

describe('what the practice made itself', () => {
  it('is a line for each rating: drawn, trended, and judged by nothing', () => {
    const line = lineOf(`form:${SLEEP.formId}.sleep`, [], { own: OWN });
    expect(line).toMatchObject({
      name: 'Sleep',
      role: 'own',
      scores: [{ displayed: 4 }, { displayed: 6 }],
      sinceBaseline: { reason: 'noThreshold', points: 2 },
    });
  });

  it('is a line for each total entered by hand, as far as it lies on its scale', () => {
    expect(lineOf('hand:oq45', [], { own: OWN })).toMatchObject({
      name: 'OQ-45.2',
      role: 'byHand',
      scores: [{ displayed: 80 }],
    });
  });
});

describe('a score that the EHR shows', () => {
  const point = {
    measureId: 'phq9',
    on: '2026-10-01' as CalendarDate,
    displayed: 3,
    shownBy: 'simplepractice',
    readAt: NOW,
  } as const;

  it('stands beside the line and is no score of it', () => {
    const line = lineOf('phq9', [phq(phq9, '2026-11-05', 12, 0)], { externalPoints: [point] });
    expect(line.external).toEqual([point]);
    expect(line.baseline?.displayed).toBe(12);
  });
});
