import type { AlertEntry } from '#shared/alerts/entries.ts';
import { dayOf, newestResponseIn } from '#shared/alerts/evidence.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { dateInZone } from '#shared/contracts/calendar.ts';
import { RULE_WORDS, TIER_WORDS } from '#shared/words/alerts.ts';
import { measureName } from '#shared/words/measures.ts';
import { Disclosure, Tag } from '../../ui/controls.tsx';
import { Joined } from '../../ui/joined.tsx';
import type { PanelActions } from '../actions.ts';
import { Acknowledge } from './acknowledge.tsx';
import { AllAnswers } from './all-answers.tsx';
import { isPressing, isRisk, newestEvidence } from './entries.ts';
import { evidenceInWords } from './evidence-words.ts';
import { ruleSource } from './rule-source.ts';

/** One open alert: what was answered, what it is compared with, and the rule behind it. */
export function AlertCard({
  entry,
  facts,
  actions,
}: {
  readonly entry: AlertEntry;
  readonly facts: BriefFacts;
  readonly actions: Pick<PanelActions, 'acknowledge'>;
}) {
  const { lead } = entry;
  const { instrumentId, tier } = lead;
  const today = dateInZone(facts.asOf, facts.timeZone);
  const evidence = newestEvidence(lead);
  const what = headline(entry);
  const about = aboutWhat(lead, evidence);
  const older = lead.evidence.slice(0, -1).toReversed();
  return (
    <article class={`alert ${isRisk(lead) ? 'risk' : 'worse'}${isPressing(lead) ? '' : ' calm'}`}>
      <h3>
        <Joined parts={[what, about]} />{' '}
        <Tag tone={isRisk(lead) ? 'risk' : 'worse'}>{TIER_WORDS[tier]}</Tag>
      </h3>
      {evidence === null ? null : <p>{evidenceInWords(evidence, { instrumentId, today })}</p>}
      {older.length === 0 ? null : (
        <Disclosure summary={`${older.length} earlier`}>
          <ul class="stack">
            {older.map((earlier) => (
              <li key={keyOf(earlier)}>{evidenceInWords(earlier, { instrumentId, today })}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      <div class="on-demand">
        <Acknowledge
          entry={entry}
          what={[what, about].join(' · ')}
          weight={isPressing(lead) ? 'main' : 'plain'}
          actions={actions}
        />
        <Behind entry={entry} facts={facts} />
      </div>
    </article>
  );
}

/** The answers and the rule behind an entry, on demand. */
function Behind({ entry, facts }: { readonly entry: AlertEntry; readonly facts: BriefFacts }) {
  const evidence = newestEvidence(entry.lead);
  const response = facts.responses.find(
    ({ responseId }) => evidence !== null && responseId === newestResponseIn(evidence),
  );
  return (
    <Disclosure summary="Answers and rule">
      <div class="stack">
        {entry.alerts.map((alert) => (
          <p key={alert.alertId} class="soft">
            {ruleSource(alert)}
          </p>
        ))}
        {response === undefined ? (
          <p>These answers are older than what the panel holds.</p>
        ) : (
          <AllAnswers response={response} timeZone={facts.timeZone} />
        )}
      </div>
    </Disclosure>
  );
}

/** `New risk answer`. */
function headline({ alerts, lead }: AlertEntry): string {
  const words =
    alerts.length > 1
      ? 'reliable worsening since baseline, the previous score'
      : RULE_WORDS[lead.rule];
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** `PHQ-9 item 9`. */
function aboutWhat({ instrumentId }: Alert, evidence: AlertEvidence | null): string {
  const item = evidence?.kind === 'safetyAnswer' ? ` item ${evidence.item}` : '';
  return `${measureName(instrumentId)}${item}`;
}

function keyOf(evidence: AlertEvidence): string {
  return newestResponseIn(evidence) ?? `${evidence.kind} ${dayOf(evidence)}`;
}
