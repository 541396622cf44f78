import { Button } from '../../ui/controls.tsx';
import type { DailyActions } from '../daily.ts';

/** For how long what is shown in safe view stays; said once, not every second. */
export function Remaining({
  seconds,
  actions,
}: {
  readonly seconds: number;
  readonly actions: Pick<DailyActions, 'conceal'>;
}) {
  return (
    <div class="banner unknown">
      <strong>Shown in safe view.</strong> <span class="number">Covered again in {seconds} s.</span>{' '}
      <Button weight="quiet" onClick={actions.conceal}>
        Cover now
      </Button>
      <span class="only-heard" role="status">
        Shown for a short time in safe view.
      </span>
    </div>
  );
}
