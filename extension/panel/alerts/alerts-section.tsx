import type { AlertEntry } from '#shared/alerts/entries.ts';
import type { Brief, BriefFacts } from '#shared/contracts/brief.ts';
import type { OutboxEntry } from '../../messages/worker.ts';
import { Disclosure, Section } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import type { Freshness } from '../state/freshness.ts';
import { AlertCard } from './alert-card.tsx';
import type { AlertContext } from './alert-context.ts';
import { alertParts, inSight, tiersInWords, titleOf } from './alert-parts.ts';
import { useFocusWhenGone } from './focus-when-gone.ts';
import { noneOpenInWords } from './verified.ts';

/**
 * What can't wait. A screen reader hears at once of the one alert that may interrupt, and of how many
 * there are when it is done with what it says.
 */
export function AlertsSection({
  brief,
  facts,
  freshness,
  entries,
  now,
  actions,
}: {
  readonly brief: Brief;
  readonly facts: BriefFacts;
  readonly freshness: Freshness;
  /** What waits for the server: an alert whose acknowledgement does is still open. */
  readonly entries: readonly OutboxEntry[];
  readonly now: Date;
  readonly actions: Pick<PanelActions, 'acknowledge' | 'seen' | 'snooze'>;
}) {
  const parts = alertParts(brief.openAlerts);
  const title = titleOf(parts);
  const waiting = entries.filter(({ is }) => is !== 'refused');
  const context = { brief, facts, waiting, now, actions };
  const { shown, folded } = inSight(parts);
  const ref = useFocusWhenGone();
  return (
    <Section title={title}>
      <p class="only-heard" role="status">
        {title}
      </p>
      <div class="stack" ref={ref}>
        {parts.here.length === 0 ? (
          <p>{noneOpenInWords(freshness, now, facts.timeZone, tiersInWords(parts.aside))}</p>
        ) : (
          <Cards entries={shown} first={parts.first} context={context} />
        )}
        {folded.length === 0 ? null : (
          <Disclosure summary={`${folded.length} more that can wait: ${tiersInWords(folded)}`}>
            <Cards entries={folded} first={null} context={context} />
          </Disclosure>
        )}
        {parts.aside.length === 0 ? null : (
          <Disclosure summary={`Put aside (${parts.aside.length})`}>
            <Cards entries={parts.aside} first={null} context={context} />
          </Disclosure>
        )}
      </div>
    </Section>
  );
}

interface CardsProps {
  readonly entries: readonly AlertEntry[];
  readonly first: AlertEntry | null;
  readonly context: AlertContext;
}

function Cards({ entries, first, context }: CardsProps) {
  return (
    <ul class="stack">
      {entries.map((entry) => (
        <li key={entry.lead.alertId}>
          <AlertCard entry={entry} interrupts={entry === first} context={context} />
        </li>
      ))}
    </ul>
  );
}
