import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { CouplePage, CouplePageReply } from '#shared/contracts/couple-procedures.ts';
import type { WorkerReply } from '../../messages/worker.ts';
import { isTooOld } from '../state/freshness.ts';
import type { CoupleActions } from './actions.ts';

/** How often the view is asked for anew, as the brief is: consents end at any moment. */
const ASK_EVERY_MS = 40_000;

/** What the server said of a page about two people. */
export type CoupleAnswer = WorkerReply<CouplePageReply>;

/** What the server said, and when it was asked by the clock of this computer. */
interface Kept {
  readonly askedAt: Instant;
  readonly answer: CoupleAnswer;
}

/** The answer that stands, and a way to ask for it anew. */
export interface StandingAnswer {
  /** Null while there is none, and when it grew too old to be shown. */
  readonly answer: CoupleAnswer | null;
  /** Asks now. Null when a later question overtook this one: it settles nothing then. */
  readonly askAnew: () => Promise<CoupleAnswer | null>;
}

/** What the server says of the page, asked for every 40 seconds and whenever something changed. */
export function useAnswer(
  page: CouplePage,
  { now, couple }: { readonly now: Date; readonly couple: CoupleActions },
): StandingAnswer {
  const kept = useSignal<Kept | null>(null);
  const asked = useRef(0);
  const askAnew = async () => {
    asked.current += 1;
    const question = asked.current;
    const askedAt = instantOf(now);
    const answer = await couple.ofPage(page);
    if (question !== asked.current) return null;
    kept.value = { askedAt, answer };
    return answer;
  };
  useEffect(() => {
    void askAnew();
    // A page with another reading is another chart: the view is keyed by it.
  }, [Math.floor(now.getTime() / ASK_EVERY_MS), couple.renewed.value, couple, kept]);
  const { value } = kept;
  return { answer: value === null || isTooOld(value.askedAt, now) ? null : value.answer, askAnew };
}
