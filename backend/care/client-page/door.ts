import type { LinkHolder } from '#backend/store/client-pages.ts';
import { DEFAULT_LADDER, isOutOfHours } from '#shared/alerts/escalation.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { ladderInForce } from '../alerts/tell-staff.ts';
import type { LinkVisit } from '../client-care.ts';
import type { CareDeps } from '../deps.ts';
import { hashOfSecret, isForKiosk } from '../link-secret.ts';
import { isOver } from '../visit-check-in.ts';
import { type VisitedLink, visitedLink } from '../visited-link.ts';
import type { BirthDateTries, Door, PageCare } from './page-care.ts';

/** A link that leads somewhere, and whom to. */
export interface Followed {
  readonly visited: VisitedLink;
  readonly holder: LinkHolder;
}

/** What is asked of whoever follows a link. */
export function door(deps: CareDeps): PageCare['door'] {
  return async (link) => {
    const followed = await follow(deps, link);
    if (followed === null) return refuse('notOpen');
    const { language, country, way, shares } = followed.holder;
    const kiosk = isForKiosk(link.secret);
    const begun = followed.visited.administration.openedAt !== null;
    // Handed out for the device alone: what else was sent, lies in a mailbox too.
    const opensAtOnce = kiosk && way === 'kiosk' && !begun;
    const closed = await closedNow(deps, followed.visited);
    return ok({ kiosk, asksBirthDate: !opensAtOnce, language, country, closed, shares });
  };
}

/** By the practice's own clock, at the moment in which the page is read. */
async function closedNow(
  { store }: CareDeps,
  { scope, timeZone }: VisitedLink,
): Promise<Door['closed']> {
  const { outOfHours } = await store.inPractice(scope, ladderInForce);
  if (!isOutOfHours(outOfHours, scope.now, timeZone)) return null;
  const isOwn = outOfHours.words !== DEFAULT_LADDER.outOfHours.words;
  return { words: isOwn ? outOfHours.words : null };
}

/**
 * Lets a client in who knows the own birth date. Every try is counted before it is compared, so that
 * many at the same moment are counted too.
 */
export function enter(deps: CareDeps, tries: BirthDateTries): PageCare['enter'] {
  return async (link, bornOn) => {
    const followed = await follow(deps, link);
    const tokenHash = hashOfSecret(link.secret);
    if (followed === null || tokenHash === null) return refuse('notOpen');
    const { visited, holder } = followed;
    const { clientId, birthDate } = holder;
    const { administrationId } = visited.administration;
    const mayTry = await tries.count(tokenHash);
    const isRight = mayTry && bornOn === birthDate;
    await deps.store.inPractice(visited.scope, async ({ audit, portalLinks }) => {
      if (!mayTry) await portalLinks.revokeOne(tokenHash);
      const about = { clientId, subject: { administrationId } };
      if (isRight) return audit.append({ ...about, action: 'checkIn.entered' });
      const subject = { administrationId, closed: !mayTry };
      return audit.append({ clientId, subject, action: 'checkIn.birthDateRefused' });
    });
    if (isRight) await tries.takeBack(tokenHash);
    if (!mayTry) return refuse('notOpen');
    return isRight ? ok(null) : refuse('wrongBirthDate');
  };
}

/**
 * Follows a link to a client in care; null when it leads nowhere. Whoever shares something with a partner
 * can take that back behind a link whose answers were sent long ago.
 */
export async function follow(deps: CareDeps, link: LinkVisit): Promise<Followed | null> {
  const visited = await visitedLink(deps, link);
  if (visited === null) return null;
  const { administrationId } = visited.administration;
  const holder = await deps.store.inPractice(visited.scope, ({ clientPages }) =>
    clientPages.holder(administrationId),
  );
  if (holder === null || !holder.active) return null;
  return isOver(visited) && !holder.shares ? null : { visited, holder };
}
