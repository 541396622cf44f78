import type { InsertPlan, InsertRefusal } from '#shared/contracts/insertion.ts';
import type { EhrId, Subject } from '#shared/contracts/reading.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { FoundField } from '../contract.ts';
import { isEditable } from '../fields/editors.ts';
import type { FieldKeys } from '../fields/keys.ts';
import type { TrustedLook } from '../observe/observer.ts';

/** The page as it is in this very turn. */
export interface PageNow extends TrustedLook {
  readonly ehr: EhrId;
  readonly keys: FieldKeys;
  /** True when nothing may be written into the page any longer. */
  readonly givenUp: boolean;
}

/** The page as insertion and undo see it. */
export interface PageAccess {
  /** Looks at the page in the turn of the call. */
  lookNow(): PageNow;
  /** Resolves once the page has settled, or has had time enough to. */
  settled(): Promise<void>;
}

type Expected = InsertPlan['expected'];

/** How many of record id, name and birth date a plan must name: one alone proves nobody. */
const ENOUGH_IDENTIFIERS = 2;

/**
 * Compares the page with what the clinician saw. The field comes back only when page, client, note
 * and field are all still what they were; call it in the same turn as the write.
 */
export function verify(
  page: PageNow,
  expected: Expected,
  part: { readonly fieldKey: string; readonly label: string },
): Result<FoundField, InsertRefusal> {
  if (page.givenUp) return refuse('pageUnreachable');
  const refusal = clientRefusal(page, expected) ?? pageRefusal(page, expected);
  if (refusal !== null) return refuse(refusal);
  return verifiedField(page, part);
}

/**
 * Where a field that was written to now stands, in the same client's note: the element itself, or,
 * after the page has replaced it, the only field with its label.
 */
export function sameField(
  page: PageNow,
  expected: Expected,
  { label }: { readonly label: string },
  element: HTMLElement,
): Result<HTMLElement, InsertRefusal> {
  const refusal = clientRefusal(page, expected) ?? pageRefusal(page, expected);
  if (refusal !== null) return refuse(refusal);
  const [field, ...others] = page.look.fields.filter((one) =>
    element.isConnected ? one.element === element : one.label === label,
  );
  return field === undefined || others.length > 0 || field.psychotherapy
    ? refuse('fieldNotFound')
    : ok(field.element);
}

function clientRefusal({ look, ehr }: PageNow, expected: Expected): InsertRefusal | null {
  if (look.kind === 'signedOut') return 'signedOut';
  const named = [expected.recordId, expected.name, expected.birthDate];
  if (named.filter((one) => one !== null).length < ENOUGH_IDENTIFIERS) return 'ambiguousClient';
  if (look.subjects.length > 1) return 'ambiguousClient';
  const [subject] = look.subjects;
  if (subject === undefined) return look.kind === 'note' ? 'ambiguousClient' : 'pageChanged';
  return ehr === expected.ehr && isSame(subject, expected) ? null : 'wrongClient';
}

function isSame(subject: Subject, expected: Expected): boolean {
  return (
    subject.recordId === expected.recordId &&
    subject.name === expected.name &&
    subject.birthDate === expected.birthDate
  );
}

function pageRefusal(
  { look, settled, navigation }: PageNow,
  expected: Expected,
): InsertRefusal | null {
  const { appointment, note, kind } = look;
  if (navigation !== expected.navigation || !settled) return 'pageChanged';
  if ((appointment?.id ?? null) !== expected.appointmentId) return 'pageChanged';
  if (note?.state === 'signed') return 'signed';
  if (note?.state === 'locked' || kind === 'lockedNote') return 'locked';
  const sameNote =
    (appointment?.date ?? null) === expected.appointmentDate &&
    (note?.template ?? null) === expected.template;
  return kind === 'note' && sameNote ? null : 'pageChanged';
}

function verifiedField(
  { look, keys }: PageNow,
  part: { readonly fieldKey: string; readonly label: string },
): Result<FoundField, InsertRefusal> {
  const field = look.fields.find(({ element }) => keys.of(element) === part.fieldKey);
  if (field === undefined) return refuse(whyMissing(keys.find(part.fieldKey)));
  if (field.psychotherapy) return refuse('psychotherapyNote');
  if (field.label !== part.label) return refuse('fieldChanged');
  if (field.editor === 'unsupported') return refuse('unsupportedVersion');
  return isEditable(field.element) ? ok(field) : refuse('locked');
}

/** A field that is still there but not among the note's fields was closed or became another. */
function whyMissing(element: HTMLElement | undefined): InsertRefusal {
  if (element?.isConnected !== true) return 'fieldNotFound';
  return isEditable(element) ? 'fieldChanged' : 'locked';
}
