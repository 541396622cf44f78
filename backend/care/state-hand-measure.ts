import { canonicalText } from '#backend/audit/canonical.ts';
import { HandMeasure } from '#shared/contracts/hand-measure.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { measureByHand } from '#shared/measures/by-hand.ts';
import { type CareDeps, staffScope } from './deps.ts';
import type { HandMeasureCare } from './hand-measure-care.ts';
import { wordsFault } from './hand-measure-words.ts';

/**
 * What a practice states of measures that may not be shipped. Every statement is kept, so that a total
 * can be read by the one that it was entered by.
 */
export function createHandMeasureCare(deps: CareDeps): HandMeasureCare {
  return {
    statedMeasures: (caller) =>
      deps.store.inPractice(staffScope(deps, caller), (care) => care.handMeasures.newest()),
    statedMeasure: (caller, id) =>
      deps.store.inPractice(staffScope(deps, caller), (care) => care.handMeasures.newestOf(id)),
    stateMeasure: stateMeasure(deps),
  };
}

function stateMeasure(deps: CareDeps): HandMeasureCare['stateMeasure'] {
  return (caller, { measure: wanted, seenEdition }) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const newest = await care.handMeasures.newestOf(wanted.id);
      const standing = newest?.measure ?? null;
      const edition = (newest?.edition ?? 0) + 1;
      const version = versionOf(wanted, standing);
      const parsed = HandMeasure.safeParse({ ...wanted, version });
      if (!parsed.success) return refuse('malformed');
      const made = measureByHand(parsed.data);
      if (!made.ok) return made;
      const fault = wordsFault(parsed.data);
      if (fault !== null) return refuse(fault);
      if (standing !== null && saysTheSame(parsed.data, standing)) return ok(standing);
      if (seenEdition === 0 && standing !== null) return refuse('taken');
      if (seenEdition !== edition - 1) return refuse('outdated');
      const added = await care.handMeasures.state(
        { measure: parsed.data, edition },
        caller.staffId,
      );
      if (!added) return refuse('outdated');
      const subject = { handMeasureId: wanted.id, edition };
      await care.audit.append({ action: 'handMeasure.stated', clientId: null, subject });
      return ok(parsed.data);
    });
}

/** Totals on another range, in another direction or under other bands are not compared. */
function versionOf(wanted: Omit<HandMeasure, 'version'>, standing: HandMeasure | null): number {
  if (standing === null) return 1;
  return scaleOf(wanted) === scaleOf(standing) ? standing.version : standing.version + 1;
}

function scaleOf({ range, direction, bands }: Omit<HandMeasure, 'version'>): string {
  return canonicalText({ range, direction, bands });
}

function saysTheSame(one: HandMeasure, other: HandMeasure): boolean {
  return canonicalText(one) === canonicalText(other);
}
