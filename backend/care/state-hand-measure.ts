import { canonicalText } from '#backend/audit/canonical.ts';
import type { StatedMeasure } from '#backend/store/hand-measures.ts';
import type { TimeZone } from '#shared/contracts/calendar.ts';
import { HandMeasure } from '#shared/contracts/hand-measure.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { measureByHand } from '#shared/measures/by-hand.ts';
import { type CareDeps, staffScope } from './deps.ts';
import type { HandMeasureCare } from './hand-measure-care.ts';
import { wordsFault } from './hand-measure-words.ts';
import { signedOn, timeZoneOf } from './signed.ts';

/**
 * What a practice states of measures that may not be shipped. Every statement is kept, so that a total
 * can be read by the one that it was entered by.
 */
export function createHandMeasureCare(deps: CareDeps): HandMeasureCare {
  return {
    statedMeasures: (caller) =>
      deps.store.inPractice(staffScope(deps, caller), async (care) => {
        const timeZone = await timeZoneOf(care);
        return (await care.handMeasures.newest()).map((stated) => asItStands(stated, timeZone));
      }),
    statedMeasure: (caller, id) =>
      deps.store.inPractice(staffScope(deps, caller), async (care) => {
        const stated = await care.handMeasures.newestOf(id);
        return stated === null ? null : asItStands(stated, await timeZoneOf(care));
      }),
    stateMeasure: stateMeasure(deps),
    useMeasure: useMeasure(deps),
  };
}

function stateMeasure(deps: CareDeps): HandMeasureCare['stateMeasure'] {
  return (caller, { measure: wanted, seenEdition }) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const newest = await care.handMeasures.newestOf(wanted.id);
      const stands = newest?.measure ?? null;
      const edition = (newest?.edition ?? 0) + 1;
      const version = versionOf(wanted, stands);
      const parsed = HandMeasure.safeParse({ ...wanted, version });
      if (!parsed.success) return refuse('malformed');
      const made = measureByHand(parsed.data);
      if (!made.ok) return made;
      const fault = wordsFault(parsed.data);
      if (fault !== null) return refuse(fault);
      if (stands !== null && saysTheSame(parsed.data, stands)) return ok(stands);
      if (seenEdition === 0 && stands !== null) return refuse('taken');
      if (seenEdition !== edition - 1) return refuse('outdated');
      if (newest?.inUse === false) return refuse('retired');
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

/** A further statement that says the same of the measure, and whether it is in use from now on. */
function useMeasure(deps: CareDeps): HandMeasureCare['useMeasure'] {
  return (caller, id, inUse) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const newest = await care.handMeasures.newestOf(id);
      if (newest === null) return refuse('notFound');
      if (newest.inUse === inUse) return ok(null);
      const edition = newest.edition + 1;
      const { measure } = newest;
      if (!(await care.handMeasures.state({ measure, edition, inUse }, caller.staffId))) {
        const meanwhile = await care.handMeasures.newestOf(id);
        return meanwhile?.inUse === inUse ? ok(null) : refuse('outdated');
      }
      const action = inUse ? 'handMeasure.restored' : 'handMeasure.retired';
      const subject = { handMeasureId: id, edition };
      await care.audit.append({ action, clientId: null, subject });
      return ok(null);
    });
}

function asItStands({ measure, edition, inUse, by, at }: StatedMeasure, timeZone: TimeZone) {
  return { measure, edition, retired: inUse ? null : signedOn({ by, at }, timeZone) };
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
