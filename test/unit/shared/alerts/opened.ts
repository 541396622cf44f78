import { evaluate } from '#shared/alerts/evaluate.ts';
import { applyOutcomes } from '#shared/alerts/merge.ts';
import type { ClientRecord } from '#shared/alerts/replay/record.ts';
import { Alert, type RuleCode, type RuleOutcome } from '#shared/contracts/alert.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import type { RuleSettings } from '#shared/contracts/rule-settings.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { FIRST_DAY } from '../a-history.ts';
import { anAlert } from './an-alert.ts';

/** A client of whom nothing is on record. */
export const NOTHING: ClientRecord = {
  responses: [],
  checkIns: [],
  settings: [],
  inCareSince: FIRST_DAY,
};

/** The alert that outcomes open, as it comes back from a database that sorts keys. */
export function opened(
  rule: RuleCode,
  outcomes: readonly (RuleOutcome | null)[],
  at: Instant,
): Alert {
  const change = applyOutcomes(
    [],
    outcomes.filter((outcome) => outcome !== null),
    at,
  ).find((one) => one.change === 'open' && one.rule === rule);
  if (change?.change !== 'open') throw new Error(`${rule} opens no alert`);
  const { change: _, ...facts } = change;
  return stored({ ...anAlert(1), ...facts, evidence: [...facts.evidence] });
}

const sorted = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).toSorted(([one], [other]) => one.localeCompare(other)),
      )
    : value;

function stored(alert: Alert): Alert {
  return Alert.parse(JSON.parse(JSON.stringify(alert, sorted)));
}

/** The alert that a history opened at its newest response. */
export function openedBy(
  rule: RuleCode,
  history: readonly ScoredResponse[],
  instrument: Instrument = phq9,
  settings?: RuleSettings,
): Alert {
  const at = history.at(-1)?.submittedAt;
  if (at === undefined) throw new Error('a history has a newest response');
  const circumstances = settings === undefined ? {} : { settings };
  return opened(rule, evaluate(history, instrument, FIRST_DAY, circumstances), at);
}
