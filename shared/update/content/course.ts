import { cutOffInUse } from '../../change/in-use.ts';
import type { MeasureTrend } from '../../contracts/measure-line.ts';
import { type Piece, piece } from '../piece.ts';
import { dayOf, nameOf, type Teller } from './teller.ts';

/** What is said of a line's course besides its changes, by its trajectory. */
export function courseOf(line: MeasureTrend, teller: Teller): Piece[] {
  if (line.latest.displayed === null) return [];
  return [
    ...relapse(line, teller),
    ...progress(line, teller),
    ...nonResponse(line, teller),
    ...trend(line, teller),
    ...crossing(line, teller),
    ...onset(line, teller),
    ...suddenChanges(line, teller),
    ...importantChanges(line, teller),
  ];
}

/** The direction over the newest scores, or how many measurements it still takes. */
function trend(line: MeasureTrend, { language }: Teller): Piece[] {
  const { course } = language;
  const { trend: judged } = line.trajectory;
  const name = nameOf(line);
  if (judged.status === 'notTrended') return [];
  if (judged.status === 'tooEarly') {
    return piece('finding', 'outlook', course.tooEarly(name, judged.have, judged.need));
  }
  const slope = course.perWeek(judged.perWeek);
  // A level line of which nothing may be judged says nothing.
  if (slope === null && judged.verdict === null) return [];
  const verdict = judged.verdict === null ? course.notJudged : course.verdict[judged.verdict];
  const words = slope === null ? [verdict] : [slope, verdict];
  return piece(
    'finding',
    judged.verdict === 'worsening' ? 'progress' : 'outlook',
    course.trend(name, judged.run.length, words),
  );
}

function relapse(line: MeasureTrend, teller: Teller): Piece[] {
  const { relapse: found } = line.trajectory;
  if (found === null) return [];
  const { language } = teller;
  const { remission, latest } = found;
  const change = language.changes.points(latest.displayed - remission.displayed, false);
  const number = language.number(remission.displayed);
  const day = dayOf(teller, remission.on);
  return piece('appraisal', 'vital', language.course.relapse(nameOf(line), number, day, change));
}

/** Without reliable improvement so far: by the earlier rule, else by the later one. */
function progress(line: MeasureTrend, { language }: Teller): Piece[] {
  const { onTrack, withoutImprovement } = line.trajectory;
  const { course } = language;
  if (onTrack.status === 'notOnTrack') {
    return piece('appraisal', 'detail', course.notOnTrack(nameOf(line), onTrack.measurements));
  }
  if (withoutImprovement.status !== 'withoutImprovement') return [];
  const { measurements, days } = withoutImprovement;
  return piece('appraisal', 'detail', course.withoutImprovement(nameOf(line), measurements, days));
}

/** Only the newest published point, and only while the latest score is the one that reached it. */
function nonResponse(line: MeasureTrend, teller: Teller): Piece[] {
  const { nonResponse: points, latest } = line.trajectory;
  const found = points.findLast(
    ({ status, nearest }) => status === 'reached' && nearest?.responseId === latest?.responseId,
  );
  if (found === undefined || found.nearest === null) return [];
  const { nearest, cut } = found;
  const { language } = teller;
  const number = language.number(nearest.displayed);
  const text = language.course.nonResponse(nameOf(line), number, dayOf(teller, nearest.on), cut);
  return piece('appraisal', 'progress', text);
}

/** Clinical significance after Jacobson & Truax: a reliable change that crossed the cut-off. */
function crossing(line: MeasureTrend, { language }: Teller): Piece[] {
  const { significance } = line.trajectory;
  const cutOff = cutOffInUse(line.measure?.cutOffs ?? []);
  if (cutOff === null) return [];
  const { changes } = language;
  if (significance === 'recovered') {
    return piece('appraisal', 'progress', changes.crossedToFunctional(nameOf(line), cutOff.value));
  }
  if (significance !== 'harmed') return [];
  return piece('appraisal', 'kept', changes.crossedToClinical(nameOf(line), cutOff.value));
}

function onset(line: MeasureTrend, teller: Teller): Piece[] {
  const { improvement } = line.trajectory;
  if (improvement.status === 'notJudged' || improvement.now === 'none') return [];
  if (improvement.onset === null) return [];
  const { at, days, standing } = improvement.onset;
  const { course } = teller.language;
  const text = course.onset(nameOf(line), dayOf(teller, at.on), days, standing === 'confirmed');
  return piece('appraisal', 'detail', text);
}

function suddenChanges(line: MeasureTrend, teller: Teller): Piece[] {
  return line.trajectory.suddenChanges.flatMap(({ kind, before, after, magnitude, reversed }) => {
    const days = [dayOf(teller, before.on), dayOf(teller, after.on)] as const;
    const said = { name: nameOf(line), kind, points: magnitude, days, reversed };
    return piece('finding', 'full', teller.language.course.sudden(said));
  });
}

/** Beside the reliable change, never instead of it. */
function importantChanges(line: MeasureTrend, { language }: Teller): Piece[] {
  const { changes } = language;
  return line.trajectory.importantChanges.flatMap(({ difference, judgement }) => {
    if (judgement === null) return [];
    const size =
      difference.unit === 'points'
        ? changes.importantPoints(difference.value)
        : changes.importantPercent(difference.value);
    const reached = judgement.category !== 'neither';
    return piece('finding', 'full', changes.important(nameOf(line), reached, size));
  });
}
