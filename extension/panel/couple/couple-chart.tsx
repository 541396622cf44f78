import { useSignal } from '@preact/signals';
import { NoticeOf } from '../notices/notice-of.tsx';
import type { CoupleChartProps } from './chart-props.ts';
import { copyUpdate } from './copy-update.ts';
import { CopyStatus, CoupleUpdate, type Pressed } from './couple-update.tsx';
import { CoupleView } from './couple-view.tsx';
import { SetUpOnDemand } from './set-up.tsx';
import { useAnswer } from './use-answer.ts';

/**
 * A page about two people. Whether they are a couple of the caseload, and what they agreed to share, the
 * server says; an answer that can't be renewed is taken off the screen, and so is one that grew old
 * while the computer slept.
 */
export function CoupleChart({ page, notice, now, actions }: CoupleChartProps) {
  const { couple, copy } = actions;
  const { answer, askAnew } = useAnswer(page, { now, couple });
  const pressed = useSignal<Pressed>(null);
  if (answer === null || !answer.ok) {
    return (
      <section class="section notice" aria-labelledby="pair-title">
        <h1 id="pair-title">Two people on this page</h1>
        {answer === null ? (
          <p role="status">Asking whether they are a couple…</p>
        ) : (
          <p role="alert">{`${answer.message} Nothing of anybody is shown.`}</p>
        )}
        <CopyStatus pressed={pressed.value} shown={null} />
      </section>
    );
  }
  if (answer.value.is === 'couple') {
    const isShown = () => couple.isShown(page);
    const update = (
      <CoupleUpdate
        shown={answer.value}
        pressed={pressed}
        onCopy={(read) => copyUpdate(read, { askAnew, isShown, copy })}
      />
    );
    return (
      <CoupleView
        shown={answer.value}
        page={page}
        actions={couple}
        onChanged={couple.renew}
        update={update}
      />
    );
  }
  return (
    <>
      <NoticeOf screen={notice} actions={actions} />
      <CopyStatus pressed={pressed.value} shown={null} />
      <SetUpOnDemand page={page} actions={couple} onChanged={couple.renew} />
    </>
  );
}
