import { instantOf } from '#shared/contracts/calendar.ts';
import type { OutboxEntry } from '../../messages/worker.ts';
import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import { momentHere, waitingInWords, whatInWords } from './entry-words.ts';
import { type Insertion, isUnrecorded } from './insertion.ts';

/** Says what the server could not be told; where a receipt says it already, it is not said twice. */
export function Unrecorded({
  count,
  entries,
  insertion,
  now,
  actions,
}: {
  /** All that waits, also what not even the worker could be told. */
  readonly count: number;
  readonly entries: readonly OutboxEntry[];
  readonly insertion: Insertion;
  readonly now: Date;
  readonly actions: Pick<PanelActions, 'recordAgain'>;
}) {
  const saidAbove = count === 1 && insertion.phase === 'done' && isUnrecorded(insertion);
  if (count === 0 || saidAbove) return null;
  return (
    <div class="banner worse row" role="status">
      <span class="grow">
        {waitingInWords(
          count,
          entries.filter(({ is }) => is === 'waiting'),
          now,
        )}
      </span>
      <Button onClick={() => void actions.recordAgain()}>Try again</Button>
    </div>
  );
}

/** Says what the server refused for good: trying again would not help. */
export function SetAside({
  count,
  entries,
  now,
  actions,
}: {
  /** All that was refused, also what the worker never had. */
  readonly count: number;
  readonly entries: readonly OutboxEntry[];
  readonly now: Date;
  readonly actions: Pick<PanelActions, 'forgetRefused'>;
}) {
  if (count === 0) return null;
  const refused = entries.filter(({ is }) => is === 'refused');
  const lostCount = count - refused.length;
  return (
    <div class="banner worse row" role="status">
      <div class="grow stack">
        <p>
          Your practice’s server refused {count === 1 ? 'one entry' : `${count} entries`}. What is
          in a note stays there, and an alert stays open.
        </p>
        <ul>
          {refused.map((entry) => (
            <li key={entry.entryId}>
              {whatInWords(entry.what)} of {momentHere(entry.since, instantOf(now))}:{' '}
              {entry.because}
            </li>
          ))}
        </ul>
        {lostCount === 0 ? null : <p>Tell your practice that its register lacks {lostCount}.</p>}
      </div>
      <TrustedButton weight="plain" onPress={() => void actions.forgetRefused()}>
        I have read this
      </TrustedButton>
    </div>
  );
}
