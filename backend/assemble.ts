import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { instantOf } from '#shared/contracts/calendar.ts';
import { type App, createApp } from './app.ts';
import { createPathCare } from './care/alerts/alert-path.ts';
import { createPageCare } from './care/client-page/create-page-care.ts';
import type { BirthDateTries } from './care/client-page/page-care.ts';
import { createClientSharing } from './care/couples/client-sharing.ts';
import { createClientCare, createPracticeCare, createStaffCare } from './care/create-care.ts';
import { createSealedCare } from './care/deliver-sealed.ts';
import type { CareDeps } from './care/deps.ts';
import { createBrowserCare, createFleetCare } from './care/fleet/create-fleet-care.ts';
import { forgetOldReports } from './care/fleet/forget-old.ts';
import type { MayReport } from './care/fleet/take-report.ts';
import type { DeliverDeps } from './care/messages/deliver-deps.ts';
import { createFormCare } from './care/practice-forms.ts';
import { createPracticeSetup, type PracticeSetup } from './care/practice-setup.ts';
import { createSendingCare } from './care/sending/create-sending-care.ts';
import { tellUnsentRisk } from './care/tell-unsent-risk.ts';
import type { Database } from './database/database.ts';
import { createDurability } from './database/durability.ts';
import { createProbe } from './database/probe.ts';
import { createWays } from './delivery/create-ways.ts';
import { createQueue } from './delivery/queue.ts';
import type { DeliveryConfig } from './delivery/settings.ts';
import type { Fetch } from './delivery/text/twilio.ts';
import { channelsOf } from './delivery/ways.ts';
import type { ExtensionOrigins } from './http/origin.ts';
import type { SourceOf } from './http/source.ts';
import { createAccounts } from './identity/accounts.ts';
import { createFingerprint, type Fingerprint } from './identity/fingerprint.ts';
import { createIdentity, type Identity } from './identity/identity.ts';
import { hashPassword } from './identity/password.ts';
import { createTryLimits, type TryLimits } from './identity/tries.ts';
import { createStrangers, pruning, tellingStrangers, tellStrangers } from './identity/upkeep.ts';
import { createLive, type Live } from './live/live.ts';
import { type CheckInRoundDeps, keepJudgingCheckIns } from './rounds/check-ins.ts';
import { type DeliveryRoundDeps, keepDelivering } from './rounds/delivery.ts';
import { keepAllPlans, type PlanRoundDeps } from './rounds/plans.ts';
import { createSealing } from './sealed/sealing.ts';
import { authSchema } from './store/schema.ts';
import { createStore, type Store, whileDurable } from './store/store.ts';
import { type Chore, keepUp, type UpkeepDeps } from './upkeep.ts';

/** What the backend takes from its surroundings. */
export interface BackendDeps {
  readonly now: () => Date;
  /** Milliseconds on a clock that never goes back. */
  readonly elapsed: () => number;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
  /** Cryptographically strong bytes. */
  readonly randomBytes: (size: number) => Uint8Array;
  /** Uniformly in [0, 1). */
  readonly random: () => number;
  /** Asks a text service; nothing else of the backend asks anybody outside. */
  readonly fetch: Fetch;
  readonly log: Logger;
}

/** What is known once the database is open and the address is settled. */
export interface Site {
  readonly database: Database;
  /** Where people reach the backend. */
  readonly publicUrl: URL;
  /** Signs the console's cookie; at least 32 characters. */
  readonly secret: string;
  /** Earlier ones: what browsers sealed to their keys, or under their tickets, is still taken. */
  readonly formerSecrets: readonly string[];
  readonly extensionOrigins: ExtensionOrigins;
  readonly sourceOf: SourceOf;
  /** Folder of the packed extension's releases. */
  readonly releases: string;
  /** How mails and texts are sent. */
  readonly delivery: DeliveryConfig;
}

/** The parts of a backend, put together. */
export interface Assembly {
  readonly app: App;
  readonly identity: Identity;
  /** Sets up practices, from within this process only. */
  readonly setup: PracticeSetup;
  /** Does what comes round again until the signal is aborted; `untilNext` tells when it is time. */
  readonly keepUp: (signal: AbortSignal, untilNext: UpkeepDeps['untilNext']) => Promise<void>;
  /** Looks for missed check-ins until the signal is aborted; `untilNext` tells when it is time. */
  readonly judgeCheckIns: (
    signal: AbortSignal,
    untilNext: CheckInRoundDeps['untilNext'],
  ) => Promise<void>;
  /** Keeps plans until the signal is aborted; `untilNext` tells when it is time. */
  readonly keepPlans: (signal: AbortSignal, untilNext: PlanRoundDeps['untilNext']) => Promise<void>;
  /** Sends what is due until the signal is aborted; `untilNext` tells when to look for more. */
  readonly keepDelivering: (
    signal: AbortSignal,
    untilNext: DeliveryRoundDeps['untilNext'],
  ) => Promise<void>;
  /** Tells open streams what happens until the signal is aborted; `untilNext` tells when it is time. */
  readonly keepTelling: Live['run'];
  /** What use cases are built from, for scripts that act beside the requests. */
  readonly care: CareDeps;
}

/** Puts the backend together on an open database. Opens nothing itself. */
export function assemble(site: Site, deps: BackendDeps): Assembly {
  const { newId, randomBytes, log } = deps;
  const { pool, listener } = site.database;
  const now = () => instantOf(deps.now());
  const durability = createDurability(pool, log);
  const { store, storeOfMessages } = stores(site, deps, durability.isSound);
  const ways = createWays(site.delivery, { publicUrl: site.publicUrl, fetch: deps.fetch });
  const care: CareDeps = { store, now, newId, randomBytes, channels: channelsOf(ways) };
  const sealing = createSealing([site.secret, ...site.formerSecrets]);
  const { fingerprint, limits, strangers, identity } = knowPeople(site, deps, store);
  const probe = createProbe(pool);
  const live = createLive({ ...deps, pool, listener, store, identity, now });
  const app = createApp({
    staffCare: {
      ...createStaffCare(care),
      ...createSealedCare(care, sealing),
      ...createSendingCare({ ...care, publicUrl: site.publicUrl }),
      ...createPathCare({ ...care, ways }),
      ...createBrowserCare(care, reportLimit(limits, fingerprint)),
    },
    clientCare: createClientCare(care),
    pageCare: createPageCare(care, birthDateTries(limits, fingerprint)),
    clientSharing: createClientSharing(care),
    practiceCare: createPracticeCare(care),
    formCare: createFormCare(care),
    fleetCare: createFleetCare(care),
    identity,
    live,
    publicUrl: site.publicUrl,
    secret: site.secret,
    extensionOrigins: site.extensionOrigins,
    log,
    now,
    newId,
    elapsed: deps.elapsed,
    ready: async () => durability.isSound() && (await probe()),
    sourceOf: site.sourceOf,
    releases: site.releases,
  });
  const { forgetStaff } = identity;
  const setup = createPracticeSetup(care, { hashPassword, forgetStaff });
  const chores = [durability.reading, ...careChores(care, log), tellingStrangers(strangers, log)];
  return {
    app,
    identity,
    setup,
    care,
    async keepUp(signal, untilNext) {
      await keepUp({ chores, log, untilNext }, signal);
      tellStrangers(strangers, log);
    },
    keepTelling: live.run,
    keepDelivering: delivering(site, log, { ...care, store: storeOfMessages, ways }),
    judgeCheckIns: (signal, untilNext) => keepJudgingCheckIns({ care, log, untilNext }, signal),
    keepPlans: (signal, untilNext) => keepAllPlans({ care, log, untilNext }, signal),
  };
}

/** The store of whoever asks, and that of messages, on connections that requests don't use. */
function stores({ database }: Site, { newId, random }: BackendDeps, isSound: () => boolean) {
  const on = (pool: Pool) =>
    whileDurable(createStore({ ...database, pool, newId, random }), isSound);
  return { store: on(database.pool), storeOfMessages: on(database.reserved) };
}

/** Sends messages by a queue of its own. */
function delivering(
  { database, publicUrl }: Site,
  log: Logger,
  deps: Omit<DeliverDeps, 'publicUrl'>,
): Assembly['keepDelivering'] {
  return (signal, untilNext) => {
    const queue = createQueue({ ...database, log });
    const delivery = { ...deps, publicUrl };
    return keepDelivering({ delivery, queue, log, untilNext }, signal);
  };
}

/** Who is calling, and what counts how often strangers try. */
function knowPeople(site: Site, { now, newId, randomBytes }: BackendDeps, store: Store) {
  const fingerprint = createFingerprint(site.secret);
  const accounts = createAccounts({
    database: store.auth,
    schema: authSchema,
    secret: site.secret,
    fingerprint,
    publicUrl: site.publicUrl,
    newId,
    randomBytes,
  });
  const limits = createTryLimits(site.database.pool);
  const strangers = createStrangers();
  const identity = createIdentity({
    accounts,
    store,
    limits,
    fingerprint,
    strangers,
    now: () => instantOf(now()),
    newId,
  });
  return { fingerprint, limits, strangers, identity };
}

/** What comes round for the practices' own data, and for what expires beside it. */
function careChores(care: CareDeps, log: Logger): readonly Chore[] {
  const { store, now } = care;
  return [
    pruning({ directory: store.directory, now, log }),
    tellUnsentRisk(care),
    forgetOldReports(care),
  ];
}

/** Counts reports by who brings them; the counter names nobody and ends by itself. */
function reportLimit({ reportHealth }: TryLimits, fingerprint: Fingerprint): MayReport {
  return async (staffId) => (await reportHealth.count(fingerprint('staff', staffId))) === null;
}

/** Counts birth dates by the link they were given for; the counter names nobody. */
function birthDateTries({ birthDateOfLink }: TryLimits, fingerprint: Fingerprint): BirthDateTries {
  return {
    count: async (link) => (await birthDateOfLink.count(fingerprint('link', link))) === null,
    takeBack: (link) => birthDateOfLink.takeBack(fingerprint('link', link)),
  };
}
