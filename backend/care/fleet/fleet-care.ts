import type { Caller } from '#backend/access/caller.ts';
import type { SignedVersion } from '#backend/care/practice-care.ts';
import type { Total } from '#backend/store/fleet.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { EhrId } from '#shared/contracts/ehr.ts';
import type {
  AdapterMode,
  AdapterSwitches,
  BrowserName,
  FleetReport,
} from '#shared/contracts/fleet.ts';
import type { Done } from '#shared/contracts/procedures.ts';
import type { Result } from '#shared/contracts/result.ts';

/** Days that the page of browsers looks back, and after which a browser counts as silent. */
export const LOOKS_BACK_DAYS = 7;

/** Longest reason, in UTF-16 code units. */
export const MAX_REASON_LENGTH = 300;

/** What browsers tell and ask. */
export interface BrowserCare {
  /** Adds a report to what is known; one that arrived before changes nothing. */
  readonly takeReport: (caller: Caller, report: FleetReport) => Promise<Result<Done, 'tooMany'>>;
  /** What the practice allows each adapter of this build; `on` where nothing was ever decided. */
  readonly switches: (caller: Caller) => Promise<AdapterSwitches>;
}

/** Browsers of one kind and version. */
export interface BrowserGroup {
  readonly browser: BrowserName;
  readonly extensionVersion: string;
  readonly browsers: number;
}

/** A browser that was not heard of for {@link LOOKS_BACK_DAYS}. */
export interface SilentBrowser {
  readonly browser: BrowserName;
  readonly extensionVersion: string;
  /** The practice's day. */
  readonly heardOn: CalendarDate;
}

/** What was decided about an adapter, with who took the decision. */
export interface AdapterStatement extends SignedVersion {
  readonly mode: AdapterMode;
  readonly reason: string;
}

/** An adapter as the practice's browsers met it in the last {@link LOOKS_BACK_DAYS}. */
export interface AdapterHealth {
  readonly ehr: EhrId;
  readonly mode: AdapterMode;
  /** Number of the decision in force; 0 when none was ever taken. */
  readonly version: number;
  /** The newest decisions, newest first. */
  readonly statements: readonly AdapterStatement[];
  readonly adapterVersions: readonly { readonly version: number; readonly browsers: number }[];
  readonly pages: readonly Total[];
  readonly checks: readonly Total[];
  readonly insertions: readonly Total[];
}

/** How the practice's browsers fare. */
export interface Fleet {
  /** Those that were heard of lately, newest version first. */
  readonly browsers: readonly BrowserGroup[];
  /** The one that was heard of last at first. */
  readonly silent: readonly SilentBrowser[];
  /** One for every EHR that this build knows. */
  readonly adapters: readonly AdapterHealth[];
}

/** What somebody wants an adapter to be. */
export interface WantedMode {
  readonly ehr: EhrId;
  readonly mode: AdapterMode;
  readonly reason: string;
  /** {@link AdapterHealth.version} that was on screen. */
  readonly seenVersion: number;
}

/** A file of a managed policy, by codes of ours. */
export interface PolicyFileMade {
  /** The platform that it is for, such as `windows-reg`. */
  readonly platform: string;
  /** Its name, such as `throughline-chrome.reg`. */
  readonly file: string;
}

/** What a practice sees of its browsers, and decides about them. */
export interface FleetCare {
  readonly fleet: (caller: Caller) => Promise<Fleet>;
  /**
   * Sets an adapter, from now on. `noReason`: the reason is empty, or longer than
   * {@link MAX_REASON_LENGTH}. `outdated`: somebody else was quicker. What it is already changes nothing.
   */
  readonly switchAdapter: (
    caller: Caller,
    wanted: WantedMode,
  ) => Promise<Result<null, 'noReason' | 'outdated'>>;
  /** Records who made a policy file. To be called before the file is handed out. */
  readonly recordPolicyFile: (caller: Caller, made: PolicyFileMade) => Promise<void>;
}
