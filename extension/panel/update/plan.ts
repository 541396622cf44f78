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
  readonly parts: readonly TargetPart[];
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
    parts: parts.map(({ field, text }) => ({
      fieldKey: field.key,
      label: field.label,
      text,
      replaces: null,
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
    request: request.request,
    briefAsOf: request.update.asOf,
    parts: request.parts.map(({ field, text }) => ({
      label: field.label,
      section: field.section,
      text,
    })),
  };
}
