import type { NonResponsePoint } from '../../contracts/course.ts';
import type { Trajectory } from '../../contracts/trajectory.ts';
import { STATED_LIMITS } from '../../trajectory/limits.ts';
import { numberInWords } from '../../words/numbers.ts';
import { type CourseFact, daysSaid, pointSaid } from './fact.ts';

const { onTrackMeasurements, onTrackDays, onTrackPercent, actMeasurements } = STATED_LIMITS;
const { improvementMeasurements, improvementDays, nonResponseWindowDays } = STATED_LIMITS;

/** Whether progress is on track, how long without improvement, and the published weeks. */
export function progressFacts(trajectory: Trajectory): CourseFact[] {
  return [
    ...onTrack(trajectory.onTrack),
    ...withoutImprovement(trajectory.withoutImprovement),
    ...trajectory.nonResponse.map(nonResponse),
  ];
}

const NOT_ALL_AT_HAND =
  'Progress and time to improvement are not said: not all answers of this episode are at hand here.';

function onTrack(judged: Trajectory['onTrack']): CourseFact[] {
  if (judged.status === 'notJudged') {
    if (judged.reason === 'notAllAtHand') return [{ said: NOT_ALL_AT_HAND, sources: [] }];
    return judged.reason === 'baselineNotClinical'
      ? [
          {
            said: 'Progress is not judged: the baseline was not in the clinical range.',
            sources: [],
          },
        ]
      : [];
  }
  if (judged.status === 'remitted') return [];
  if (judged.status === 'tooEarly') {
    const { measurements, needMeasurements, days, needDays } = judged;
    const said = `Too early to say whether on track: ${measurements} of ${needMeasurements} measurements, ${days} of ${needDays} days.`;
    return [{ said, sources: [onTrackMeasurements, onTrackDays] }];
  }
  const { status, measurements, stage } = judged;
  if (status === 'notFlagged') {
    const said = `Not flagged as off track at measurement ${measurements}. That is no promise.`;
    return [{ said, sources: [onTrackPercent] }];
  }
  const said = `Not on track: no reliable improvement and less than ${onTrackPercent.value} % better by measurement ${measurements}.`;
  return [{ said, sources: [onTrackPercent, ...(stage === 'act' ? [actMeasurements] : [])] }];
}

function withoutImprovement(judged: Trajectory['withoutImprovement']): CourseFact[] {
  if (judged.status !== 'withoutImprovement') return [];
  const { measurements, days } = judged;
  const said = `No reliable improvement after ${measurements} measurements and ${daysSaid(days)}.`;
  return [{ said, sources: [improvementMeasurements, improvementDays] }];
}

function nonResponse({ cut, status, nearest }: NonResponsePoint): CourseFact {
  const { week, score, meaning } = cut;
  const at = nearest === null ? '' : `${pointSaid(nearest)}, `;
  const words = {
    reached: `${at}at least ${numberInWords(score)}: ${meaning}`,
    below: `${at}below ${numberInWords(score)}`,
    noMeasurement: 'no score near that week',
    notYet: 'not reached yet',
  }[status];
  const windowed = nearest === null ? [] : [nonResponseWindowDays];
  return { said: `Week ${week}: ${words}.`, sources: [cut, ...windowed] };
}
