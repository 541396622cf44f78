import type { Caller } from '#backend/access/caller.ts';
import type { StaffContact } from '#backend/store/staff-contacts.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { EscalationLadder } from '#shared/contracts/ladder.ts';
import type { Protocol, ProtocolAction } from '#shared/contracts/protocol.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { SentenceFault } from '#shared/update/phrases/check-sentence.ts';
import type { Signed } from '../practice-care.ts';

/** The list of actions as somebody wants it; an action without an id is a new one. */
export type WantedAction = Omit<ProtocolAction, 'id'> & { readonly id: string | null };

/** What is wrong with a list of actions; `row` counts from 0. */
export type ProtocolFault =
  | { readonly at: 'list'; readonly reason: 'none' | 'tooMany' | 'nothingForSafety' }
  | { readonly at: 'words'; readonly row: number; readonly reason: 'missing' | 'tooLong' | 'twice' }
  | { readonly at: 'sentence'; readonly row: number; readonly reason: 'tooLong' }
  | ({ readonly at: 'sentence'; readonly row: number } & SentenceFault);

/** Why a setting is left as it is. `outdated`: somebody else has changed it meanwhile. */
export type SettingRefusal<Fault> =
  | { readonly reason: 'outdated' }
  | { readonly reason: 'faults'; readonly faults: readonly Fault[] };

/** What is wrong with a ladder; `step` counts from 0. */
export type LadderFault =
  | {
      readonly at: 'emergency' | 'urgent';
      readonly step: number;
      readonly reason: 'notAtOnce' | 'notLater' | 'minutes' | 'nobody' | 'noWay';
    }
  | {
      readonly at: 'emergency' | 'urgent';
      readonly step: null;
      /** `browserAlone`: no step tells anybody whose browser is closed. */
      readonly reason: 'none' | 'browserAlone';
    }
  | { readonly at: 'hours'; readonly reason: 'order' | 'words' };

/** A ladder as somebody wants it, before anything of it is checked. */
export type WantedLadder = Omit<EscalationLadder, 'version'>;

/** Somebody whom a step can name, and by which ways they can be told. */
export interface LadderPerson {
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly role: 'clinician' | 'admin';
  readonly email: boolean;
  readonly phone: boolean;
}

/** The newest version of a setting with who made it; null where the practice never set it. */
export type Standing = (Signed & { readonly version: number }) | null;

/**
 * What a practice decides about alerts: what can be done about them, and who is told. Everybody's own
 * addresses are their own to set. Nothing of it is about a client.
 */
export interface AlertingCare {
  readonly protocol: (
    caller: Caller,
  ) => Promise<{ readonly protocol: Protocol; readonly standing: Standing }>;
  /** Sets the whole list, which makes a new version of it. `seenVersion` was on screen. */
  readonly setProtocol: (
    caller: Caller,
    wanted: { readonly actions: readonly WantedAction[]; readonly seenVersion: number },
  ) => Promise<Result<Protocol, SettingRefusal<ProtocolFault>>>;
  readonly ladder: (caller: Caller) => Promise<{
    readonly ladder: EscalationLadder;
    readonly standing: Standing;
    readonly people: readonly LadderPerson[];
  }>;
  /** Sets the whole ladder, which makes a new version of it. */
  readonly setLadder: (
    caller: Caller,
    wanted: { readonly ladder: WantedLadder; readonly seenVersion: number },
  ) => Promise<Result<EscalationLadder, SettingRefusal<LadderFault>>>;
  /** The caller's own addresses. */
  readonly ownContact: (caller: Caller) => Promise<StaffContact>;
  readonly setOwnContact: (caller: Caller, contact: StaffContact) => Promise<void>;
}
