import { dateInZone, type Instant, instantOf } from '#shared/contracts/calendar.ts';
import { momentSeenFrom } from '#shared/words/moments.ts';
import type { OutboxEntry } from '../../messages/worker.ts';

const WHAT_WORDS: Readonly<Record<OutboxEntry['what'], string>> = {
  insertion: 'Insertion',
  undo: 'Undo',
  acknowledgement: 'Acknowledgement',
  sealed: 'Entry',
};

/** `Acknowledgement`. */
export function whatInWords(what: OutboxEntry['what']): string {
  return WHAT_WORDS[what];
}

/** A moment by this computer's own clock and zone, as entries have it. */
export function momentHere(at: Instant, now: Instant): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return momentSeenFrom(at, timeZone, dateInZone(now, timeZone));
}

/**
 * `2 entries wait for your practice’s server, the oldest since 20 Nov, 6:58 pm. …`. `entries` are those
 * that the worker keeps; more may be counted that it could not be told of.
 */
export function waitingInWords(count: number, entries: readonly OutboxEntry[], now: Date): string {
  const what = count === 1 ? 'One entry waits' : `${count} entries wait`;
  const [oldest] = entries.map(({ since }) => since).toSorted();
  const since =
    oldest === undefined
      ? ''
      : `, ${count === 1 ? '' : 'the oldest '}since ${momentHere(oldest, instantOf(now))}`;
  const kept =
    entries.length === count
      ? 'Sealed on this computer, it is sent by itself, also after a restart of the browser.'
      : 'It is tried again by itself while this browser is open.';
  return `${what} for your practice’s server${since}. ${kept}`;
}
