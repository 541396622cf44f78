import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import type { NoticeAction, NoticeWords } from './notice-words.ts';

const ACTION_WORDS: Readonly<Record<NoticeAction, string>> = {
  verify: 'Ask again now',
  openSettings: 'Open settings',
};

/** A state that is one message. */
export function Notice({
  words,
  actions,
}: {
  readonly words: NoticeWords;
  readonly actions: Pick<PanelActions, 'verify' | 'openSettings'>;
}) {
  const { action } = words;
  const act = () => {
    if (action === 'openSettings') actions.openSettings();
    else void actions.verify();
  };
  return (
    <section class="section notice" aria-labelledby="notice-title">
      <h1 id="notice-title">{words.title}</h1>
      <p>{words.happened}</p>
      <p class="safe">{words.safe}</p>
      <p>{words.toDo}</p>
      {action === null ? null : (
        <div>
          <Button weight="main" onClick={act}>
            {ACTION_WORDS[action]}
          </Button>
        </div>
      )}
    </section>
  );
}
