import type { Brief, BriefFacts } from '#shared/contracts/brief.ts';
import { Section } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import type { Freshness } from '../state/freshness.ts';
import { AlertCard } from './alert-card.tsx';
import { alertEntries } from './entries.ts';
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
    <Section title={entries.length === 0 ? 'Alerts' : `Alerts, ${entries.length} open`}>
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
