import { useEffect, useRef } from 'preact/hooks';
import { cantWait } from '../../local/cant-wait.ts';
import type { SafeView } from '../../messages/daily.ts';
import type { DailyActions } from '../daily.ts';
import type { Screen } from '../state/screen.ts';
import { initialsOf } from '../trends/print/initials.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import { REVEALED_SECONDS } from './cover.ts';

const BECAUSE: Readonly<Record<Extract<SafeView, { on: true }>['because'], string>> = {
  byHand: 'Safe view is on: you switched it on.',
  telehealth: 'Safe view is on: a telehealth session is open in this browser.',
  unknown: 'Safe view is on: whether a session is open could not be found out.',
};

/** Initials, a discreet mark, and how to see more: for a screen that somebody else may see. */
export function SafeViewSection({
  screen,
  view,
  actions,
}: {
  readonly screen: Screen;
  readonly view: Extract<SafeView, { on: true }>;
  readonly actions: Pick<DailyActions, 'reveal' | 'setSafeView'>;
}) {
  const name = nameOn(screen);
  return (
    <section class="section notice safe-view" aria-labelledby="safe-view-title">
      <h1 id="safe-view-title" ref={useHeadingFocus()} tabIndex={-1}>
        {name === null ? 'Covered' : initialsOf(name)}
      </h1>
      <p class="mark">{markOf(screen)}</p>
      <p class="soft">{BECAUSE[view.because]} Names, scores and alerts are not on the screen.</p>
      <div class="row">
        <TrustedButton weight="main" onPress={actions.reveal}>
          {`Show for ${REVEALED_SECONDS} seconds`}
        </TrustedButton>
        <TrustedButton weight="plain" onPress={() => void actions.setSafeView(false)}>
          Switch safe view off
        </TrustedButton>
      </div>
    </section>
  );
}

/** Screens that name somebody or say something about them; the others are shown as they are. */
export function isCoverable(screen: Screen): boolean {
  const { kind } = screen;
  if (kind === 'severalPeople') return screen.page !== null;
  return kind === 'client' || kind === 'tooOld' || kind === 'unlinked' || kind === 'mismatch';
}

function nameOn(screen: Screen): string | null {
  if (screen.kind === 'client') return screen.facts.client.displayName;
  if (screen.kind === 'tooOld') return screen.client.displayName;
  return screen.kind === 'unlinked' || screen.kind === 'mismatch'
    ? screen.query.subject.name
    : null;
}

/** What may be said over a shoulder. Where nothing was verified just now, that is said. */
function markOf(screen: Screen): string {
  if (screen.kind === 'unlinked' || screen.kind === 'mismatch') return 'Needs a look';
  if (screen.kind !== 'client' || screen.freshness.is !== 'live') return 'Can’t verify now';
  return cantWait(screen.facts) > 0 ? 'Needs a look' : 'Checked just now';
}

/** Who had the keyboard in what was covered finds it here, and not at the top of nothing. */
function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) heading.current?.focus();
  }, []);
  return heading;
}
