import { instrumentLines } from '#shared/brief/instrument-lines.ts';
import { mayStandOnOwnPage } from '#shared/brief/own-page.ts';
import type { CareFacts } from '#shared/contracts/episode.ts';
import type { Measure } from '#shared/contracts/measure.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import type { Trajectory } from '#shared/contracts/trajectory.ts';
import { trajectory } from '#shared/trajectory/trajectory.ts';
import type { OwnProgress } from './page-care.ts';

/**
 * How the client's measures went in the present episode of care, by the same judgement that the
 * clinician reads, without bands and cut-offs: a label may frighten, and nobody is there to explain
 * it. Left out are withheld measures, and what may never stand there.
 */
export function ownProgress(
  responses: readonly ScoredResponse[],
  care: CareFacts,
  withheld: ReadonlySet<string>,
): readonly OwnProgress[] {
  return instrumentLines({ responses, responseCounts: {} }).flatMap((line) => {
    const { measure } = line;
    const isShown = mayStandOnOwnPage(line) && !withheld.has(line.measureId);
    return measure === null || measure.range === null || !isShown
      ? []
      : progressOf(measure, measure.range, trajectory(line.observations, measure, { care }));
  });
}

function progressOf(
  { shortTitle: name, direction }: Measure,
  { min, max }: NonNullable<Measure['range']>,
  { points, episodes, sinceBaseline }: Trajectory,
): OwnProgress[] {
  const present = episodes.length - 1;
  const scores = points.flatMap((point) =>
    point.use === 'counted' && point.episode === present
      ? [{ on: point.on, displayed: point.displayed }]
      : [],
  );
  if (scores.length === 0) return [];
  const higherIsBetter = direction === 'higherBetter';
  return [{ name, scores, min, max, higherIsBetter, change: changeIn(sinceBaseline) }];
}

function changeIn(change: Trajectory['sinceBaseline']): OwnProgress['change'] {
  if (change.status === 'notJudged') {
    return change.reason === 'noThreshold' ? 'notJudged' : 'first';
  }
  if (change.category === 'reliableImprovement') return 'better';
  return change.category === 'reliableWorsening' ? 'harder' : 'close';
}
