import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { InsertionId } from '#shared/contracts/ids.ts';
import type { InsertPlan } from '#shared/contracts/insertion.ts';
import type { ClinicalUpdate, UpdateRequest } from '#shared/contracts/update.ts';
import type { ClientScreen } from '../state/screen.ts';
import type { Attempt } from './insertion.ts';
import type { TargetPart } from './targets.ts';

/** What the clinician read and pressed Insert for. */
export interface InsertRequest {
  readonly screen: ClientScreen;
  /** What was asked for; kept with the insertion. */
  readonly request: UpdateRequest;
  readonly update: ClinicalUpdate;
  /** What counted as new in it: the clinician's last look, or the one of the text it replaces. */
  readonly lastLookedAt: BriefFacts['lastLookedAt'];
  readonly parts: readonly TargetPart[];
  /** The insertion into this note that is refreshed; null where another one is added. */
  readonly replaces: InsertionId | null;
}

/** What the page gets: all that must still hold in the turn of the write, and the texts. */
export function planOf({ screen, parts }: InsertRequest, insertionId: InsertionId): InsertPlan {
  const { query, reading } = screen;
  return {
    insertionId,
    expected: {
      ehr: query.ehr,
      navigation: reading.navigation,
      ...query.subject,
      appointmentId: reading.appointment?.id ?? null,
      appointmentDate: reading.appointment?.date ?? null,
      template: reading.note?.template ?? null,
    },
    parts: parts
      // A part of a refreshed text that says what it said is left alone.
      .filter(({ text, replaces }) => text !== replaces)
      .map(({ field, text, replaces = null }) => ({
        fieldKey: field.key,
        label: field.label,
        text,
        replaces,
      })),
  };
}

/** What the register gets, but for the outcome. */
export function attemptOf(request: InsertRequest, insertionId: InsertionId): Attempt {
  const { query, reading, facts } = request.screen;
  return {
    insertionId,
    clientId: facts.client.clientId,
    ehr: query.ehr,
    recordId: query.subject.recordId,
    appointmentId: reading.appointment?.id ?? null,
    appointmentOn: reading.appointment?.date ?? null,
    replaces: request.replaces,
    request: request.request,
    briefAsOf: request.update.asOf,
    lastLookedAt: request.lastLookedAt,
    parts: request.parts.map(({ field, text }) => ({
      label: field.label,
      section: field.section,
      text,
    })),
  };
}
