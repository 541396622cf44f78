import type { PageReading } from '#shared/contracts/reading.ts';
import type { EhrAdapter, PageLook } from '../contract.ts';
import type { FieldKeys } from '../fields/keys.ts';
import { lookSignature, readingOf } from '../reading.ts';
import { createFreshness, touches } from './freshness.ts';
import { type KnownPeople, knownAfter, namingOf } from './known-people.ts';
import { type MutationWatch, watchMutations } from './mutations.ts';
import { watchNavigation } from './navigation.ts';
import { createPace, type Pace } from './pace.ts';

/** How long a page must look the same before a reading of it counts, in milliseconds. */
const QUIET_MS = 300;
/** How often ordinary changes, such as typing, make us look again at most, in milliseconds. */
const LOOK_EVERY_MS = 200;

/** A look together with how far it can be trusted. Never leaves the content script. */
export interface TrustedLook {
  readonly look: PageLook;
  /** True only when the page has been quiet, nothing is stale, and it still looks the same. */
  readonly settled: boolean;
  /**
   * Counts up when the document is left or restored, stands for another chart or note, or names
   * somebody else.
   */
  readonly navigation: number;
}

/** What the observer needs. */
export interface ObserverParts {
  readonly adapter: EhrAdapter;
  readonly view: Window;
  readonly keys: FieldKeys;
  /**
   * Called with every reading that differs from the one before, and with
   * {@link PageLook.expectsClient} of its look.
   */
  readonly onReading: (reading: PageReading, expectsClient: boolean) => void;
  readonly signal: AbortSignal;
}

/**
 * Follows one page through its life. It reads the page, waits until it is quiet, reads again, and
 * calls it settled when both agree. Any navigation unsettles it at once, and what the document
 * showed before the address changed, or while it named somebody else, is not believed after it.
 */
export class PageObserver {
  readonly #parts: ObserverParts;
  readonly #freshness = createFreshness();
  readonly #waiting = new Set<() => void>();
  #navigation = 0;
  #address: string;
  #last: PageLook;
  /** The first of the two looks that must agree. */
  #candidate: string;
  #settledAs: string | null = null;
  /** Whom this chart or note has named; null before it has settled on anybody. */
  #known: KnownPeople | null = null;
  #emitted = '';
  /** The newest reading that was told was settled. */
  #toldSettled = false;
  readonly #pace: Pace;
  #lookTimer: number | undefined;
  #quietTimer: number | undefined;
  #mutations: MutationWatch | null = null;

  constructor(parts: ObserverParts) {
    this.#parts = parts;
    this.#address = parts.view.location.href;
    this.#pace = createPace(() => parts.view.performance.now());
    this.#last = this.#look();
    this.#candidate = this.#signature();
  }

  /** Starts to listen, until the signal given at construction aborts. */
  start(): void {
    const { view, signal } = this.#parts;
    watchNavigation(
      view,
      {
        begins: (to) => this.#begins(to),
        arrived: () => this.#refresh(),
        restored: () => this.#leave(),
        shown: () => this.#refresh(),
      },
      signal,
    );
    this.#mutations = watchMutations(view.document, (records) => this.#changed(records), signal);
    this.#mutations.appearance(this.#last.expectsClient);
    signal.addEventListener('abort', () => this.#stop(), { once: true });
    this.#awaitQuiet();
    this.#emit(this.#unsettled());
  }

  /** Looks now, synchronously, and compares with what had settled. */
  lookNow(): TrustedLook {
    this.#followAddress();
    this.#last = this.#look();
    this.#followPeople();
    // Where nobody is expected, nobody can be shown or hidden: such pages pay nothing for it.
    this.#mutations?.appearance(this.#last.expectsClient);
    const signature = this.#signature();
    const settled = signature === this.#settledAs && this.#freshness.isFresh(this.#last);
    if (!settled && (this.#settledAs !== null || signature !== this.#candidate)) {
      this.#candidate = signature;
      this.#awaitQuiet();
    }
    return { look: this.#last, settled, navigation: this.#navigation };
  }

  /** Looks now, as a reading that may leave the content script. */
  read(): PageReading {
    return this.#reading(this.lookNow());
  }

  /** Resolves once the page has settled, and after `limitMs` milliseconds if it has not. */
  async whenSettled(limitMs: number): Promise<void> {
    if (this.lookNow().settled) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        this.#waiting.delete(done);
        this.#parts.view.clearTimeout(timer);
        resolve();
      };
      const timer = this.#parts.view.setTimeout(done, limitMs);
      this.#waiting.add(done);
    });
  }

  #changed(records: readonly MutationRecord[]): void {
    this.#freshness.changed(records);
    const blocks = this.#last.headers.map(({ block }) => block);
    if (!touches(records, blocks)) return this.#lookSoon();
    // What says who this is has changed: no reading may outlive it, not even for a moment. A style
    // may change with every frame and show the same: the look itself tells.
    const written = records.some(({ type }) => type !== 'attributes');
    if (written && this.#settledAs === null) this.#awaitQuiet();
    this.#refresh();
  }

  /** Other view state of the same chart or note, such as a tab or `?saved=1`, ends nothing. */
  #begins(to: URL | null): void {
    const { adapter } = this.#parts;
    if (to === null || adapter.place(to).page !== adapter.place(new URL(this.#address)).page) {
      this.#leave();
    }
  }

  /** The document is left or shows another chart or note, or the page came back: whatever was known is over. */
  #leave(): void {
    this.#last = this.#look();
    this.#navigation += 1;
    this.#candidate = this.#signature();
    this.#awaitQuiet();
    this.#emit(this.#unsettled());
  }

  /** Notices that the address has changed, and what that makes stale. */
  #followAddress(): void {
    const { adapter, view } = this.#parts;
    if (view.location.href === this.#address) return;
    const before = adapter.place(new URL(this.#address));
    this.#address = view.location.href;
    const now = adapter.place(new URL(this.#address));
    if (now.page === before.page) return;
    this.#navigation += 1;
    // What changed before the address did is not the redrawing that the address asks for.
    this.#mutations?.drop();
    this.#freshness.moved(this.#last, now.client !== null && now.client === before.client);
    this.#known = null;
    this.#awaitQuiet();
  }

  /** Notices that the same address names somebody else, and what that makes stale. */
  #followPeople(): void {
    if (this.#known === null) return;
    const { subjects } = this.#last;
    const naming = namingOf(subjects, this.#known.subjects);
    if (naming === 'same') this.#known = { ...this.#known, look: this.#last };
    if (naming !== 'others') return;
    this.#navigation += 1;
    this.#freshness.turned(this.#known.look);
    this.#known = { subjects, look: this.#last };
    this.#awaitQuiet();
  }

  #awaitQuiet(): void {
    this.#settledAs = null;
    this.#parts.view.clearTimeout(this.#quietTimer);
    this.#quietTimer = this.#parts.view.setTimeout(() => this.#quiet(), QUIET_MS);
  }

  #quiet(): void {
    const first = this.#candidate;
    const second = this.lookNow();
    // A look that differs has begun a new wait; one that is stale waits for the page to change.
    const agree = this.#candidate === first && this.#freshness.isFresh(second.look);
    if (!agree) return this.#emit(second);
    this.#settledAs = first;
    this.#known = knownAfter(this.#known, second.look);
    this.#emit({ ...second, settled: true });
    for (const done of this.#waiting) done();
  }

  #lookSoon(): void {
    this.#lookTimer ??= this.#parts.view.setTimeout(() => this.#refresh(), LOOK_EVERY_MS);
  }

  #refresh(): void {
    this.#parts.view.clearTimeout(this.#lookTimer);
    this.#lookTimer = undefined;
    this.#emit(this.lookNow());
  }

  #unsettled(): TrustedLook {
    return { look: this.#last, settled: false, navigation: this.#navigation };
  }

  #reading({ look, ...circumstances }: TrustedLook): PageReading {
    return readingOf(this.#parts.adapter, look, this.#parts.keys, circumstances);
  }

  #emit(trusted: TrustedLook): void {
    const reading = this.#reading(trusted);
    const text = JSON.stringify(reading);
    if (text === this.#emitted) return;
    // That somebody is no longer certain is said at once, however often.
    const unsettles = this.#toldSettled && !trusted.settled;
    if (!unsettles && !this.#pace.take()) return this.#lookSoon();
    this.#toldSettled = trusted.settled;
    this.#emitted = text;
    this.#parts.onReading(reading, trusted.look.expectsClient);
  }

  #look(): PageLook {
    return this.#parts.adapter.look(this.#parts.view.document, new URL(this.#address));
  }

  #signature(): string {
    return lookSignature(this.#last, this.#parts.keys);
  }

  #stop(): void {
    const { view } = this.#parts;
    view.clearTimeout(this.#lookTimer);
    view.clearTimeout(this.#quietTimer);
    for (const done of this.#waiting) done();
  }
}
