import type { UpdateShape } from '../../contracts/update.ts';
import { type Piece, PRIORITIES, type Priority, piece } from '../piece.ts';
import { isSplit } from '../shapes.ts';
import { alertList, alertListsApart } from './alert-list.ts';
import { changesApart, sincePrevious } from './changes.ts';
import { checkIns } from './check-ins.ts';
import { courseOf } from './course.ts';
import { doneAboutAlerts } from './done-about-alerts.ts';
import { goals } from './goals.ts';
import { laterResults } from './later.ts';
import { lead } from './lead.ts';
import { dataLimits, markers } from './limits.ts';
import { formsWithoutLine, type ToldLine, toldLines } from './line-order.ts';
import { riskAnswers } from './risk-answers.ts';
import { isCompared, scoreAlone, scoreWithChange } from './scores.ts';
import { nameOfId, type Teller } from './teller.ts';

/** What a note says: each measure in turn, then alerts, check-ins, and what came later. */
export function chartPieces(teller: Teller, shape: UpdateShape): Piece[] {
  return [
    ...lead(teller),
    ...linePieces(teller, shape),
    ...unlinedPieces(teller),
    ...alertList(teller),
    ...doneAboutAlerts(teller),
    ...rest(teller, shape),
  ];
}

/** The same for whoever supervises, with what is open first. */
export function supervisorPieces(teller: Teller, shape: UpdateShape): Piece[] {
  const { open, closed } = alertListsApart(teller);
  return [
    ...open,
    ...lead(teller),
    ...linePieces(teller, shape),
    ...unlinedPieces(teller),
    ...closed,
    ...doneAboutAlerts(teller),
    ...rest(teller, shape),
  ];
}

function rest(teller: Teller, shape: UpdateShape): Piece[] {
  return [
    ...goals(teller, shape),
    ...markers(teller),
    ...checkIns(teller),
    ...laterResults(teller),
  ];
}

function linePieces(teller: Teller, shape: UpdateShape): Piece[] {
  return toldLines(teller.brief).flatMap((told) =>
    toldPieces(told, teller, shape).map((said) => ({
      ...said,
      priority: lower(said.priority, told.atMost),
    })),
  );
}

function unlinedPieces(teller: Teller): Piece[] {
  const { limits } = teller.language;
  return formsWithoutLine(teller.brief).flatMap((form) => {
    const name = nameOfId(teller, form.instrumentId);
    const text = limits.otherVersion(name, form.answered.length);
    return [...piece('report', 'kept', text), ...riskAnswers(form, teller)];
  });
}

function toldPieces({ line, form }: ToldLine, teller: Teller, shape: UpdateShape): Piece[] {
  const apart = isSplit(shape);
  const { measureId } = line;
  const scores = apart ? scoreAlone(line, teller) : scoreWithChange(line, teller);
  const changes = apart ? changesApart(line, teller) : sincePrevious(line, teller);
  const compared = isCompared(line) ? [...changes, ...courseOf(line, teller)] : [];
  return [
    ...scores.map((said) => ({ ...said, tells: measureId })),
    ...compared.map((said) => ({ ...said, beside: measureId })),
    ...(form === null ? [] : riskAnswers(form, teller)),
    ...dataLimits(line, teller),
  ];
}

/** The lesser of two priorities. */
function lower(priority: Priority, atMost: Priority | null): Priority {
  if (atMost === null) return priority;
  return PRIORITIES.indexOf(priority) > PRIORITIES.indexOf(atMost) ? priority : atMost;
}
