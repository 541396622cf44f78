import type { RuleOutcome } from '../contracts/alert.ts';
import type { CalendarDate } from '../contracts/calendar.ts';
import type { CareFacts } from '../contracts/episode.ts';
import type { Instrument } from '../contracts/instrument.ts';
import type { SafetyItem } from '../contracts/items.ts';
import type { ScoredResponse } from '../contracts/response.ts';
import type { RuleSettings } from '../contracts/rule-settings.ts';
import { NO_SETTINGS } from './catalogue/settings.ts';
import type { Circumstances } from './circumstances.ts';
import { type AnswerHistory, answerHistory } from './history/answer-history.ts';
import { lineHistory } from './history/line-history.ts';
import { recordedLines } from './history/recorded-lines.ts';
import {
  FORM_RULES,
  PRIVATE_RULE,
  RISK_RULES,
  SCORE_RULES,
  SCREEN_RULE,
  UNANSWERED_RULE,
} from './rules.ts';

/**
 * Runs every rule for one response of a client to an instrument, the newest unless told otherwise.
 *
 * `history` holds the client's responses, in any order, the newest included. Those to other
 * instruments complete composites and keep an episode of care alive; those to another version of
 * this one are ignored. The rules need the baseline of the episode of care that began on
 * `inCareSince`, the last 60 days, and enough of the past to see where an open stretch of worsening
 * began: give them everything. Outcomes come safety first, then line by line (total, subscales,
 * composites), then those about how the form was filled in. The result depends on nothing else, so
 * any past alert can be worked out again by cutting the history short.
 */
export function evaluate(
  history: readonly ScoredResponse[],
  instrument: Instrument,
  inCareSince: CalendarDate,
  circumstances: Circumstances = {},
): readonly RuleOutcome[] {
  const answers = answerHistory(history, instrument, circumstances);
  if (answers === null) return [];
  const settings = circumstances.settings ?? NO_SETTINGS;
  const care: CareFacts = {
    ...circumstances.care,
    inCareSince,
    contactOn: [
      ...(circumstances.care?.contactOn ?? []),
      ...history.map(({ answeredOn }) => answeredOn),
    ],
  };
  const lines = recordedLines(answers.newest, instrument, history);
  return [
    ...safetyOutcomes(answers, settings),
    ...lines.flatMap((recorded) => {
      const line = lineHistory(recorded, care);
      return line === null ? [] : SCORE_RULES.flatMap((judge) => judge(line, settings));
    }),
    ...FORM_RULES.flatMap((judge) => judge(answers, settings)),
  ];
}

/**
 * A screen's finding stands for all of its risk questions. Where it found nothing, or can't, they are
 * looked at one by one: an answer that was given and is no longer asked for is not passed over.
 */
function safetyOutcomes(answers: AnswerHistory, settings: RuleSettings): RuleOutcome[] {
  const itemsOf = (kind: SafetyItem['kind']) =>
    answers.instrument.safetyItems.filter((item) => item.kind === kind);
  const risk = itemsOf('suicidality');
  const found = SCREEN_RULE(answers, settings);
  const rules = found.length > 0 ? [UNANSWERED_RULE] : [...RISK_RULES, UNANSWERED_RULE];
  return [
    ...rules.flatMap((judge) => risk.flatMap((item) => judge(answers, settings, item))),
    ...found,
    ...itemsOf('partnerViolence').flatMap((item) => PRIVATE_RULE(answers, settings, item)),
  ];
}
