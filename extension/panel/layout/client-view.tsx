import { useMemo } from 'preact/hooks';
import { interpret } from '#shared/brief/interpret.ts';
import { timeInWords } from '#shared/words/moments.ts';
import type { OutboxEntry, UpdateHabits } from '../../messages/worker.ts';
import { Banner } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { AlertsSection } from '../alerts/alerts-section.tsx';
import { UnsentRisk } from '../alerts/unsent-risk.tsx';
import { CompletionSection } from '../completion/completion-section.tsx';
import { IdentityHeader } from '../identify/identity-header.tsx';
import type { NoteState } from '../note/note-state.ts';
import { OwnWordsSection } from '../own-forms/own-words-section.tsx';
import type { RecordState } from '../record/forms.ts';
import { RecordSection } from '../record/record-section.tsx';
import { RiskGuardOnDemand } from '../risk/risk-guard-on-demand.tsx';
import { SinceLook } from '../since-look/since-look.tsx';
import type { ClientScreen } from '../state/screen.ts';
import { TrendsSection } from '../trends/trends-section.tsx';
import { useShownScores } from '../trends/use-shown-scores.tsx';
import type { Insertion } from '../update/insertion.ts';
import { UpdateSection } from '../update/update-section.tsx';

/**
 * A client of whom it is certain that the page is about them. The order never changes: who this
 * is, what can't wait, what changed, trends, the client's own words, check-ins, the Update; then
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
  actions,
}: {
  readonly screen: ClientScreen;
  readonly insertion: Insertion;
  readonly habits: UpdateHabits;
  readonly record: RecordState | null;
  readonly note: NoteState;
  readonly entries: readonly OutboxEntry[];
  readonly now: Date;
  readonly actions: PanelActions;
}) {
  const { facts, freshness } = screen;
  const brief = useMemo(() => interpret(facts), [facts]);
  const shown = useShownScores(screen, brief);
  return (
    <>
      <IdentityHeader screen={screen} now={now} actions={actions} />
      <Staleness screen={screen} />
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
        />
        {shown.section}
        <OwnWordsSection brief={brief} />
        <CompletionSection brief={brief} />
        <UpdateSection
          brief={brief}
          screen={screen}
          insertion={insertion}
          habits={habits}
          note={note}
          actions={actions}
        />
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
