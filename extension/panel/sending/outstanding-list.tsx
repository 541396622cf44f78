import type { SendingProps } from './part.ts';
import { outstandingInWords } from './words.ts';

/** What was sent and can still be answered. */
export function OutstandingList({ sendings: { outstanding }, told }: SendingProps) {
  return (
    <div role="group" aria-label="What is out">
      <h3>{`Out now, ${outstanding.length}`}</h3>
      {outstanding.length === 0 ? (
        <p class="soft">Nothing that was sent can still be answered.</p>
      ) : (
        <ul class="outstanding">
          {outstanding.map((one) => (
            <li
              key={one.administrationId}
              class={one.message === 'failed' || one.message === 'closed' ? 'wrong' : ''}
            >
              {outstandingInWords(one, told)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
