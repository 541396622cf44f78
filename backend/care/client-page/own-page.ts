import type { SentOwnForm } from '#backend/store/own-responses.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { asksOfViolence } from '#shared/brief/own-page.ts';
import { dateInZone, type Instant, type TimeZone } from '#shared/contracts/calendar.ts';
import type { Goal } from '#shared/contracts/goal.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { instrument } from '#shared/instruments/registry.ts';
import type { LinkVisit } from '../client-care.ts';
import type { CareDeps } from '../deps.ts';
import { rateOwnGoal } from '../goals/rate-goal.ts';
import { isForKiosk } from '../link-secret.ts';
import { isOver } from '../visit-check-in.ts';
import type { VisitedLink } from '../visited-link.ts';
import { follow } from './door.ts';
import type { OwnCheckIn, OwnDeed, OwnPage, PageCare } from './page-care.ts';
import { ownProgress } from './progress.ts';

/** Most forms that are listed. */
const HISTORY = 30;

/** What the client sees of the own record. */
export function ownPage(deps: CareDeps): PageCare['ownPage'] {
  return async (link) => {
    const visited = await afterAnswering(deps, link);
    if (visited === null) return refuse('notOpen');
    const { administrationId, clientId } = visited.administration;
    return deps.store.inPractice(visited.scope, async (care) => {
      const subject = { administrationId };
      await care.audit.append({ action: 'ownPage.read', clientId, subject });
      return ok(await read(care, clientId, { now: visited.scope.now, timeZone: visited.timeZone }));
    });
  };
}

/** What stands behind a link whose answers were sent, away from the practice; null else. */
export async function afterAnswering(deps: CareDeps, link: LinkVisit): Promise<VisitedLink | null> {
  const followed = await follow(deps, link);
  if (followed === null || isForKiosk(link.secret) || isOver(followed.visited)) return null;
  return followed.visited.administration.completedAt === null ? null : followed.visited;
}

async function read(
  care: CareRepositories,
  clientId: ClientId,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: TimeZone },
): Promise<OwnPage> {
  const client = await care.clients.find(clientId);
  if (client === null) throw new Error('A link was followed to a client who is not there.');
  const responses = await care.responses.ofClient(clientId);
  const { care: stated } = await care.episodes.courseOf(clientId);
  const contactOn = responses.map(({ answeredOn }) => answeredOn);
  const facts = { inCareSince: client.inCareSince, ...stated, contactOn };
  const lookedAt = await care.looks.newestOf(clientId);
  return {
    today: dateInZone(now, timeZone),
    lastOpenedOn: lookedAt === null ? null : dateInZone(lookedAt, timeZone),
    inCouple: (await care.couples.ofClient(clientId)) !== null,
    progressAs: await care.clientPages.progressAs(clientId),
    progress: ownProgress(responses, facts, await care.clientPages.withheld(clientId)),
    history: historyOf(responses, await care.ownResponses.sentBy(clientId, HISTORY), lookedAt),
    goals: await openGoals(care, clientId),
    topics: await care.topics.open(clientId),
  };
}

/** Newest first. What was put right afterwards is listed once, as it was sent. */
function historyOf(
  responses: readonly ScoredResponse[],
  ownForms: readonly SentOwnForm[],
  lookedAt: Instant | null,
): readonly OwnCheckIn[] {
  const measures = responses
    .filter((response) => response.supersedes === undefined && !asksOfViolence(response))
    .map(({ instrumentId, ...sent }) => ({
      ...sent,
      kind: 'measure' as const,
      name: instrument(instrumentId)?.shortTitle ?? instrumentId,
    }));
  const forms = ownForms.map((sent) => ({ ...sent, kind: 'form' as const, name: sent.title }));
  return [...measures, ...forms]
    .toSorted((one, other) => (one.submittedAt < other.submittedAt ? 1 : -1))
    .slice(0, HISTORY)
    .map(({ kind, name, answeredOn: on, submittedAt }) => ({
      kind,
      name,
      on,
      opened: lookedAt !== null && lookedAt > submittedAt,
    }));
}

async function openGoals(care: CareRepositories, clientId: ClientId): Promise<readonly Goal[]> {
  const goals: Goal[] = [];
  for (const goal of await care.goals.open(clientId)) {
    const { goalId, words, scale, agreedOn, targetOn, status, closedOn } = goal;
    const ratings = [...(await care.goals.ratings(goalId))];
    goals.push({ goalId, words, scale, agreedOn, targetOn, status, closedOn, ratings });
  }
  return goals;
}

/** Does something on the own page. */
export function act(deps: CareDeps): PageCare['act'] {
  return async (link, deed) => {
    const visited = await afterAnswering(deps, link);
    if (visited === null) return refuse('notOpen');
    const { clientId } = visited.administration;
    const { practiceId, requestId } = visited.scope;
    if (deed.is === 'rate') {
      const rated = await rateOwnGoal(deps)({ practiceId, clientId, requestId }, deed);
      return rated.ok ? ok(null) : refuse('refused');
    }
    return deps.store.inPractice(visited.scope, (care) => done(care, clientId, deed));
  };
}

async function done(
  care: CareRepositories,
  clientId: ClientId,
  deed: Exclude<OwnDeed, { is: 'rate' }>,
): Promise<Result<null, 'refused'>> {
  if (deed.is === 'showAs') {
    await care.clientPages.chooseProgress(clientId, deed.as);
    const subject = { as: deed.as };
    await care.audit.append({ action: 'ownProgress.chosen', clientId, subject });
    return ok(null);
  }
  await care.clients.hold(clientId);
  if (deed.is === 'say') {
    const { topicId } = deed.topic;
    if ((await care.topics.add(clientId, deed.topic)) !== 'kept') return refuse('refused');
    await care.audit.append({ action: 'topic.said', clientId, subject: { topicId } });
    await care.live.tell(clientId, 'client');
    return ok(null);
  }
  const { topicId } = deed;
  if (await care.topics.close(clientId, topicId, null)) {
    await care.audit.append({ action: 'topic.takenBack', clientId, subject: { topicId } });
    await care.live.tell(clientId, 'client');
  }
  return ok(null);
}
