import type { Administration, SavedAnswers } from '#backend/store/administrations.ts';
import type { SavedOwnAnswers } from '#backend/store/own-answers.ts';
import type { CareRepositories, Scope } from '#backend/store/store.ts';
import type { TimeZone } from '#shared/contracts/calendar.ts';
import type { CustomForm } from '#shared/contracts/custom-form.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { instrument } from '#shared/instruments/registry.ts';
import type { LinkVisit } from './client-care.ts';
import type { CareDeps } from './deps.ts';
import { hashOfSecret } from './link-secret.ts';

/** What every client's link leads to. */
interface Visited {
  /** Scope of what the client does with it. */
  readonly scope: Scope;
  readonly administration: Administration;
  readonly timeZone: TimeZone;
}

/** A measure, with the answers that count now. */
interface AskedMeasure {
  readonly kind: 'measure';
  readonly measure: Instrument;
  readonly answers: SavedAnswers;
}

/** An own form in the version that was sent, with the answers that count now. */
interface AskedForm {
  readonly kind: 'form';
  readonly form: CustomForm;
  readonly answers: SavedOwnAnswers;
}

/** A measure behind a client's link. */
export type VisitedMeasure = Visited & AskedMeasure;

/** An own form behind a client's link. */
export type VisitedForm = Visited & AskedForm;

/** What stands behind a client's link. */
export type VisitedLink = VisitedMeasure | VisitedForm;

/**
 * Follows a link. Null when it leads nowhere, for whatever reason: mistyped, unknown, expired,
 * revoked, or to a version of a measure that this build can't show. `record` writes down, in the
 * transaction that reads, what is read of an open link.
 */
export async function visitedLink(
  deps: CareDeps,
  visit: LinkVisit,
  record?: (care: CareRepositories, read: Administration) => Promise<void>,
): Promise<VisitedLink | null> {
  const tokenHash = hashOfSecret(visit.secret);
  const now = deps.now();
  const link = tokenHash === null ? null : await deps.store.directory.portalLink(tokenHash, now);
  if (link === null) return null;
  const { practiceId, administrationId } = link;
  const { requestId } = visit;
  const lookup = { practiceId, requestId, now, actor: { kind: 'system', name: 'portal' } } as const;
  const found = await deps.store.inPractice(lookup, async (care) => {
    const administration = await care.administrations.find(administrationId);
    if (administration === null || administration.expiresAt <= now) return null;
    await record?.(care, administration);
    const asked = await askedBy(care, administration);
    return { administration, asked, practice: await care.practice.read() };
  });
  if (found === null || found.practice === null || found.asked === null) return null;
  const { administration, asked, practice } = found;
  const actor = { kind: 'client', clientId: administration.clientId } as const;
  const scope = { practiceId, requestId, now, actor };
  return { scope, administration, timeZone: practice.timeZone, ...asked };
}

async function askedBy(
  care: CareRepositories,
  { administrationId, formId, instrumentId, instrumentVersion }: Administration,
): Promise<AskedMeasure | AskedForm | null> {
  if (formId !== null) {
    const form = await care.ownForms.version(formId, instrumentVersion);
    if (form === null) return null;
    return { kind: 'form', form, answers: await care.ownAnswers.saved(administrationId) };
  }
  const measure = instrument(instrumentId, instrumentVersion);
  if (measure === null) return null;
  return {
    kind: 'measure',
    measure,
    answers: await care.administrations.answers(administrationId),
  };
}
