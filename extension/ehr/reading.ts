import type { PageReading } from '#shared/contracts/reading.ts';
import type { EhrAdapter, PageLook } from './contract.ts';
import type { FieldKeys } from './fields/keys.ts';
import { ownMarksIn } from './fields/own-marks.ts';

/** The contract's bounds. */
const MOST_FIELDS = 200;
const LONGEST_LABEL = 200;

/** What the page's observer knows beside a look. */
export interface Circumstances {
  readonly settled: boolean;
  readonly navigation: number;
}

/**
 * A look as it may leave the content script: keys instead of elements. An unsettled reading names
 * nobody and offers no field, so that no reader can mistake it for an answer.
 */
export function readingOf(
  adapter: EhrAdapter,
  look: PageLook,
  keys: FieldKeys,
  { settled, navigation }: Circumstances,
): PageReading {
  const { kind, subjects, identity, appointment, note, fields } = look;
  return {
    ehr: adapter.id,
    adapterVersion: adapter.version,
    kind,
    settled,
    navigation,
    subjects: settled ? [...subjects] : [],
    identity: settled ? identity : { verdict: 'none', signals: [] },
    appointment: settled ? appointment : null,
    note: settled ? note : null,
    fields: settled
      ? fields.slice(0, MOST_FIELDS).map(({ element, label, ...field }) => ({
          ...field,
          key: keys.of(element),
          label: label.slice(0, LONGEST_LABEL),
        }))
      : [],
    schedule: settled ? [...look.schedule] : [],
    scores: settled ? look.scores.map(({ score }) => score) : [],
    ownMarks: settled ? ownMarksIn(fields, keys) : [],
    riskDenial: settled ? look.riskDenial : null,
    failedChecks: settled ? look.checks.filter(({ holds }) => !holds).map(({ name }) => name) : [],
  };
}

/**
 * What must not change while a page settles: kind, people, appointment, shown scores, the day's
 * schedule, and the fields by element and label. What is typed into them does not count.
 */
export function lookSignature(look: PageLook, keys: FieldKeys): string {
  const { kind, subjects, appointment, note, fields, schedule } = look;
  const scores = look.scores.map(({ score }) => score);
  const places = fields.map(({ element, label }) => [keys.of(element), label]);
  return JSON.stringify([kind, subjects, appointment, note, places, schedule, scores]);
}
