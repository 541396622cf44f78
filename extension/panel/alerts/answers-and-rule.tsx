import type { AlertEntry } from '#shared/alerts/entries.ts';
import { newestResponseIn } from '#shared/alerts/evidence.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { AllAnswers } from './all-answers.tsx';
import { newestEvidence } from './entries.ts';
import { ruleFacts } from './rule-source.ts';

/** Every rule behind an entry with what it looked at, then the answers themselves. */
export function AnswersAndRule({
  entry,
  facts,
  today,
}: {
  readonly entry: AlertEntry;
  readonly facts: BriefFacts;
  readonly today: CalendarDate;
}) {
  return (
    <div class="stack">
      {entry.alerts.map((alert) => (
        <RuleFacts key={alert.alertId} alert={alert} today={today} />
      ))}
      <Answers entry={entry} facts={facts} />
    </div>
  );
}

function RuleFacts({ alert, today }: { readonly alert: Alert; readonly today: CalendarDate }) {
  const terms = Map.groupBy(ruleFacts(alert, today), ({ term }) => term);
  return (
    <dl class="facts">
      {[...terms].flatMap(([term, facts]) => [
        <dt key={term}>{term}</dt>,
        ...facts.map(({ words }) => <dd key={`${term} ${words}`}>{words}</dd>),
      ])}
    </dl>
  );
}

function Answers({ entry, facts }: { readonly entry: AlertEntry; readonly facts: BriefFacts }) {
  const evidence = newestEvidence(entry.lead);
  const id = evidence === null ? null : newestResponseIn(evidence);
  // Silence has no answers behind it.
  if (id === null) return null;
  const response = facts.responses.find(({ responseId }) => responseId === id);
  return response === undefined ? (
    <p>These answers are older than what the panel holds.</p>
  ) : (
    <AllAnswers response={response} timeZone={facts.timeZone} />
  );
}
