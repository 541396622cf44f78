import type { PanelActions } from '../actions.ts';
import { Notice } from './notice.tsx';
import { type NoticeScreen, noticeWords } from './notice-words.ts';

/** The message of a screen that is one. */
export function NoticeOf({
  screen,
  actions,
}: {
  readonly screen: Exclude<NoticeScreen, { kind: 'tooOld' }>;
  readonly actions: Pick<PanelActions, 'verify' | 'openSettings'>;
}) {
  return <Notice words={noticeWords(screen)} actions={actions} />;
}
