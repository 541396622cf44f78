import type { PanelActions } from '../actions.ts';
import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';
import type { NoticeScreen } from './notice-words.ts';

const loadNotice = () => import('./notice-of.tsx');

/**
 * A screen that is one message, loaded when there is one. Where its file is gone the same is said that the
 * notice of a missing part would say.
 */
export function NoticeOnDemand(props: {
  readonly screen: Exclude<NoticeScreen, { kind: 'tooOld' }>;
  readonly actions: Pick<PanelActions, 'verify' | 'openSettings'>;
}) {
  const part = usePart(true, loadNotice);
  return <PartView part={part}>{({ NoticeOf }) => <NoticeOf {...props} />}</PartView>;
}
