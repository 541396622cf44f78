import type { Brief, CheckIn } from '../../contracts/brief.ts';
import { dateInZone, daysBetween } from '../../contracts/calendar.ts';
import { instrument } from '../../instruments/registry.ts';
import { answerLabel } from '../../scoring/labels.ts';
import { type Piece, piece } from '../piece.ts';
import { quotedAnswer } from '../plain.ts';
import { isPrivateForm } from './private-forms.ts';
import { dayOf, nameOfId, type Teller } from './teller.ts';

/** Missed check-ins that are named one by one; older ones are counted. */
const NAMED_MISSED = 3;

/**
 * How the check-ins went, what was missed, and what silence does not mean. All are counted, those that
 * never reached the client apart; a form whose mere name would tell is not named.
 */
export function checkIns(teller: Teller): Piece[] {
  const { sent, missed, unfinished, outstanding, undelivered } = teller.brief.completion;
  const { checkIns: words } = teller.language;
  if (sent + undelivered.length === 0) return [];
  const named = (some: readonly CheckIn[]) =>
    some.filter(({ instrumentId }) => !isPrivateForm(instrumentId, teller.brief.forms));
  const begun = named(unfinished).filter((checkIn) => outstanding.includes(checkIn));
  return [
    ...piece('done', 'completion', completedText(teller)),
    ...unsentRiskTexts(unfinished, teller).flatMap((text) => piece('report', 'vital', text)),
    ...piece('done', 'kept', missedText(named(missed), teller)),
    ...piece('done', 'completion', begunText(begun, teller)),
    ...piece('done', 'kept', isSilent(teller.brief) ? words.silence : null),
    ...piece('next', 'completion', nextText(named(outstanding), teller)),
  ];
}

/** Null for a session from which on nothing that was sent is known any more. */
function completedText(teller: Teller): string | null {
  const { completion, sessionOn } = teller.brief;
  const { since, sent, completed, outstanding, undelivered } = completion;
  if (sessionOn !== null && sessionOn < since) return null;
  const span =
    sessionOn === null ? null : ([dayOf(teller, since), dayOf(teller, sessionOn)] as const);
  const { checkIns: words } = teller.language;
  return words.completed({
    span,
    completed,
    sent,
    notYetDue: outstanding.length,
    undelivered: undelivered.length,
  });
}

/**
 * Risk answers on forms that the client never sent, which no alert speaks of:
 * `PHQ-9 opened 12 Nov, not sent; item 9 was answered "several days" on it`.
 */
export function unsentRiskTexts(unfinished: readonly CheckIn[], teller: Teller): string[] {
  return unfinished.flatMap(({ instrumentId, openedAt, unsentRiskAnswer }) => {
    if (unsentRiskAnswer === null) return [];
    const { item, value, answeredAt } = unsentRiskAnswer;
    const known = instrument(instrumentId);
    const label = known === null ? null : answerLabel(known, item, value);
    const opened = dayOf(teller, dateInZone(openedAt ?? answeredAt, teller.brief.timeZone));
    const name = nameOfId(teller, instrumentId);
    const said = quotedAnswer(label ?? String(value));
    return [teller.language.risk.unsent(name, opened, item, said)];
  });
}

/** Whether the newest thing known is that a check-in was not answered. */
function isSilent({ forms, ownForms, completion }: Brief): boolean {
  const answered = [
    ...forms.flatMap((form) => form.answered.slice(-1)),
    ...ownForms.flatMap((form) => form.answered.slice(0, 1)),
  ];
  const newest = answered
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  return completion.missed.some(
    ({ dueOn }) => newest === undefined || daysBetween(newest, dueOn) > 0,
  );
}

/** `Missed: PHQ-9 due 26 Sep, not opened; ...`; null when none was. */
function missedText(missed: readonly CheckIn[], teller: Teller): string | null {
  if (missed.length === 0) return null;
  const { checkIns: words } = teller.language;
  const named = missed
    .slice(0, NAMED_MISSED)
    .map((checkIn) =>
      words.due(
        nameOfId(teller, checkIn.instrumentId),
        dayOf(teller, checkIn.dueOn),
        progressText(checkIn, teller),
      ),
    );
  return words.missed(named, missed.length - named.length);
}

function begunText(begun: readonly CheckIn[], teller: Teller): string | null {
  if (begun.length === 0) return null;
  const { checkIns: words } = teller.language;
  return words.notFinished(
    begun.map((checkIn) =>
      words.sent(
        nameOfId(teller, checkIn.instrumentId),
        dayOf(teller, checkIn.sentOn),
        progressText(checkIn, teller),
      ),
    ),
  );
}

/** `not opened`, `opened, not answered`, or `left with 4 of 9 items answered`. */
function progressText(
  { instrumentId, openedAt, answeredItems }: CheckIn,
  { language, brief }: Teller,
): string {
  const { checkIns: words } = language;
  const own = brief.ownForms.find((form) => form.instrumentId === instrumentId);
  const questions = own?.questions ?? instrument(instrumentId)?.items.length ?? null;
  if (openedAt === null) return words.notOpened;
  if (answeredItems === 0) return words.notAnswered;
  return words.leftWith(answeredItems, questions);
}

/** `Next check-in due 10 Nov (PHQ-9 and GAD-7)`. */
function nextText(outstanding: readonly CheckIn[], teller: Teller): string | null {
  const next = outstanding.at(-1)?.dueOn;
  if (next === undefined) return null;
  const names = new Set(
    outstanding
      .filter(({ dueOn }) => dueOn === next)
      .map(({ instrumentId }) => nameOfId(teller, instrumentId)),
  );
  const { checkIns: words, list } = teller.language;
  return words.next(dayOf(teller, next), list([...names]));
}
