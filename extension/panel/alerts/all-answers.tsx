import type { TimeZone } from '#shared/contracts/calendar.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { measureName } from '#shared/words/measures.ts';
import { momentInWords } from '#shared/words/moments.ts';

/** Every answer of one response beside the words that were asked. */
export function AllAnswers({
  response,
  timeZone,
}: {
  readonly response: ScoredResponse;
  readonly timeZone: TimeZone;
}) {
  const known = instrument(response.instrumentId, response.instrumentVersion);
  const safety = new Set(known?.safetyItems.map(({ item }) => item));
  return (
    <div class="stack">
      <p class="soft">
        {measureName(response.instrumentId)}, {momentInWords(response.submittedAt, timeZone)}.
        Answers as the client gave them.
      </p>
      <ol class="answers">
        {response.answers.map((value, place) => {
          const number = place + 1;
          const item = known?.items.find((candidate) => candidate.number === number);
          const option = known?.options.find((candidate) => candidate.value === value);
          return (
            // Items have no identity but their number.
            <li key={number} class={safety.has(number) ? 'safety' : ''}>
              <span>
                {number}. {item?.text ?? 'Wording not known to this version'}
                {safety.has(number) ? <em class="soft"> (safety item)</em> : null}
              </span>
              <strong>{value === null ? 'Not answered' : (option?.label ?? String(value))}</strong>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
