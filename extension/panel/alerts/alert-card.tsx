import { useRef } from 'preact/hooks';
import type { AlertEntry } from '#shared/alerts/entries.ts';
import { dayOf, newestResponseIn } from '#shared/alerts/evidence.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import { RULE_WORDS, TIER_WORDS } from '#shared/words/alerts.ts';
import { nameOfSent } from '#shared/words/own-names.ts';
import { Disclosure, Tag } from '../../ui/controls.tsx';
import { DisclosureOnDemand } from '../on-demand/disclosure.tsx';
import { usePart } from '../on-demand/part.ts';
import { Acknowledge } from './acknowledge.tsx';
import { AcknowledgementWaits, acknowledgementOf } from './acknowledgement-waits.tsx';
import type { AlertContext } from './alert-context.ts';
import { allMaySnooze, isPressing, newestEvidence, toneOf } from './entries.ts';
import { evidenceInWords, type Speaker } from './evidence-words.ts';
import { Snooze } from './snooze.tsx';
import { putAsideInWords, untilInWords } from './snooze-words.ts';

const loadLifecycle = () => import('./lifecycle.tsx');
const loadAnswersAndRule = () => import('./answers-and-rule.tsx');

/**
 * One open alert: what was answered, what it is compared with, and the rule behind it. Only the one
 * that `interrupts` is spoken at once by a screen reader; the others wait to be read.
 */
export function AlertCard({
  entry,
  interrupts,
  context,
}: {
  readonly entry: AlertEntry;
  readonly interrupts: boolean;
  readonly context: AlertContext;
}) {
  const { brief, facts, actions } = context;
  const { lead } = entry;
  const { snoozed } = lead;
  const waits = acknowledgementOf(entry, context.waiting);
  const tone = toneOf(lead);
  const pressing = isPressing(lead) && snoozed === null;
  const evidence = newestEvidence(lead);
  const what = headline(entry);
  const about = aboutWhat(lead, evidence, brief);
  const named = [what, about].join(' · ');
  const ref = useRef<HTMLDivElement>(null);
  const lifecycle = usePart(true, loadLifecycle);
  const speaker = { instrumentId: lead.instrumentId, today: brief.asOfDate };
  return (
    <article class={`alert ${tone}${pressing ? '' : ' calm'}${interrupts ? ' interrupts' : ''}`}>
      <div class="stack" ref={ref} {...(interrupts ? { role: 'alert' } : {})}>
        <h3>
          {`${what}\u00A0·`} <span class="whole">{about}</span>{' '}
          <Tag tone={tone}>{TIER_WORDS[lead.tier]}</Tag>
        </h3>
        {evidence === null ? null : <p>{evidenceInWords(evidence, speaker)}</p>}
      </div>
      {snoozed === null ? null : <p class="soft">{putAsideInWords(lead, snoozed, brief)}</p>}
      {lifecycle.is === 'loaded' ? (
        <lifecycle.content.Lifecycle entry={entry} entryRef={ref} context={context} />
      ) : null}
      <Earlier alert={lead} speaker={speaker} />
      <div class="on-demand">
        {waits === undefined ? (
          <Acknowledge
            entry={entry}
            what={named}
            weight={pressing ? 'main' : 'plain'}
            protocol={facts.protocol ?? null}
            actions={actions}
          />
        ) : (
          <AcknowledgementWaits since={waits.since} now={context.now} />
        )}
        {snoozed === null && allMaySnooze(entry) ? (
          <Snooze entry={entry} what={named} until={untilInWords(lead, brief)} actions={actions} />
        ) : null}
        <DisclosureOnDemand summary="Answers and rule" load={loadAnswersAndRule}>
          {({ AnswersAndRule }) => (
            <AnswersAndRule entry={entry} facts={facts} today={brief.asOfDate} />
          )}
        </DisclosureOnDemand>
      </div>
    </article>
  );
}

function Earlier({ alert, speaker }: { readonly alert: Alert; readonly speaker: Speaker }) {
  const older = alert.evidence.slice(0, -1).toReversed();
  if (older.length === 0) return null;
  return (
    <Disclosure summary={`${older.length} earlier`}>
      <ul class="stack">
        {older.map((earlier) => (
          <li key={keyOf(earlier)}>{evidenceInWords(earlier, speaker)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** `New risk answer`. */
function headline({ alerts, lead }: AlertEntry): string {
  const words =
    alerts.length > 1
      ? 'reliable worsening since baseline and since the previous score'
      : RULE_WORDS[lead.rule];
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** `PHQ-9 item 9`. */
function aboutWhat(
  { instrumentId }: Alert,
  evidence: AlertEvidence | null,
  { ownForms }: Brief,
): string {
  const item = evidence?.kind === 'safetyAnswer' ? ` item ${evidence.item}` : '';
  return `${nameOfSent(ownForms, instrumentId)}${item}`;
}

function keyOf(evidence: AlertEvidence): string {
  return newestResponseIn(evidence) ?? `${evidence.kind} ${dayOf(evidence)}`;
}
