import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';
import type { Instant } from '#shared/contracts/calendar.ts';
import { AppError } from '#shared/contracts/errors.ts';
import { AccountRepository } from './accounts.ts';
import { AdapterSwitchRepository } from './adapter-switches.ts';
import { AdministrationRepository } from './administrations.ts';
import { AlertRepository } from './alerts.ts';
import { AlertSeenRepository } from './alerts-seen.ts';
import { AppointmentDayRepository } from './appointment-days.ts';
import { AuditRepository } from './audit.ts';
import { BriefRepository } from './brief.ts';
import type { Care } from './care.ts';
import { CaseloadRepository } from './caseload.ts';
import { CheckInRepository } from './check-ins.ts';
import { ClientContactRepository } from './client-contacts.ts';
import { ClientPageRepository } from './client-pages.ts';
import { ClientTopicRepository } from './client-topics.ts';
import { ClientRepository } from './clients.ts';
import { CorrectionRepository } from './corrections.ts';
import { ConsentRepository } from './couples/consents.ts';
import { CoupleRepository } from './couples/couples.ts';
import { type DirectoryRepository, directoryRepository, reachable } from './directory.ts';
import { EpisodeRepository } from './episodes.ts';
import { CareEventRepository } from './events.ts';
import { FleetRepository } from './fleet.ts';
import { GoalRepository } from './goals.ts';
import { HandMeasureRepository } from './hand-measures.ts';
import { HandTotalRepository } from './hand-totals.ts';
import { InsertionRepository } from './insertions.ts';
import { LicenceRepository } from './licences.ts';
import { LinkRepository } from './links.ts';
import { LiveRepository } from './live.ts';
import { LookRepository } from './looks.ts';
import { MessageFactRepository } from './message-facts.ts';
import { MessageRepository } from './messages.ts';
import { OutboxRepository } from './outbox.ts';
import { OwnAnswerRepository } from './own-answers.ts';
import { OwnCorrectionRepository } from './own-corrections.ts';
import { OwnFormRepository } from './own-forms.ts';
import { OwnResponseRepository } from './own-responses.ts';
import { PauseRepository } from './pauses.ts';
import { PhraseRepository } from './phrases.ts';
import { PlanRepository } from './plans.ts';
import { PortalLinkRepository } from './portal-links.ts';
import { PracticeRepository } from './practice.ts';
import { PracticeSettingRepository } from './practice-settings.ts';
import { createReach, type Reach } from './reach.ts';
import { ResponseRepository } from './responses.ts';
import { RuleSettingsRepository } from './rule-settings.ts';
import type { Scope } from './scope.ts';
import { SealedDeliveryRepository } from './sealed-deliveries.ts';
import { SendingRepository } from './sendings.ts';
import { StaffRepository } from './staff.ts';
import { StaffContactRepository } from './staff-contacts.ts';
import { inTransaction, type Planning } from './transaction.ts';

export type { DirectoryRepository } from './directory.ts';
export type { Scope } from './scope.ts';

type Repositories = ReturnType<typeof repositories>;

/** What can be done within one transaction of one practice. */
export interface CareRepositories extends Repositories {
  /**
   * The same transaction at a later moment: for work that had to wait for a lock and whose time
   * must not lie before that of whoever held it.
   */
  readonly at: (now: Instant) => CareRepositories;
}

/** The only way to the data. */
export interface Store {
  /**
   * Runs work in one transaction that sees one practice, and commits it. The result is acknowledged
   * only after the commit is on disk. The work may run more than once and must not have effects
   * outside. Throws AppError `busy` when the server can't be reached or keeps colliding.
   */
  inPractice<T>(
    scope: Scope,
    work: (care: CareRepositories) => Promise<T>,
    planning?: Planning,
  ): Promise<T>;
  readonly directory: DirectoryRepository;
  /** Guards whatever asks the directory by other means: better-auth, and the counters of tries. */
  readonly reach: Reach;
  /** Drizzle for better-auth's adapter, to be used with `authSchema` only, within `reach`. */
  readonly auth: NodePgDatabase;
}

/** What the store is built from. */
export interface StoreDeps {
  /** Connections of the application's role. */
  readonly pool: Pool;
  /** Whether the server spreads tables over nodes (Citus). */
  readonly isCluster: boolean;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
  /** Uniformly in [0, 1). */
  readonly random: () => number;
  /** Called when the server can't be reached. */
  readonly onLost: () => void;
}

/** Builds the store on a pool. The pool's owner closes it. */
export function createStore(deps: StoreDeps): Store {
  const auth = drizzle(deps.pool);
  const reach = createReach(deps.onLost);
  const drizzled = new WeakMap<PoolClient, NodePgDatabase>();
  const on = (connection: PoolClient) => {
    const known = drizzled.get(connection) ?? drizzle(connection);
    drizzled.set(connection, known);
    return known;
  };
  return {
    inPractice: (scope, work, planning = 'byValues') =>
      inTransaction(
        { practiceId: scope.practiceId, planning },
        (connection) =>
          work(careRepositories({ db: on(connection), connection, scope, newId: deps.newId })),
        deps,
      ),
    directory: reachable(directoryRepository(auth), reach),
    reach,
    auth,
  };
}

/**
 * The store as long as commits would survive a power cut: while they would not, nothing is done for
 * a practice, and whoever asks is told `busy` (AppError).
 */
export function whileDurable(store: Store, isDurable: () => boolean): Store {
  return {
    ...store,
    async inPractice(scope, work, planning) {
      if (!isDurable()) throw new AppError('busy', 'the server would lose what it commits');
      return store.inPractice(scope, work, planning);
    },
  };
}

function careRepositories(care: Care): CareRepositories {
  return {
    ...repositories(care),
    at: (now) => careRepositories({ ...care, scope: { ...care.scope, now } }),
  };
}

function repositories(care: Care) {
  return {
    practice: new PracticeRepository(care),
    staff: new StaffRepository(care),
    accounts: new AccountRepository(care),
    licences: new LicenceRepository(care),
    ruleSettings: new RuleSettingsRepository(care),
    adapterSwitches: new AdapterSwitchRepository(care),
    fleet: new FleetRepository(care),
    clients: new ClientRepository(care),
    clientPages: new ClientPageRepository(care),
    caseload: new CaseloadRepository(care),
    links: new LinkRepository(care),
    administrations: new AdministrationRepository(care),
    checkIns: new CheckInRepository(care),
    portalLinks: new PortalLinkRepository(care),
    responses: new ResponseRepository(care),
    corrections: new CorrectionRepository(care),
    goals: new GoalRepository(care),
    topics: new ClientTopicRepository(care),
    events: new CareEventRepository(care),
    episodes: new EpisodeRepository(care),
    handMeasures: new HandMeasureRepository(care),
    handTotals: new HandTotalRepository(care),
    phrases: new PhraseRepository(care),
    ownForms: new OwnFormRepository(care),
    ownAnswers: new OwnAnswerRepository(care),
    ownResponses: new OwnResponseRepository(care),
    ownCorrections: new OwnCorrectionRepository(care),
    alerts: new AlertRepository(care),
    alertsSeen: new AlertSeenRepository(care),
    staffContacts: new StaffContactRepository(care),
    live: new LiveRepository(care),
    couples: new CoupleRepository(care),
    consents: new ConsentRepository(care),
    looks: new LookRepository(care),
    insertions: new InsertionRepository(care),
    sealedDeliveries: new SealedDeliveryRepository(care),
    brief: new BriefRepository(care),
    audit: new AuditRepository(care),
    outbox: new OutboxRepository(care),
    contacts: new ClientContactRepository(care),
    appointmentDays: new AppointmentDayRepository(care),
    plans: new PlanRepository(care),
    pauses: new PauseRepository(care),
    sendings: new SendingRepository(care),
    messages: new MessageRepository(care),
    messageFacts: new MessageFactRepository(care),
    practiceSettings: new PracticeSettingRepository(care),
  };
}
