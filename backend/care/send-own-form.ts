import type { Scope } from '#backend/store/store.ts';
import { type FormId, formKey } from '#shared/contracts/custom-form.ts';
import type { AdministrationId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { CareDeps } from './deps.ts';
import { newLink } from './link-secret.ts';
import {
  type ClientRefusal,
  clientRefusal,
  handOut,
  openRefusal,
  type SendingTo,
  type SentCheckIn,
} from './send-check-in.ts';

/** An own form to be sent to a client. */
export interface FormSending extends SendingTo {
  readonly formId: FormId;
}

/**
 * Why an own form is not sent. `notFound`: no such client, or no such form in this practice.
 * `retired`: it was taken out of use.
 */
export type FormSendRefusal = ClientRefusal | 'retired' | 'stillOpen';

/**
 * Sends the newest version of an own form to a client, with the link that opens it, in one
 * transaction. A later version changes nothing of what was sent.
 */
export async function sendOwnForm(
  deps: CareDeps,
  scope: Scope,
  sending: FormSending,
): Promise<Result<SentCheckIn, FormSendRefusal>> {
  const { clientId, formId, dueOn, expiresAt } = sending;
  const administrationId = deps.newId() as AdministrationId;
  const { secret, tokenHash } = newLink(deps.randomBytes);
  return deps.store.inPractice(scope, async (care) => {
    const standing = await care.ownForms.find(formId);
    if (standing === null) return refuse('notFound');
    if (standing.retired !== null) return refuse('retired');
    const instrumentId = formKey(formId);
    const refusal =
      (await clientRefusal(deps, care, sending)) ??
      (await openRefusal(care, instrumentId, sending));
    if (refusal !== null) return refuse(refusal);
    const instrumentVersion = standing.form.version;
    const about = { administrationId, clientId, instrumentId, instrumentVersion, formId };
    await handOut(care, { ...about, dueOn, expiresAt }, tokenHash);
    return ok({ administrationId, secret, expiresAt });
  });
}
