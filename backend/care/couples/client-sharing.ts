import type { CareRepositories } from '#backend/store/store.ts';
import { addDays, dateInZone } from '#shared/contracts/calendar.ts';
import type { Done } from '#shared/contracts/procedures.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { isAboutTheCouple, sharable } from '#shared/couples/sharable.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import type { LinkVisit } from '../client-care.ts';
import { follow } from '../client-page/door.ts';
import { afterAnswering } from '../client-page/own-page.ts';
import type { CareDeps } from '../deps.ts';
import { isForKiosk } from '../link-secret.ts';
import { timeZoneOf } from '../signed.ts';
import type { VisitedLink } from '../visited-link.ts';
import type { ClientSharingCare, GivenConsent, SharingChoice } from './couple-care.ts';
import { type OwnShare, revoke, standingOwn } from './own-sharing.ts';

/** How long a consent holds that nobody takes back: half a year. */
const DAYS_SHARED = 183;

/** What a client decides about sharing, on the own page. */
export function createClientSharing(deps: CareDeps): ClientSharingCare {
  return {
    ownSharing: ownSharing(deps),
    giveConsent: giveConsent(deps),
    takeConsentBack: takeConsentBack(deps),
  };
}

/** Does something for a client in a couple; null for whoever is not let in, or in none. */
async function asPartner<T>(
  deps: CareDeps,
  visited: VisitedLink | null,
  work: (care: CareRepositories, share: OwnShare) => Promise<T>,
): Promise<T | null> {
  if (visited === null) return null;
  const { scope, administration } = visited;
  const { clientId } = administration;
  return deps.store.inPractice(scope, async (care) => {
    const couple = await care.couples.ofClient(clientId);
    if (couple === null) return null;
    return work(care, { coupleId: couple.coupleId, clientId, now: scope.now });
  });
}

/**
 * What stands behind a link of a client's own, whatever became of its form; null on the practice's device.
 * A yes is taken back here: for that nobody has to fill in another form first.
 */
async function atAnyTime(deps: CareDeps, link: LinkVisit): Promise<VisitedLink | null> {
  return isForKiosk(link.secret) ? null : ((await follow(deps, link))?.visited ?? null);
}

function ownSharing(deps: CareDeps): ClientSharingCare['ownSharing'] {
  return async (link) => {
    const mayGive = (await afterAnswering(deps, link)) !== null;
    return asPartner(deps, await atAnyTime(deps, link), async (care, share) => {
      const { clientId, coupleId } = share;
      const offered = await choicesOf(care, share);
      const choices = mayGive ? offered : offered.filter(({ agreedUntil }) => agreedUntil !== null);
      if (!mayGive && choices.length === 0) return null;
      await care.audit.append({ action: 'sharing.read', clientId, subject: { coupleId } });
      return { coupleId, choices, mayGive };
    });
  };
}

function giveConsent(deps: CareDeps): ClientSharingCare['giveConsent'] {
  return async (link, given) => {
    const visited = await afterAnswering(deps, link);
    const done = await asPartner(deps, visited, (care, share) => give(care, share, given));
    return done ?? refuse('notFound');
  };
}

async function give(
  care: CareRepositories,
  share: OwnShare,
  { coupleId: named, consentId, measureId }: GivenConsent,
): Promise<Result<Done, 'notFound' | 'alreadyRecorded'>> {
  const { clientId, coupleId, now } = share;
  if (named !== coupleId) return refuse('notFound');
  // One after the other, so that many presses at once leave one consent.
  await care.clients.hold(clientId);
  const choice = (await choicesOf(care, share)).find((one) => one.measureId === measureId);
  if (choice === undefined) return refuse('notFound');
  if (choice.agreedUntil !== null) return ok({ at: now });
  const expiresOn = addDays(dateInZone(now, await timeZoneOf(care)), DAYS_SHARED);
  const about = { coupleId, consentId, measureId };
  const given = await care.consents.give({ ...about, clientId, expiresOn });
  if (!given.ok) return given;
  if (given.value) {
    await care.audit.append({ action: 'consent.given', clientId, subject: about });
    await care.live.tell(clientId, 'client');
  }
  return ok({ at: now });
}

function takeConsentBack(deps: CareDeps): ClientSharingCare['takeConsentBack'] {
  return async (link, measureId) => {
    const visited = await atAnyTime(deps, link);
    const taken = await asPartner(deps, visited, async (care, { coupleId, clientId, now }) => {
      const own = await care.consents.ofPartner(coupleId, clientId);
      for (const consent of own) {
        if (consent.measureId === measureId) await revoke(care, consent, null);
      }
      return ok({ at: now });
    });
    return taken ?? refuse('notFound');
  };
}

/**
 * What is about the relationship, and whatever else this client has answered. What the partner has
 * answered or agreed to changes nothing of it.
 */
async function choicesOf(
  care: CareRepositories,
  share: OwnShare,
): Promise<readonly SharingChoice[]> {
  const standing = await standingOwn(care, share);
  const answered = new Set(
    (await care.responses.ofClient(share.clientId)).map(({ instrumentId }) => instrumentId),
  );
  return INSTRUMENTS.flatMap(({ id, wording }) => {
    const measure = sharable(id);
    if (measure === null) return [];
    const aboutTheCouple = isAboutTheCouple(measure);
    const comes = aboutTheCouple && wording === 'given';
    if (!comes && !answered.has(id)) return [];
    const days = standing
      .filter(({ measureId }) => measureId === id)
      .map(({ expiresOn }) => expiresOn)
      .toSorted();
    return [
      { measureId: id, title: measure.title, aboutTheCouple, agreedUntil: days.at(-1) ?? null },
    ];
  }).toSorted(
    (one, other) =>
      Number(other.aboutTheCouple) - Number(one.aboutTheCouple) ||
      one.title.localeCompare(other.title),
  );
}
