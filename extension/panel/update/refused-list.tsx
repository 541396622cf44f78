import { instantOf } from '#shared/contracts/calendar.ts';
import type { OutboxEntry } from '../../messages/worker.ts';
import type { PanelActions } from '../actions.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import { momentHere, whatInWords } from './entry-words.ts';

/** What the server refused for good. */
export interface SetAsideProps {
  /** All that was refused, also what the worker never had. */
  readonly count: number;
  readonly entries: readonly OutboxEntry[];
  readonly now: Date;
  readonly actions: Pick<PanelActions, 'forgetRefused'>;
}

/** Says what the server refused for good: trying again would not help. */
export function RefusedList({ count, entries, now, actions }: SetAsideProps) {
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
