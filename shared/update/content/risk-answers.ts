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
 * answered". An informational item gives way to other sentences while it is answered and not
 * positive. Answers about a partner's violence are in no text.
 */
export function riskAnswers(form: AnsweredForm, teller: Teller): Piece[] {
  const items = form.answered.at(-1)?.safety ?? [];
  return items.flatMap(({ item, kind, value, positive }) => {
    const [latest, before, ...older] = answersTo(item, form);
    if (latest === undefined || kind === 'partnerViolence') return [];
    const subject = teller.language.risk.subject(nameOfId(teller, form.instrumentId), item);
    const quiet = kind === 'informational' ? 'detail' : 'kept';
    const priority = value === null || positive ? 'vital' : quiet;
    return [
      ...piece('report', priority, latestText({ subject, latest, before }, teller)),
      ...olderTexts(older, teller),
    ];
  });
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

function olderTexts(older: readonly DatedAnswer[], teller: Teller): Piece[] {
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
    pieces.push(...piece('report', 'vital', risk.earlierPositive(positive.length, day, label)));
  }
  if (lastBlank !== undefined) {
    const day = dayOf(teller, lastBlank.on);
    pieces.push(...piece('report', 'vital', risk.earlierBlank(blank.length, day)));
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
