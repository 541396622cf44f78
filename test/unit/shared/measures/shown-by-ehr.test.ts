import { describe, expect, it } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import { ExternalScore } from '#shared/contracts/reading.ts';
import { shownScores, withShown } from '#shared/measures/shown-by-ehr.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';

const FACTS = inventedFacts({
  lines: [
    { instrumentId: 'phq9', points: [{ on: '2026-11-19', total: 11 }] },
    { instrumentId: 'gad7', points: [{ on: '2026-11-19', total: 9 }] },
    { instrumentId: 'pcl5', points: [{ on: '2026-11-12', total: 41 }] },
  ],
});
const BRIEF = interpret(FACTS);

const shown = (...scores: readonly Partial<ExternalScore>[]) =>
  shownScores(
    scores.map((score) =>
      ExternalScore.parse({ measure: 'PHQ-9', score: 12, outOf: null, on: '2026-11-03', ...score }),
    ),
    BRIEF.measures,
    { ehr: 'simplepractice', readAt: FACTS.asOf },
  );

const isPhq9 = ({ measureId }: { readonly measureId: string }) => measureId === 'phq9';

describe('a score that the EHR shows', () => {
  it('is a labelled point of the measure of its name', () => {
    expect(shown({ outOf: 27 })).toEqual({
      points: [
        {
          measureId: 'phq9',
          on: '2026-11-03',
          displayed: 12,
          shownBy: 'simplepractice',
          readAt: FACTS.asOf,
        },
      ],
      notDrawn: [],
      differing: [],
    });
  });

  it.each([
    ['PHQ-9', 'phq9'],
    ['phq 9', 'phq9'],
    ['PHQ\u{2011}9', 'phq9'],
    ['Patient Health Questionnaire (PHQ-9)', 'phq9'],
    ['GAD-7', 'gad7'],
    ['Generalized Anxiety Disorder-7', 'gad7'],
    ['PTSD Checklist for DSM-5', 'pcl5'],
  ])('is recognised as "%s"', (measure, id) => {
    expect(shown({ measure }).points.map(({ measureId }) => measureId)).toEqual([id]);
  });

  it.each(['PHQ', 'PHQ-8', 'PHQ-9 total', 'Depression', 'PHQ-9 / GAD-7', 'BDI-II', 'AUDIT-C'])(
    'is listed and not drawn as "%s"',
    (measure) => {
      expect(shown({ measure })).toMatchObject({
        points: [],
        notDrawn: [{ because: 'unknownName', score: { measure } }],
      });
    },
  );

  it.each([
    ['above the highest score', { score: 28 }],
    ['below the lowest', { score: -1 }],
    ['out of another highest score', { score: 12, outOf: 24 }],
  ])('is not drawn when it is %s', (_what, score) => {
    expect(shown(score)).toMatchObject({ points: [], notDrawn: [{ because: 'otherScale' }] });
  });

  it('is told to differ from our own of that day, and only then', () => {
    expect(shown({ on: '2026-11-19' as never }).differing).toMatchObject([
      { name: 'PHQ-9', own: 11, score: { score: 12 } },
    ]);
    expect(shown({ on: '2026-11-19' as never, score: 11 }).differing).toEqual([]);
    expect(shown({ on: '2026-11-18' as never }).differing).toEqual([]);
  });

  it('is on the chart’s line, in order, and judged by nothing', () => {
    const { points } = shown({}, { on: '2026-10-01' as never, score: 20 });
    const line = withShown(BRIEF.measures, points).find(isPhq9);
    const before = BRIEF.measures.find(isPhq9);
    expect(line?.external.map(({ on }) => on)).toEqual(['2026-10-01', '2026-11-03']);
    expect({ ...line, external: [] }).toEqual(before);
  });

  it('is in no Update: that is composed from the brief, which knows nothing of it', () => {
    const { text } = compose(BRIEF, { ...chartRequest('narrative'), length: 'full' });
    expect(text).not.toMatch(/\b12\/27|3 Nov/);
  });
});
