import type { TimeZone } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { printedNumber } from '#shared/instruments/choices.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { type AskedItems, askedItems } from '#shared/scoring/asked.ts';
import { answerLabel } from '#shared/scoring/labels.ts';
import { measureName } from '#shared/words/measures.ts';
import { momentInWords } from '#shared/words/moments.ts';
import { PROVENANCE_WORDS } from '../words/provenance.ts';
import { notAnsweredInWords } from './skip-words.ts';

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
  const asked = known === null ? null : askedItems(known, response.answers);
  return (
    <div class="stack">
      <p class="soft">
        {measureName(response.instrumentId)}, {momentInWords(response.submittedAt, timeZone)}.
        Answers as the client gave them.
      </p>
      <ol class="answers">
        {response.answers.map((value, place) => {
          const number = place + 1;
          return (
            // Items have no identity but their number.
            <li key={number} class={safety.has(number) ? 'safety' : ''}>
              <span>
                {questionInWords(known, number)}
                {safety.has(number) ? <em class="soft"> (safety item)</em> : null}
              </span>
              <strong>
                {value === null && wasAsked(asked, number)
                  ? notAnsweredInWords(response, number)
                  : answerInWords(known, asked, number, value)}
              </strong>
            </li>
          );
        })}
      </ol>
      {known === null ? null : <p class="soft">{termsInWords(known)}</p>}
    </div>
  );
}

/** Whose measure it is, and how far its terms are known unless they were read. */
function termsInWords({ title, licence }: Instrument): string {
  const { attribution, provenance } = licence;
  const terms = provenance === 'seen' ? [] : [`Licence: ${PROVENANCE_WORDS[provenance]}`];
  return [title, attribution, ...terms].map((part) => part.replace(/\.?$/, '.')).join(' ');
}

function questionInWords(known: Instrument | null, number: number): string {
  const item = known?.items[number - 1];
  if (item === undefined) return `${number}. Wording not known to this version`;
  const printed = printedNumber(item);
  return printed === '' ? item.text : `${printed}. ${item.text}`;
}

function wasAsked(asked: AskedItems | null, number: number): boolean {
  return asked?.get(number) !== 'notAsked';
}

/** An answer from before the client changed the one that led to it stays in sight, and is said so. */
function answerInWords(
  known: Instrument | null,
  asked: AskedItems | null,
  number: number,
  value: number | null,
): string {
  if (value === null) return 'Not asked';
  const label = (known === null ? null : answerLabel(known, number, value)) ?? String(value);
  return wasAsked(asked, number) ? label : `${label} (no longer asked, not counted)`;
}
