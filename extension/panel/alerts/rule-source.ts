import { RULES, standingOf } from '#shared/alerts/catalogue/catalogue.ts';
import { cutOffInUse } from '#shared/change/in-use.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { Provenance } from '#shared/contracts/provenance.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { measure } from '#shared/measures/lookup.ts';
import { standingInWords, TIER_WORDS } from '#shared/words/alerts.ts';
import { askedInWords } from '#shared/words/asked.ts';
import { PROVENANCE_WORDS } from '../words/provenance.ts';
import { lookedAt, workedOut } from './rule-numbers.ts';

/** One thing to know about how an alert came to be. */
export interface RuleFact {
  readonly term: string;
  readonly words: string;
}

/**
 * Everything behind an alert's newest evidence: which rule in which version, whether it was published,
 * what it asked for and what the practice has set differently, where its numbers come from, what it
 * looked at and what it worked out.
 */
export function ruleFacts(alert: Alert, today: CalendarDate): RuleFact[] {
  const { rule, ruleVersion, parameters, instrumentId, tier } = alert;
  const named = { term: 'Rule', words: `${rule}, version ${ruleVersion}` };
  const newest = alert.evidence.at(-1);
  if (newest === undefined) return [named];
  const known = measure(instrumentId);
  const asked = known === null ? null : askedInWords(newest, known, parameters);
  const speaker = { instrumentId, today };
  return [
    named,
    { term: 'Standing', words: standingInWords(standingOf(rule, newest)) },
    ...(asked === null ? [] : [{ term: 'Asked for', words: asked }]),
    ...setByPractice(alert).map((words) => ({ term: 'Set by your practice', words })),
    ...sourcesOf(newest, instrumentId).map((words) => ({ term: 'Source', words })),
    ...lookedAt(newest, speaker).map((words) => ({ term: 'Looked at', words })),
    {
      term: 'Worked out',
      words: [...workedOut(newest), TIER_WORDS[tier].toLowerCase()].join('; '),
    },
  ];
}

/**
 * What was in force other than the rule's own defaults. Of a rule that has another version by now
 * those of then are not known.
 */
function setByPractice({ rule, ruleVersion, parameters }: Alert): string[] {
  const { version, parameters: own } = RULES[rule];
  if (version !== ruleVersion) return [];
  return own.flatMap(({ name, meaning, default: usual, unit }) => {
    const value = parameters[name];
    if (value === undefined || value === usual) return [];
    const of = unit === 'share' ? '' : ` ${unit}`;
    return `${value}${of}, usually ${usual}: ${meaning}`;
  });
}

function sourcesOf(evidence: AlertEvidence, instrumentId: string): string[] {
  if (evidence.kind === 'safetyAnswer') return safetySource(evidence.item, instrumentId);
  const known = measure(instrumentId);
  if (known === null || !('threshold' in evidence) || evidence.kind === 'validity') return [];
  const cutOff = evidence.kind === 'cutOff' ? cutOffInUse(known.cutOffs) : null;
  if (cutOff !== null) return [`Cut-off ${cutOff.value}: ${sourced(cutOff)}`];
  const ranges = { source: known.bandsSource, provenance: known.bandsProvenance };
  const change = known.reliableChange;
  return [
    ...(evidence.kind === 'band' ? [`Ranges: ${sourced(ranges)}`] : []),
    ...(change === null ? [] : [`Reliable change ${change.value}: ${sourced(change)}`]),
  ];
}

function safetySource(item: number, instrumentId: string): string[] {
  const safety = instrument(instrumentId)?.safetyItems.find((candidate) => candidate.item === item);
  if (safety === undefined) return [];
  const points = safety.positiveFrom === 1 ? '1 point' : `${safety.positiveFrom} points`;
  return [`Item ${item} counts from ${points}: ${sourced(safety)}`];
}

function sourced({
  source,
  provenance,
}: {
  readonly source: string;
  readonly provenance: Provenance;
}): string {
  return `${source} (${PROVENANCE_WORDS[provenance]})`;
}
