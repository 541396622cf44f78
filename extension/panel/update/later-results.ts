import type { Brief, LaterResults } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { RULE_WORDS } from '#shared/words/alerts.ts';
import { ratingInWords } from '#shared/words/goals.ts';
import { measureName } from '#shared/words/measures.ts';
import { dateSeenFrom, momentSeenFrom } from '#shared/words/moments.ts';
import { numberInWords } from '#shared/words/numbers.ts';
import { nameOfSent } from '#shared/words/own-names.ts';

/** One thing that came after the session; `risk` when it is about danger. */
export interface LaterResult {
  readonly risk: boolean;
  readonly words: string;
}

/** What came after the session that is documented: what can't wait first, then scores, oldest first. */
export function laterInWords({
  later,
  asOfDate,
  timeZone,
  ownForms,
}: Pick<Brief, 'later' | 'asOfDate' | 'timeZone' | 'ownForms'>): LaterResult[] {
  if (later === null) return [];
  const unsent = later.unsent.flatMap(({ instrumentId, unsentRiskAnswer }) => {
    if (unsentRiskAnswer === null) return [];
    const { item, answeredAt } = unsentRiskAnswer;
    const at = momentSeenFrom(answeredAt, timeZone, asOfDate);
    return `Risk answer on a form not sent: ${measureName(instrumentId)} item ${item}, ${at}`;
  });
  return [
    ...[...later.riskAnswers.map((answer) => riskWords(answer, asOfDate)), ...unsent].map(
      (words) => ({ risk: true, words }),
    ),
    ...later.alerts.map(({ instrumentId, rule }) => ({
      risk: false,
      words: `Alert: ${nameOfSent(ownForms, instrumentId)}, ${RULE_WORDS[rule]}`,
    })),
    ...later.scores.map((score) => ({ risk: false, words: scoreWords(score, asOfDate) })),
    ...later.goalRatings.map((rated) => ({ risk: false, words: goalWords(rated, asOfDate) })),
  ];
}

function riskWords(
  { name, answer, on }: LaterResults['riskAnswers'][number],
  today: CalendarDate,
): string {
  const said = answer.label === null ? 'not answered' : `“${answer.label}”`;
  return `${name} item ${answer.item}: ${said}, ${dateSeenFrom(on, today)}`;
}

function goalWords(
  { goal, rating }: LaterResults['goalRatings'][number],
  today: CalendarDate,
): string {
  const value = ratingInWords(rating.value, goal.scale);
  return `Goal “${goal.words}”, rated by the ${rating.by}: ${value}, ${dateSeenFrom(rating.on, today)}`;
}

function scoreWords(
  { name, measure, displayed, finding, on }: LaterResults['scores'][number],
  today: CalendarDate,
): string {
  const day = dateSeenFrom(on, today);
  if (finding !== null) return `${name}: “${finding.label}”, ${day}`;
  if (displayed === null) return `${name}: can’t be scored, ${day}`;
  const max = measure?.range?.max;
  return `${name} ${numberInWords(displayed)}${max === undefined ? '' : `/${max}`}, ${day}`;
}
