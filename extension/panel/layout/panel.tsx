import type { AllSettings } from '../../messages/settings.ts';
import type { OutboxEntry, UpdateHabits } from '../../messages/worker.ts';
import type { PanelActions } from '../actions.ts';
import { alertsVerifiedInWords } from '../alerts/verified.ts';
import { LinkFlow } from '../identify/link-flow.tsx';
import { Mismatch } from '../identify/mismatch.tsx';
import { Notice } from '../notices/notice.tsx';
import { noticeWords } from '../notices/notice-words.ts';
import { TooOld } from '../notices/too-old.tsx';
import { PracticeBanner, SupportContact } from '../practice/practice-note.tsx';
import type { RecordState } from '../record/forms.ts';
import { SignIn } from '../sign-in/sign-in.tsx';
import type { ClientScreen, Screen } from '../state/screen.ts';
import type { Insertion } from '../update/insertion.ts';
import { SetAside, Unrecorded } from '../update/unrecorded.tsx';
import { ClientView } from './client-view.tsx';
import { FrameBar } from './frame-bar.tsx';
import { Skeleton } from './skeleton.tsx';

/** What the panel is drawn from. */
export interface PanelProps {
  readonly screen: Screen;
  readonly insertion: Insertion;
  /** How the clinician likes Updates. */
  readonly habits: UpdateHabits;
  /** What is being added to the record of the client on screen. */
  readonly record: RecordState | null;
  /** Outcomes that the register does not have yet, also of a client who is no longer shown. */
  readonly unrecorded: number;
  /** Outcomes that the register will never have. */
  readonly refused: number;
  /** What the worker keeps for the server. */
  readonly entries: readonly OutboxEntry[];
  /** Null until it is known. */
  readonly practice: AllSettings | null;
  readonly now: Date;
  readonly actions: PanelActions;
}

/** The panel: one screen, and at its foot what may be said of alerts. */
export function Panel(props: PanelProps) {
  const { screen, now, actions, unrecorded, refused, entries, insertion } = props;
  const freshness = screen.kind === 'client' ? screen.freshness : null;
  const foot =
    screen.kind === 'tooOld' ? 'Alerts can’t be verified' : alertsVerifiedInWords(freshness, now);
  return (
    <main class="panel">
      <FrameBar actions={actions} />
      <PracticeBanner practice={props.practice} />
      <Body {...props} />
      <Unrecorded
        count={unrecorded}
        entries={entries}
        insertion={insertion}
        now={now}
        actions={actions}
      />
      <SetAside count={refused} entries={entries} now={now} actions={actions} />
      <SupportContact practice={props.practice} />
      <footer class="foot">{foot}</footer>
    </main>
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

function Body({ screen, insertion, habits, record, entries, now, actions }: PanelProps) {
  if (screen.kind === 'client') {
    return (
      <ClientView
        key={visitOf(screen)}
        screen={screen}
        insertion={insertion}
        habits={habits}
        record={record}
        entries={entries}
        now={now}
        actions={actions}
      />
    );
  }
  if (screen.kind === 'connecting' || screen.kind === 'settling' || screen.kind === 'loading') {
    return <Skeleton words={SKELETON_WORDS[screen.kind]} />;
  }
  if (screen.kind === 'signedOut') return <SignIn actions={actions} />;
  if (screen.kind === 'unlinked') return <LinkFlow query={screen.query} actions={actions} />;
  if (screen.kind === 'mismatch') return <Mismatch screen={screen} actions={actions} />;
  if (screen.kind === 'tooOld') return <TooOld screen={screen} now={now} actions={actions} />;
  return <Notice words={noticeWords(screen)} actions={actions} />;
}

/** Another client, page or session: no choice made for the one before is taken along. */
function visitOf({ facts, reading: { navigation, appointment } }: ClientScreen): string {
  return JSON.stringify([facts.client.clientId, navigation, appointment]);
}
