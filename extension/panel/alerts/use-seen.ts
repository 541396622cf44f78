import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { AlertEntry } from '#shared/alerts/entries.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { PanelActions } from '../actions.ts';
import { createVisibilityGate, watchVisibility } from '../trusted/visibility.ts';

/** Milliseconds on the screen after which a few lines count as read. Our choice. */
const READ_AFTER_MS = 1500;

/**
 * Tells that an entry stood on the screen, in view and uncovered, for long enough to be read: once for
 * each piece of evidence. `asOf` is when it was last read from the server: what could not be told is
 * tried again with the next answer.
 */
export function useSeen(
  ref: RefObject<HTMLElement | null>,
  { alerts }: Pick<AlertEntry, 'alerts'>,
  asOf: Instant,
  seen: PanelActions['seen'],
): void {
  const content = alerts.map(keyOf).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the content stands for the alerts.
  useEffect(() => {
    const isTold = alerts.every((alert) => seen.told.has(keyOf(alert)));
    if (ref.current === null || isTold) return undefined;
    const lifetime = new AbortController();
    let reading: ReturnType<typeof globalThis.setTimeout> | undefined;
    const gate = createVisibilityGate({
      setTimeout: globalThis.setTimeout.bind(globalThis),
      clearTimeout: globalThis.clearTimeout.bind(globalThis),
      onChange(open) {
        globalThis.clearTimeout(reading);
        if (open) reading = globalThis.setTimeout(read, READ_AFTER_MS);
      },
    });
    const drawing = watchVisibility(ref.current, gate, lifetime.signal);
    function read() {
      // Without a drawing nothing was on any screen.
      if (!drawing.isRecent()) return;
      lifetime.abort();
      void tell(alerts, seen);
    }
    return () => lifetime.abort();
  }, [content, asOf, seen]);
}

async function tell(alerts: readonly Alert[], { told, tell: send }: PanelActions['seen']) {
  for (const alert of alerts) told.add(keyOf(alert));
  const reply = await send(alerts.map(({ alertId, latestAt }) => ({ alertId, latestAt })));
  if (!reply.ok) for (const alert of alerts) told.delete(keyOf(alert));
}

function keyOf({ alertId, latestAt }: Alert): string {
  return `${alertId} ${latestAt}`;
}
