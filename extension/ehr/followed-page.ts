import type { PageReading } from '#shared/contracts/reading.ts';
import type { EhrAdapter } from './contract.ts';
import type { FieldKeys } from './fields/keys.ts';
import type { TrustedLook } from './observe/observer.ts';

/** Hears every reading that differs from the one before. */
export type Follower = (reading: PageReading, expectsClient: boolean) => void;

/**
 * A page that is being read. What reads it is in every page of an EHR; what shows a panel and
 * writes comes later, as a script of its own, where a client is expected. This is what the one
 * gives to the other.
 */
export interface FollowedPage {
  readonly adapter: EhrAdapter;
  readonly view: Window;
  readonly keys: FieldKeys;
  /** Aborts when nothing may be shown in the page, or written into it, any longer. */
  readonly signal: AbortSignal;
  /** Looks in the turn of the call. */
  lookNow(): TrustedLook;
  /** Looks now, as a reading that may leave the content script. */
  read(): PageReading;
  /** Resolves once the page has settled, and after `limitMs` milliseconds if it has not. */
  whenSettled(limitMs: number): Promise<void>;
  /** True once the part that shows the panel is there. */
  isAttached(): boolean;
  /** That part takes its place; it hears the newest reading at once, and then all others. */
  attach(follower: Follower): void;
  /** The page does not let the panel be: nothing is shown or written in it any more. */
  giveUp(): void;
}

/** The scripts of one extension share a world in a page, which no script of the page can enter. */
type World = object & { [MEETING_PLACE]?: FollowedPage };
const MEETING_PLACE = Symbol.for('throughline.followedPage');

/** Leaves a page where the part that comes later finds it. */
export function leaveFollowedPage(world: World, page: FollowedPage): void {
  world[MEETING_PLACE] = page;
}

/** The page that is followed in this world; null when none is. */
export function findFollowedPage(world: World): FollowedPage | null {
  return world[MEETING_PLACE] ?? null;
}
