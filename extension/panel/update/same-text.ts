import { briefFor, interpret } from '#shared/brief/interpret.ts';
import type { Brief, BriefFacts } from '#shared/contracts/brief.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import type { ClinicalUpdate, UpdateRequest } from '#shared/contracts/update.ts';
import { compose } from '#shared/update/compose.ts';
import type { Done } from './insertion.ts';
import type { InsertRequest } from './plan.ts';

/** What a text is made from. */
export interface TextSource {
  readonly request: UpdateRequest;
  /** The one that the request is about: as of now, or of its session. */
  readonly brief: Brief;
  readonly phrases: BriefFacts['phrases'];
}

/** The brief that a request is about. */
export function briefOf({ sessionOn }: UpdateRequest, facts: BriefFacts): Brief {
  return sessionOn === null ? interpret(facts) : briefFor(facts, sessionOn);
}

/**
 * The text with another moment in its provenance line: two texts that differ in nothing but when they
 * were composed are the same at one moment.
 */
export function composedAt({ request, brief, phrases }: TextSource, asOf: Instant): ClinicalUpdate {
  return compose({ ...brief, asOf }, request, phrases);
}

const ANY_MOMENT = Instant.parse('2000-01-01T00:00:00.000Z');

/** What a text says, without its moment: that passes with every answer of the server. */
export function contentOf(source: TextSource): string {
  return composedAt(source, ANY_MOMENT).text;
}

/** What was read of a text that may be inserted, but for its moment: what it says, and where it would go. */
export function readKeyOf(content: string, { parts }: Pick<InsertRequest, 'parts'>): string {
  return JSON.stringify([content, parts.map(({ field: { key, label } }) => [key, label])]);
}

/** Whether the present facts still give the text that was read, but for its moment. */
export function stillSays(
  { request, update, lastLookedAt }: InsertRequest,
  facts: BriefFacts,
): boolean {
  const brief = briefOf(request, { ...facts, lastLookedAt });
  const source = { request, brief, phrases: facts.phrases };
  return composedAt(source, update.asOf).text === update.text;
}

/** Whether the text that is shown is the one that was inserted, but for its moment. */
export function isInNote({ record }: Done, source: TextSource): boolean {
  const update = composedAt(source, record.briefAsOf);
  const [first, ...others] = record.parts;
  if (first !== undefined && others.length === 0) return first.text === update.text;
  const bySection = new Map(update.sections.map(({ section, text }) => [section, text]));
  return record.parts.every(
    ({ section, text }) => section !== null && bySection.get(section) === text,
  );
}
