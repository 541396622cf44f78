import { type AlertEntry, alertEntries } from '#shared/alerts/entries.ts';
import type { Brief, BriefFacts } from '#shared/contracts/brief.ts';
import { Section } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import type { Freshness } from '../state/freshness.ts';
import { AlertCard } from './alert-card.tsx';
import { isPressing } from './entries.ts';
import { noneOpenInWords } from './verified.ts';

/** What can't wait. */
export function AlertsSection({
  brief,
  facts,
  freshness,
  now,
  actions,
}: {
  readonly brief: Brief;
  readonly facts: BriefFacts;
  readonly freshness: Freshness;
  readonly now: Date;
  readonly actions: Pick<PanelActions, 'acknowledge'>;
}) {
  const entries = alertEntries(brief.openAlerts);
  return (
    <Section title={titleOf(entries)}>
      {entries.length === 0 ? (
        <p>{noneOpenInWords(freshness, now, facts.timeZone)}</p>
      ) : (
        <ul class="stack">
          {entries.map((entry) => (
            <li key={entry.lead.alertId}>
              <AlertCard entry={entry} facts={facts} actions={actions} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function titleOf(entries: readonly AlertEntry[]): string {
  if (entries.length === 0) return 'Alerts';
  const pressing = entries.filter(({ lead }) => isPressing(lead)).length;
  const urgent = pressing === 0 ? '' : `, ${pressing} urgent`;
  return `Alerts, ${entries.length} open${urgent}`;
}
