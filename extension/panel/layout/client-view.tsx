import { useMemo } from 'preact/hooks';
import { interpret } from '#shared/brief/interpret.ts';
import { timeInWords } from '#shared/words/moments.ts';
import type { AlertWay } from '../../messages/live.ts';
import type { OutboxEntry, UpdateHabits } from '../../messages/worker.ts';
import { Banner } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { AlertWayOnDemand } from '../alert-way/alert-way-on-demand.tsx';
import { AlertsSection } from '../alerts/alerts-section.tsx';
import { UnsentRisk } from '../alerts/unsent-risk.tsx';
import { CompletionSection } from '../completion/completion-section.tsx';
import { SharingOnDemand } from '../couple/couple-on-demand.tsx';
import { GoalsOnDemand } from '../goals/goals-on-demand.tsx';
import { IdentityHeader } from '../identify/identity-header.tsx';
import type { NoteState } from '../note/note-state.ts';
import { OwnWordsOnDemand } from '../own-forms/own-words-on-demand.tsx';
import { OwnPageOnDemand } from '../own-page/own-page-on-demand.tsx';
import type { RecordState } from '../record/forms.ts';
import { RecordSection } from '../record/record-section.tsx';
import { RiskGuardOnDemand } from '../risk/risk-guard-on-demand.tsx';
import { SendingOnDemand } from '../sending/sending-on-demand.tsx';
import { SinceLook } from '../since-look/since-look.tsx';
import type { ClientScreen } from '../state/screen.ts';
import { TrendsSection } from '../trends/trends-section.tsx';
import { useShownScores } from '../trends/use-shown-scores.tsx';
import type { Insertion } from '../update/insertion.ts';
import { UpdateSection } from '../update/update-section.tsx';

interface ClientViewProps {
  readonly screen: ClientScreen;
  readonly insertion: Insertion;
  readonly habits: UpdateHabits;
  readonly record: RecordState | null;
  readonly note: NoteState;
  readonly entries: readonly OutboxEntry[];
  readonly now: Date;
  readonly alertWay: AlertWay | null;
  readonly actions: PanelActions;
}

/**
 * A client of whom it is certain that the page is about them. The order never changes: who this
 * is, what can't wait, what changed, trends, goals, the client's own words, check-ins, the Update; then
 * what is added by hand.
 */
export function ClientView({
  screen,
  insertion,
  habits,
  record,
  note,
  entries,
  now,
  alertWay,
  actions,
}: ClientViewProps) {
  const { facts, freshness } = screen;
  const brief = useMemo(() => interpret(facts), [facts]);
  const shown = useShownScores(screen, brief);
  return (
    <>
      <IdentityHeader screen={screen} now={now} actions={actions} />
      <Staleness screen={screen} />
      <AlertWayOnDemand way={alertWay} screen={screen} />
      <div class="scroll">
        <RiskGuardOnDemand brief={brief} screen={screen} />
        <UnsentRisk brief={brief} />
        <AlertsSection
          brief={brief}
          facts={facts}
          freshness={freshness}
          entries={entries}
          now={now}
          actions={actions}
        />
        <SinceLook brief={brief} />
        <TrendsSection
          brief={shown.brief}
          facts={facts}
          sessionOn={screen.reading.appointment?.date ?? null}
          actions={actions}
        >
          <OwnPageOnDemand brief={brief} actions={actions} />
        </TrendsSection>
        {shown.section}
        <GoalsOnDemand brief={brief} facts={facts} actions={actions.goals} />
        <OwnWordsOnDemand brief={brief} />
        <CompletionSection brief={brief}>
          <SendingOnDemand screen={screen} actions={actions} />
        </CompletionSection>
        <UpdateSection
          brief={brief}
          screen={screen}
          insertion={insertion}
          habits={habits}
          note={note}
          actions={actions}
        />
        <SharingOnDemand screen={screen} actions={actions} />
        <RecordSection state={record} facts={facts} actions={actions.record} />
      </div>
    </>
  );
}

function Staleness({ screen }: { readonly screen: ClientScreen }) {
  const { freshness, facts } = screen;
  if (freshness.is === 'live') return null;
  const since = timeInWords(freshness.verifiedAt, facts.timeZone);
  return freshness.is === 'cached' ? (
    <Banner tone="worse" title={`Not connected since ${since}.`}>
      What is shown is from then. Copy still works; inserting waits. Asking again by itself.
    </Banner>
  ) : (
    <Banner tone="unknown" title={`Last checked at ${since}.`}>
      A newer answer is on its way.
    </Banner>
  );
}
