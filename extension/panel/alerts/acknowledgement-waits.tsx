import type { AlertEntry } from '#shared/alerts/entries.ts';
import { type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { OutboxEntry } from '../../messages/worker.ts';
import { momentHere } from '../update/entry-words.ts';

/** The clinician's own word about an alert that the server could not be told yet. */
export function acknowledgementOf(
  { alerts }: AlertEntry,
  waiting: readonly OutboxEntry[],
): OutboxEntry | undefined {
  return waiting.find((entry) => alerts.some(({ alertId }) => alertId === entry.alertId));
}

/** Stands where the button was: what was said is kept, and nothing is closed by it yet. */
export function AcknowledgementWaits({
  since,
  now,
}: {
  readonly since: Instant;
  readonly now: Date;
}) {
  return (
    <p class="soft" role="status">
      Your acknowledgement of {momentHere(since, instantOf(now))} will be sent when the server can
      be reached. Until then this alert is open.
    </p>
  );
}
