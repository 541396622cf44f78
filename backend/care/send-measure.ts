import type { CareRepositories, Scope } from '#backend/store/store.ts';
import type { AdministrationId } from '#shared/contracts/ids.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { sendability } from '#shared/instruments/sendability.ts';
import type { CareDeps } from './deps.ts';
import { confirmedMeasures } from './licence-terms.ts';
import { newLink } from './link-secret.ts';
import {
  type ClientRefusal,
  clientRefusal,
  handOut,
  openRefusal,
  type SendingTo,
  type SentCheckIn,
} from './send-check-in.ts';

/** A measure to be sent to a client. */
export interface Sending extends SendingTo {
  /** `Instrument.id`. */
  readonly instrumentId: string;
}

/**
 * Why a measure is not sent. `notFound`: no such client, or no such measure in this build.
 * `notSendable`: its licence or its wording does not allow it. `practiceMustConfirm`: nobody has
 * confirmed the practice's right under the licence as it reads now.
 */
export type SendRefusal = ClientRefusal | 'notSendable' | 'practiceMustConfirm' | 'stillOpen';

/**
 * Sends a measure to a client: makes the administration and the link that opens it, in one
 * transaction. The scope says who sends it and when.
 */
export async function sendMeasure(
  deps: CareDeps,
  scope: Scope,
  sending: Sending,
): Promise<Result<SentCheckIn, SendRefusal>> {
  const { clientId, instrumentId, dueOn, expiresAt } = sending;
  const measure = instrument(instrumentId);
  if (measure === null) return refuse('notFound');
  const administrationId = deps.newId() as AdministrationId;
  const { secret, tokenHash } = newLink(deps.randomBytes);
  return deps.store.inPractice(scope, async (care) => {
    const refusal = await refusalOf(deps, care, measure, sending);
    if (refusal !== null) return refuse(refusal);
    const instrumentVersion = measure.version;
    const about = { administrationId, clientId, instrumentId, instrumentVersion };
    await handOut(care, { ...about, dueOn, expiresAt }, tokenHash);
    return ok({ administrationId, secret, expiresAt });
  });
}

async function refusalOf(
  deps: CareDeps,
  care: CareRepositories,
  measure: Instrument,
  sending: Sending,
): Promise<SendRefusal | null> {
  const refusal = await clientRefusal(deps, care, sending);
  if (refusal !== null) return refusal;
  const allowed = sendability(measure, await confirmedMeasures(care));
  if (allowed === 'practiceMustConfirm') return allowed;
  return allowed === 'sendable' ? openRefusal(care, measure.id, sending) : 'notSendable';
}
