import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { ClientTopic, ProgressAs } from '#shared/contracts/client-page.ts';
import type { ClientLanguage } from '#shared/contracts/contact.ts';
import type { Goal } from '#shared/contracts/goal.ts';
import type { GoalId, TopicId } from '#shared/contracts/ids.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { LinkVisit } from '../client-care.ts';

/** What stands before a client's page, and how it speaks. */
export interface Door {
  /** True of a link that was made for the practice's own device, which the clinician has handed over. */
  readonly kiosk: boolean;
  /**
   * False there before the form is begun, if it was made for that device: nothing of anybody's stands
   * behind it yet. True of every link that was sent or handed over.
   */
  readonly asksBirthDate: boolean;
  /** Null while nobody has set one. */
  readonly language: ClientLanguage | null;
  /** ISO 3166-1 alpha-2; null while nobody has set one. */
  readonly country: string | null;
  /** Within the hours in which the practice looks, null; outside them, what it says of that. */
  readonly closed: Closed | null;
  /** The client lets a partner see something, and may want to take that back. */
  readonly shares: boolean;
}

/** What is said outside the hours in which a practice looks. */
export interface Closed {
  /** The practice's own words, in its own language; null where it has written none. */
  readonly words: string | null;
}

/**
 * What surrounds the questions on the client's page. `notOpen` covers unknown, expired, revoked and
 * closed links, and clients no longer in care, alike.
 */
export interface PageCare {
  /** What is asked of whoever follows a link. Changes nothing. */
  readonly door: (link: LinkVisit) => Promise<Result<Door, 'notOpen'>>;
  /**
   * Compares a birth date with the client's. After a few that were wrong the link is closed for good,
   * and the right one opens nothing any more.
   */
  readonly enter: (
    link: LinkVisit,
    bornOn: CalendarDate,
  ) => Promise<Result<null, 'notOpen' | 'wrongBirthDate'>>;
  /**
   * What the client sees of the own record, for as long as the thanks can be read. Nothing of it is
   * shown before the answers were sent, which it could colour, nor on the practice's own device.
   */
  readonly ownPage: (link: LinkVisit) => Promise<Result<OwnPage, 'notOpen'>>;
  /** Does something on the own page. Idempotent. `refused`: too many, too long, or not there. */
  readonly act: (link: LinkVisit, deed: OwnDeed) => Promise<Result<null, 'notOpen' | 'refused'>>;
}

/** How one measure went, as the client may see it. */
export interface OwnProgress {
  /** `Measure.shortTitle`. */
  readonly name: string;
  /** The scores of the present episode of care, oldest first. */
  readonly scores: readonly { readonly on: CalendarDate; readonly displayed: number }[];
  /** The measure's lowest and highest score, and on which side the better ones lie. */
  readonly min: number;
  readonly max: number;
  readonly higherIsBetter: boolean;
  /**
   * The newest score beside the first, judged against measurement error. `notJudged`: no threshold is
   * recommended for this measure; `first`: there is nothing to compare with yet.
   */
  readonly change: 'better' | 'harder' | 'close' | 'notJudged' | 'first';
}

/** One form that was answered. */
export interface OwnCheckIn {
  /** `form`: one that the practice put together, in whatever language. */
  readonly kind: 'measure' | 'form';
  /** `Instrument.shortTitle`, or the title that the practice gave its form. */
  readonly name: string;
  readonly on: CalendarDate;
  /** Whether somebody of the practice opened the record after it was sent. */
  readonly opened: boolean;
}

/** What a client sees of the own record. */
export interface OwnPage {
  readonly today: CalendarDate;
  /** When somebody of the practice last opened the record; null before the first time. */
  readonly lastOpenedOn: CalendarDate | null;
  /** In care as one of a couple: there is a page about what the partner may see. */
  readonly inCouple: boolean;
  readonly progressAs: ProgressAs;
  readonly progress: readonly OwnProgress[];
  /** Newest first. */
  readonly history: readonly OwnCheckIn[];
  /** Open ones, with their ratings. */
  readonly goals: readonly Goal[];
  /** What the client wants to talk about, newest first. */
  readonly topics: readonly ClientTopic[];
}

/** What a client does on the own page. */
export type OwnDeed =
  | { readonly is: 'say'; readonly topic: Pick<ClientTopic, 'topicId' | 'words'> }
  | { readonly is: 'takeBack'; readonly topicId: TopicId }
  | { readonly is: 'rate'; readonly goalId: GoalId; readonly value: number }
  | { readonly is: 'showAs'; readonly as: ProgressAs };

/** Counts wrong birth dates of a link, by the hash of its secret. */
export interface BirthDateTries {
  /** Counts one before it is compared. False when there were too many. */
  readonly count: (tokenHash: string) => Promise<boolean>;
  /** Takes one back that was right. */
  readonly takeBack: (tokenHash: string) => Promise<void>;
}
