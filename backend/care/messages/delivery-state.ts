import type { MessageStanding } from '#backend/store/messages.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { CareDeps } from '../deps.ts';

/** How long a message may wait for its first try before it counts as overdue. */
const OVERDUE_AFTER_MS = 120_000;

/** How it stands with the messages to a practice's own people, and with what sends them. */
export interface DeliveryState extends MessageStanding {
  /** When the part that sends last went round; null when it never did. */
  readonly beatAt: Instant | null;
}

/** Reads the state within the transaction of whoever asks. */
export async function deliveryState(
  { store, now }: Pick<CareDeps, 'store' | 'now'>,
  care: CareRepositories,
): Promise<DeliveryState> {
  const overdueBefore = instantOf(new Date(Date.parse(now()) - OVERDUE_AFTER_MS));
  return {
    ...(await care.messages.standing(overdueBefore)),
    beatAt: await store.directory.beatOf('delivery'),
  };
}
