import { type RiskAnswer, riskAnswersBeside } from '#shared/brief/risk-answers.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { RiskDenial } from '#shared/contracts/reading.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { Section } from '../../ui/controls.tsx';
import type { ClientScreen } from '../state/screen.ts';

/** What the page says, by its place: its words stay in the page. */
const PLACE_WORDS: Readonly<Record<RiskDenial, string>> = {
  riskAssessment: 'This note’s risk assessment says that all areas of risk are denied.',
  noteText: 'A sentence in this note says that risk is denied.',
};

/**
 * Puts the client's own answers beside a note that says that all risk is denied. It changes nothing in
 * the note and holds nothing up; where there is nothing to put beside it, it says nothing.
 */
export function RiskGuard({
  brief,
  screen,
}: {
  readonly brief: Brief;
  readonly screen: ClientScreen;
}) {
  const { riskDenial } = screen.reading;
  if (riskDenial === null) return null;
  if (screen.freshness.is !== 'live') {
    return (
      <Section title="The note and the answers">
        <p>
          {PLACE_WORDS[riskDenial]} Whether the client’s answers say otherwise can’t be compared
          now: the last check is too old.
        </p>
      </Section>
    );
  }
  const answers = riskAnswersBeside(brief);
  return answers.length === 0 ? null : (
    <Section title="The note and the answers">
      <Answers place={PLACE_WORDS[riskDenial]} answers={answers} today={brief.asOfDate} />
    </Section>
  );
}

function Answers({
  place,
  answers,
  today,
}: {
  readonly place: string;
  readonly answers: readonly RiskAnswer[];
  readonly today: CalendarDate;
}) {
  return (
    <article class="alert calm risk">
      <p>{place} The client’s own answers:</p>
      <ul>
        {answers.map((answer) => (
          <li key={`${answer.instrumentId} ${answer.item} ${answer.is}`}>
            <strong>{answerInWords(answer)}</strong>, {dateSeenFrom(answer.on, today)}
            {answer.is === 'notSent' ? ', on a form that was not sent' : ''}
          </li>
        ))}
      </ul>
      <p class="soft">
        Both can be right, of different days. Throughline changes nothing in the note and holds
        nothing up.
      </p>
    </article>
  );
}

function answerInWords({ name, item, label }: RiskAnswer): string {
  return `${name} item ${item} ${label === null ? 'not answered' : `“${label}”`}`;
}
