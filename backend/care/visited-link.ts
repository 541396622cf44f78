import type { Administration, SavedAnswers } from '#backend/store/administrations.ts';
import type { SavedOwnAnswers } from '#backend/store/own-answers.ts';
import type { TogetherSent } from '#backend/store/sendings.ts';
import type { CareRepositories, Scope } from '#backend/store/store.ts';
import type { Instant, TimeZone } from '#shared/contracts/calendar.ts';
import type { CustomForm } from '#shared/contracts/custom-form.ts';
import type { AdministrationId } from '#shared/contracts/ids.ts';
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
  /** Its place among what was sent together, from 1, and how many those are. */
  readonly place: number;
  readonly of: number;
  /** Place of another one of them that is not answered yet; null for none. */
  readonly next: number | null;
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
 * Follows a link to one of what was sent together. Null when it leads nowhere, for whatever reason: mistyped, unknown, expired,
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
    const group = placeIn(await care.sendings.togetherWith(administrationId), {
      administrationId,
      place: visit.place,
      now,
    });
    if (group === null) return null;
    const administration = await care.administrations.find(group.administrationId);
    if (administration === null || administration.expiresAt <= now) return null;
    await record?.(care, administration);
    const asked = await askedBy(care, administration);
    return { group, administration, asked, practice: await care.practice.read() };
  });
  if (found === null || found.practice === null || found.asked === null) return null;
  const { administration, asked, practice } = found;
  const { place, of, next } = found.group;
  const actor = { kind: 'client', clientId: administration.clientId } as const;
  const scope = { practiceId, requestId, now, actor };
  return { scope, administration, timeZone: practice.timeZone, place, of, next, ...asked };
}

/** Picks the one that is meant among what was sent together; null when there is none of that place. */
function placeIn(
  together: readonly TogetherSent[],
  asked: {
    readonly administrationId: AdministrationId;
    readonly place: number | undefined;
    readonly now: Instant;
  },
): (Pick<Visited, 'place' | 'of' | 'next'> & Pick<Administration, 'administrationId'>) | null {
  const { administrationId, place, now } = asked;
  // What was handed out before sendings were kept is alone.
  if (together.length === 0) {
    return (place ?? 1) === 1 ? { administrationId, place: 1, of: 1, next: null } : null;
  }
  const meant = together.find((one) =>
    place === undefined ? one.administrationId === administrationId : one.place === place,
  );
  if (meant === undefined) return null;
  const waiting = together.find(
    (one) => one !== meant && one.completedAt === null && one.expiresAt > now,
  );
  return {
    administrationId: meant.administrationId,
    place: meant.place,
    of: together.length,
    next: waiting?.place ?? null,
  };
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
