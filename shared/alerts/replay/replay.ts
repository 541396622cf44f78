import type { Alert } from '../../contracts/alert.ts';
import { ok, type Result, refuse } from '../../contracts/result.ts';
import { RULES } from '../catalogue/catalogue.ts';
import { moreUrgent } from '../tiers.ts';
import { missingData } from './missing-data.ts';
import type { ClientRecord } from './record.ts';
import type { Replayed, ReplayRefusal } from './replayed.ts';
import { sameFacts } from './same-facts.ts';
import { workedOutAgain } from './work-out.ts';

/**
 * Works out a recorded alert again from what is stored: the rule of the same version, on the answers
 * and settings of the time, has to give the recorded evidence, tier and numbers. A response that was
 * corrected later counts as it stood then.
 */
export function replay(alert: Alert, record: ClientRecord): Result<Replayed, ReplayRefusal> {
  const { version } = RULES[alert.rule];
  if (alert.ruleVersion !== version) {
    return refuse({ reason: 'ruleVersionUnknown', version: alert.ruleVersion, known: version });
  }
  const missing = missingData(alert, record);
  if (missing !== null) return refuse(missing);
  const found = alert.evidence.map((evidence) => workedOutAgain(evidence, alert, record));
  const outcomes = found.flatMap((outcome) => outcome ?? []);
  const evidence = alert.evidence.filter((_, place) => found[place] === null);
  const [first, ...others] = outcomes.map((outcome) => outcome.tier);
  const tier = first === undefined || others.reduce(moreUrgent, first) !== alert.tier;
  const parameters = !sameFacts(outcomes.at(-1)?.parameters, alert.parameters);
  if (evidence.length === 0 && !tier && !parameters) return ok({ status: 'reproduced', outcomes });
  return ok({ status: 'differs', evidence, tier, parameters });
}
