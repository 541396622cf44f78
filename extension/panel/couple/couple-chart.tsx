import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { CouplePageReply } from '#shared/contracts/couple-procedures.ts';
import type { WorkerReply } from '../../messages/worker.ts';
import { NoticeOf } from '../notices/notice-of.tsx';
import { isTooOld } from '../state/freshness.ts';
import type { CoupleChartProps } from './chart-props.ts';
import { CoupleView } from './couple-view.tsx';
import { SetUpOnDemand } from './set-up.tsx';

/** How often the view is asked for anew, as the brief is: consents end at any moment. */
const ASK_EVERY_MS = 40_000;

/** What the server said, and when it was asked by the clock of this computer. */
interface Kept {
  readonly askedAt: Instant;
  readonly answer: WorkerReply<CouplePageReply>;
}

function standingAnswer(kept: Kept | null, now: Date): Kept['answer'] | null {
  return kept === null || isTooOld(kept.askedAt, now) ? null : kept.answer;
}

/**
 * A page about two people. Whether they are a couple of the caseload, and what they agreed to share, the
 * server says; an answer that can't be renewed is taken off the screen, and so is one that grew old
 * while the computer slept.
 */
export function CoupleChart({ page, notice, now, actions }: CoupleChartProps) {
  const kept = useSignal<Kept | null>(null);
  const turn = Math.floor(now.getTime() / ASK_EVERY_MS);
  const { couple } = actions;
  useEffect(() => {
    // The page may turn to somebody else while the server answers.
    let current = true;
    const ask = async () => {
      const askedAt = instantOf(now);
      const answer = await couple.ofPage(page);
      if (current) kept.value = { askedAt, answer };
    };
    void ask();
    return () => {
      current = false;
    };
    // A page with another reading is another chart: the view is keyed by it.
  }, [turn, couple.renewed.value, couple, kept]);
  const answer = standingAnswer(kept.value, now);
  if (answer === null || !answer.ok) {
    return (
      <section class="section notice" aria-labelledby="pair-title">
        <h1 id="pair-title">Two people on this page</h1>
        {answer === null ? (
          <p role="status">Asking whether they are a couple…</p>
        ) : (
          <p role="alert">{`${answer.message} Nothing of anybody is shown.`}</p>
        )}
      </section>
    );
  }
  if (answer.value.is === 'couple') {
    return (
      <CoupleView shown={answer.value} page={page} actions={couple} onChanged={couple.renew} />
    );
  }
  return (
    <>
      <NoticeOf screen={notice} actions={actions} />
      <SetUpOnDemand page={page} actions={couple} onChanged={couple.renew} />
    </>
  );
}
