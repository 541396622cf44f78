import type { DailyActions } from '../daily.ts';
import { usePart } from '../on-demand/part.ts';

const loadHandle = () => import('./move-handle.tsx');

/**
 * The handle of a panel that floats. Where its file can't be read there is none: the panel can still be
 * docked, and a sentence would not fit into the bar.
 */
export function MoveHandleOnDemand({
  actions,
}: {
  readonly actions: Pick<DailyActions, 'moveTo' | 'settle' | 'place' | 'zoom'>;
}) {
  const part = usePart(true, loadHandle);
  return part.is === 'loaded' ? <part.content.MoveHandle actions={actions} /> : null;
}
