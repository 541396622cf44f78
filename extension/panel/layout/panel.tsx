import type { AlertWay } from '../../messages/live.ts';
import type { AllSettings } from '../../messages/settings.ts';
import type { OutboxEntry, UpdateHabits } from '../../messages/worker.ts';
import type { PanelActions } from '../actions.ts';
import { AlertWayOnDemand } from '../alert-way/alert-way-on-demand.tsx';
import { alertsVerifiedInWords } from '../alerts/verified.ts';
import { CoupleOnDemand } from '../couple/couple-on-demand.tsx';
import { LinkingOnDemand } from '../identify/linking-on-demand.tsx';
import type { NoteState } from '../note/note-state.ts';
import { NoticeOnDemand } from '../notices/notice-on-demand.tsx';
import { TooOld } from '../notices/too-old.tsx';
import { DisclosureOnDemand } from '../on-demand/disclosure.tsx';
import { PracticeBanner, SupportContact } from '../practice/practice-note.tsx';
import type { RecordState } from '../record/forms.ts';
import { Beneath } from '../safe-view/beneath.tsx';
import type { CoverState } from '../safe-view/cover.ts';
import { Remaining } from '../safe-view/remaining.tsx';
import { isCoverable, SafeViewSection } from '../safe-view/safe-view.tsx';
import { SignInOnDemand } from '../sign-in/sign-in-on-demand.tsx';
import type { ClientScreen, Screen } from '../state/screen.ts';
import { StructureOffer } from '../support/structure-offer.tsx';
import type { Insertion } from '../update/insertion.ts';
import { SetAside, Unrecorded } from '../update/unrecorded.tsx';
import { ClientView } from './client-view.tsx';
import { FrameBar } from './frame-bar.tsx';
import { Skeleton } from './skeleton.tsx';

const loadShortcuts = () => import('../commands/shortcuts.tsx');

/** What the panel is drawn from. */
export interface PanelProps {
  readonly screen: Screen;
  readonly insertion: Insertion;
  /** How the clinician likes Updates. */
  readonly habits: UpdateHabits;
  /** What is being added to the record of the client on screen. */
  readonly record: RecordState | null;
  /** What is known of the note on screen. */
  readonly note: NoteState;
  /** Outcomes that the register does not have yet, also of a client who is no longer shown. */
  readonly unrecorded: number;
  /** Outcomes that the register will never have. */
  readonly refused: number;
  /** What the worker keeps for the server. */
  readonly entries: readonly OutboxEntry[];
  /** Null until it is known. */
  readonly practice: AllSettings | null;
  readonly now: Date;
  /** How it stands with a screen that others may see. */
  readonly cover: CoverState;
  /** Whether what happens would be heard of; null while it is not known. */
  readonly alertWay: AlertWay | null;
  /** The panel was just seen again, and nobody has said yet whose page this is. */
  readonly blank: boolean;
  readonly actions: PanelActions;
}

/** The panel: one screen, and at its foot what may be said of alerts. In safe view it is covered. */
export function Panel(props: PanelProps) {
  const { screen, actions, cover } = props;
  const { view, secondsLeft } = cover;
  const covers = cover.covered && isCoverable(screen);
  // What is chosen or typed is kept: only hidden.
  const blanks = props.blank && !covers && isCoverable(screen);
  return (
    <main class="panel">
      <FrameBar cover={cover} actions={actions} />
      <PracticeBanner practice={props.practice} />
      {secondsLeft === null ? null : <Remaining seconds={secondsLeft} actions={actions.daily} />}
      {covers && view.on ? (
        <SafeViewSection screen={screen} view={view} actions={actions.daily} />
      ) : null}
      <Beneath
        key={screen.kind === 'client' ? visitOf(screen) : screen.kind}
        covered={covers || blanks}
      >
        <Uncovered {...props} />
      </Beneath>
      {blanks ? <Skeleton words={SKELETON_WORDS.loading} /> : null}
      {covers ? <footer class="foot">Safe view</footer> : null}
    </main>
  );
}

function Uncovered(props: PanelProps) {
  const { screen, now, actions, unrecorded, refused, entries, insertion } = props;
  const freshness = screen.kind === 'client' ? screen.freshness : null;
  const foot =
    screen.kind === 'tooOld' ? 'Alerts can’t be verified' : alertsVerifiedInWords(freshness, now);
  return (
    <>
      {screen.kind === 'client' ? null : <AlertWayOnDemand way={props.alertWay} screen={screen} />}
      <Body {...props} />
      <StructureOffer screen={screen} actions={actions} />
      <Unrecorded
        count={unrecorded}
        entries={entries}
        insertion={insertion}
        now={now}
        actions={actions}
      />
      <SetAside count={refused} entries={entries} now={now} actions={actions} />
      <SupportContact practice={props.practice} />
      <footer class="foot">
        <span>{foot}</span>
        <DisclosureOnDemand summary="Keyboard shortcuts" load={loadShortcuts}>
          {({ ShortcutList }) => <ShortcutList shortcuts={actions.daily.shortcuts} />}
        </DisclosureOnDemand>
      </footer>
    </>
  );
}

const SKELETON_WORDS = {
  connecting: { title: 'Connecting to the page', stays: 'If this stays, reload the page.' },
  settling: {
    title: 'Reading the page',
    stays: 'Nothing is shown until it is sure whose page this is. If this stays, reload the page.',
  },
  loading: {
    title: 'Asking who this is',
    stays: 'Nothing is shown until the server has said so.',
  },
} as const;

function Body(props: PanelProps) {
  const { screen, insertion, habits, record, note, entries, now, alertWay, actions } = props;
  if (screen.kind === 'client') {
    return (
      <ClientView
        key={visitOf(screen)}
        screen={screen}
        insertion={insertion}
        habits={habits}
        record={record}
        note={note}
        entries={entries}
        now={now}
        alertWay={alertWay}
        actions={actions}
      />
    );
  }
  if (screen.kind === 'connecting' || screen.kind === 'settling' || screen.kind === 'loading') {
    return <Skeleton words={SKELETON_WORDS[screen.kind]} />;
  }
  if (screen.kind === 'signedOut') return <SignInOnDemand actions={actions} />;
  if (screen.kind === 'unlinked' || screen.kind === 'mismatch') {
    return <LinkingOnDemand screen={screen} actions={actions} />;
  }
  if (screen.kind === 'severalPeople' && screen.page !== null) {
    return (
      <CoupleOnDemand
        key={screen.key}
        page={screen.page}
        notice={screen}
        now={now}
        actions={actions}
      />
    );
  }
  if (screen.kind === 'tooOld') return <TooOld screen={screen} now={now} actions={actions} />;
  return <NoticeOnDemand screen={screen} actions={actions} />;
}

/** Another client, page or session: no choice made for the one before is taken along. */
function visitOf({ facts, reading: { navigation, appointment } }: ClientScreen): string {
  return JSON.stringify([facts.client.clientId, navigation, appointment]);
}
