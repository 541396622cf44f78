import type { BriefFacts } from '#shared/contracts/brief.ts';
import { dateInWords } from '#shared/contracts/calendar.ts';
import type { CareEvent } from '#shared/contracts/care-event.ts';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import type { HandTotal } from '#shared/contracts/own-answers.ts';
import type { EpisodeMark } from '#shared/contracts/record-procedures.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { measureName, scoreInWords } from '#shared/words/measures.ts';
import type { WorkerReply } from '../../messages/worker.ts';

/** What an event is about. */
export const EVENT_WORDS: Readonly<Record<CareEvent['kind'], string>> = {
  medication: 'Medication',
  lifeEvent: 'Life event',
  other: 'Other',
};

/** What happened on a marked day. */
export const MARK_WORDS: Readonly<Record<EpisodeMark['kind'], string>> = {
  began: 'New episode of care',
  ended: 'Care ended',
};

/** `Medication, 3 Nov 2026: sertraline 50 mg begun`. */
export function eventInWords({ kind, on, label }: Omit<CareEvent, 'eventId'>): string {
  return `${EVENT_WORDS[kind]}, ${dateInWords(on, { year: true })}: ${label}`;
}

/** `New episode of care, 3 Nov 2026`. */
export function markInWords({ kind, on }: Pick<EpisodeMark, 'kind' | 'on'>): string {
  return `${MARK_WORDS[kind]}, ${dateInWords(on, { year: true })}`;
}

/** `OQ-45.2, 3 Nov 2026: 78`. */
export function totalInWords(
  { on, total }: Pick<HandTotal, 'on' | 'total'>,
  { name }: Pick<HandMeasure, 'name'>,
): string {
  return `${name}, ${dateInWords(on, { year: true })}: ${total}`;
}

/** `PHQ-9, 3 Nov 2026`. */
export function responseInWords({ instrumentId, answeredOn }: ScoredResponse): string {
  return `${measureName(instrumentId)}, ${dateInWords(answeredOn, { year: true })}`;
}

/** The number of a response, what a screen found, or that there is neither. */
export function scoreOfResponse({ instrumentId, score }: ScoredResponse): string {
  if (score.status === 'scored') return scoreInWords(instrumentId, score.displayed);
  if (score.status === 'screened') return score.label;
  return score.status === 'profile' ? 'scored in parts' : 'can’t be scored';
}

/** The measure of a total, in the version it was entered for; the id where it is not held. */
export function handMeasureOf(
  { handMeasureId, handMeasureVersion }: HandTotal,
  { own }: BriefFacts,
): Pick<HandMeasure, 'name'> {
  const known = own?.handMeasures.find(
    ({ id, version }) => id === handMeasureId && version === handMeasureVersion,
  );
  return known ?? { name: handMeasureId };
}

/** `0 to 180`, or that the practice has stated none. */
export function rangeInWords({ range }: HandMeasure): string {
  return range === null ? 'Your practice has stated no range.' : `${range.min} to ${range.max}`;
}

type Refusal = Extract<WorkerReply<null>, { ok: false }>;

/**
 * Why something was not saved. Without an answer nobody knows whether it was: the same is sent
 * under the same id, so that saving again can't record it twice.
 */
export function notSavedInWords({ reason, message }: Refusal): string {
  if (reason === 'unreachable') {
    return 'No answer from the Throughline server, so it is not known whether this was saved. What you entered stays here. Save again: it is recorded once.';
  }
  return reason === 'slow' || reason === 'signedOut'
    ? `Not known to be saved. ${message} What you entered stays here; it is recorded once.`
    : `Not saved. ${message}`;
}
