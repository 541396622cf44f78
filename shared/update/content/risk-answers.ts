import type { CalendarDate } from '../../contracts/calendar.ts';
import type { AnsweredForm } from '../../contracts/measure-line.ts';
import type { SafetyAnswer } from '../../contracts/response.ts';
import type { SaidAnswer } from '../language/risk-words.ts';
import { type Piece, piece } from '../piece.ts';
import { quotedAnswer } from '../plain.ts';
import { dayOf, nameOfId, type Teller } from './teller.ts';

/** One answer to a safety item, with its day. */
interface DatedAnswer extends SafetyAnswer {
  readonly on: CalendarDate;
  readonly isNew: boolean;
}

/**
 * What was answered to each safety item of a form: the latest answer and the one before, then
 * positive answers and blanks that came between the last look and these. A blank is said as "not
 * answered". An item that the newest form did not ask is told while an answer of concern to it is
 * new. An informational item gives way to other sentences while it is answered and not positive.
 * Answers about a partner's violence are in no text.
 */
export function riskAnswers(form: AnsweredForm, teller: Teller): Piece[] {
  return itemsTold(form).flatMap((item) => {
    const [latest, before, ...older] = answersTo(item, form);
    if (latest === undefined || latest.kind === 'partnerViolence') return [];
    const subject = teller.language.risk.subject(nameOfId(teller, form.instrumentId), item);
    const isUnread = before?.isNew === true && isOfConcern(before);
    const quiet = latest.kind === 'informational' ? 'detail' : 'kept';
    const priority = isOfConcern(latest) || isUnread ? 'vital' : quiet;
    return [
      ...piece('report', priority, latestText({ subject, latest, before }, teller)),
      ...olderTexts(subject, older, teller),
    ];
  });
}

/** The items of the newest form, and those of new ones before it that hold an answer of concern. */
function itemsTold({ answered }: AnsweredForm): number[] {
  const newest = answered.at(-1)?.safety ?? [];
  const unread = answered
    .filter(({ isNew }) => isNew)
    .flatMap(({ safety }) => safety.filter(isOfConcern));
  const items = new Set([...newest, ...unread].map(({ item }) => item));
  return [...items].toSorted((one, other) => one - other);
}

function isOfConcern({ positive, value }: Pick<SafetyAnswer, 'positive' | 'value'>): boolean {
  return positive || value === null;
}

/** Newest first. */
function answersTo(item: number, { answered }: AnsweredForm): DatedAnswer[] {
  return answered
    .flatMap(({ on, isNew, safety }) =>
      safety.filter((answer) => answer.item === item).map((answer) => ({ ...answer, on, isNew })),
    )
    .toReversed();
}

interface TwoAnswers {
  readonly subject: string;
  readonly latest: DatedAnswer;
  readonly before: DatedAnswer | undefined;
}

function latestText({ subject, latest, before }: TwoAnswers, teller: Teller): string {
  const { risk } = teller.language;
  const now = said(latest);
  const day = dayOf(teller, latest.on);
  if (before === undefined) return risk.answer(subject, now, day);
  const isSameDay = before.on === latest.on;
  const then = said(before);
  const isSame = before.value === latest.value && now.withdrawn === then.withdrawn;
  if (isSame && isSameDay) return risk.twice(subject, now, day);
  const beforeDay = dayOf(teller, before.on);
  if (isSame) return risk.same(subject, now, [day, beforeDay]);
  return risk.changed(subject, { ...now, day }, { ...then, day: isSameDay ? null : beforeDay });
}

function olderTexts(subject: string, older: readonly DatedAnswer[], teller: Teller): Piece[] {
  const { risk } = teller.language;
  const unread = older.filter(({ isNew }) => isNew);
  const positive = unread.filter((answer) => answer.positive);
  const [lastPositive] = positive;
  const blank = unread.filter(({ value }) => value === null);
  const [lastBlank] = blank;
  const pieces: Piece[] = [];
  if (lastPositive !== undefined) {
    const highest = positive.reduce((most, answer) =>
      (answer.value ?? 0) > (most.value ?? 0) ? answer : most,
    );
    const label = said(highest).label ?? '';
    const day = dayOf(teller, lastPositive.on);
    const text = risk.earlierPositive(subject, positive.length, day, label);
    pieces.push(...piece('report', 'vital', text));
  }
  if (lastBlank !== undefined) {
    const day = dayOf(teller, lastBlank.on);
    pieces.push(...piece('report', 'vital', risk.earlierBlank(subject, blank.length, day)));
  }
  return pieces;
}

/** An answer as it is said; a value without printed words stands for itself. */
export function said({
  label,
  value,
  withdrawn,
}: Pick<SafetyAnswer, 'label' | 'value' | 'withdrawn'>): SaidAnswer {
  const words = value === null ? null : quotedAnswer(label ?? String(value));
  return { label: words, withdrawn: withdrawn === true };
}
