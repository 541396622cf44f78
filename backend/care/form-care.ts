import type { Caller } from '#backend/access/caller.ts';
import type { CustomForm, FormId } from '#shared/contracts/custom-form.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { FormFaultAt } from '#shared/forms/check-form.ts';
import type { Signed } from './practice-care.ts';

/** One version of a form with who made it. */
export interface SignedForm extends Signed {
  readonly form: CustomForm;
}

/** A form as it stands: its newest version, and whether it is in use. */
export interface PracticeForm extends SignedForm {
  /** Who took it out of use; null while it can be sent. */
  readonly retired: Signed | null;
}

/** A form as somebody wants to have it. */
export interface WantedForm {
  /** Made when the form was begun, so that saving it twice saves it once. */
  readonly formId: FormId;
  /** `CustomForm.version` that was on screen; 0 for a new form. */
  readonly seenVersion: number;
  readonly title: unknown;
  readonly items: unknown;
}

/**
 * Why a form is not saved. `outdated`: somebody else has saved a version meanwhile. `titleTaken`:
 * another form in use is called that, and nobody could tell which one to send.
 */
export type SaveFormRefusal =
  | { readonly reason: 'notFound' }
  | { readonly reason: 'outdated' }
  | { readonly reason: 'titleTaken' }
  | { readonly reason: 'faults'; readonly faults: readonly FormFaultAt[] };

/**
 * The practice's own forms. Nothing of it is about a client. Whose role may do what stands in the
 * catalogue of pages.
 */
export interface FormCare {
  /** Every form in its newest version, the newest form first. */
  readonly list: (caller: Caller) => Promise<readonly PracticeForm[]>;
  /** One form; null when the practice has none of this id. */
  readonly find: (caller: Caller, formId: FormId) => Promise<PracticeForm | null>;
  /** Every version of a form, newest first; empty when there is no such form. */
  readonly versions: (caller: Caller, formId: FormId) => Promise<readonly SignedForm[]>;
  /** Makes a form, or a further version of it; the same again makes none. */
  readonly save: (
    caller: Caller,
    wanted: WantedForm,
  ) => Promise<Result<CustomForm, SaveFormRefusal>>;
  /**
   * Takes a form out of use, or back into use. What was sent can still be answered. Idempotent.
   * `titleTaken`: a form that is in use is called that by now.
   */
  readonly use: (
    caller: Caller,
    formId: FormId,
    inUse: boolean,
  ) => Promise<Result<null, 'notFound' | 'titleTaken'>>;
}
