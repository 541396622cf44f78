import type { Administration, SavedAnswers } from '#backend/store/administrations.ts';
import type { CareRepositories, Scope } from '#backend/store/store.ts';
import type { TimeZone } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { instrument } from '#shared/instruments/registry.ts';
import type { LinkVisit } from './client-care.ts';
import type { CareDeps } from './deps.ts';
import { hashOfSecret } from './link-secret.ts';

/** What stands behind a client's link. */
export interface VisitedLink {
  /** Scope of what the client does with it. */
  readonly scope: Scope;
  readonly administration: Administration;
  readonly measure: Instrument;
  readonly answers: SavedAnswers;
  readonly timeZone: TimeZone;
}

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
    const answers = await care.administrations.answers(administrationId);
    return { administration, answers, practice: await care.practice.read() };
  });
  if (found === null || found.practice === null) return null;
  const { administration, answers, practice } = found;
  const measure = instrument(administration.instrumentId, administration.instrumentVersion);
  if (measure === null) return null;
  const actor = { kind: 'client', clientId: administration.clientId } as const;
  const scope = { practiceId, requestId, now, actor };
  return { scope, administration, measure, answers, timeZone: practice.timeZone };
}
