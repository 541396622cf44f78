import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Pairing } from '../../messages/worker.ts';
import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';

/** Milliseconds between two questions to the worker, which keeps to the server's own interval. */
const ASK_EVERY_MS = 1500;

const ENDED_WORDS = {
  denied: 'The connection was declined. Start again if that was not meant.',
  expired: 'The code ran out before it was approved. Start again.',
  none: 'That code is no longer in use. Start again if you are not signed in yet.',
} as const;

/** What the sign-in does. */
export type SignInActions = Pick<
  PanelActions,
  'pairing' | 'startPairing' | 'pollPairing' | 'isLocked'
>;

/** Signed out: connects this browser by a code that the clinician approves on the server's page. */
export function SignIn({ actions }: { readonly actions: SignInActions }) {
  const pairing = useSignal<Pairing | null>(null);
  const problem = useSignal<string | null>(null);
  const locked = useSignal(false);
  const start = async () => {
    problem.value = null;
    const reply = await actions.startPairing();
    if (reply.ok) pairing.value = reply.value;
    else problem.value = reply.message;
  };
  useEffect(() => {
    // The page around the panel may have been reloaded since: the code still stands on the other.
    void actions.pairing().then((reply) => {
      if (reply.ok) pairing.value ??= reply.value;
      return null;
    });
  }, [actions, pairing]);
  useEffect(() => {
    void actions.isLocked().then((reply) => {
      locked.value = reply.ok && reply.value;
      return null;
    });
  }, [actions, locked]);
  useEffect(() => {
    if (pairing.value === null) return undefined;
    const timer = setInterval(() => {
      void actions.pollPairing().then((reply) => {
        if (!reply.ok) problem.value = reply.message;
        else if (reply.value in ENDED_WORDS) {
          pairing.value = null;
          problem.value = ENDED_WORDS[reply.value as keyof typeof ENDED_WORDS];
        }
        return null;
      });
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [pairing.value, actions, problem, pairing]);
  return (
    <section class="section notice" aria-labelledby="sign-in-title">
      <h1 id="sign-in-title">{locked.value ? 'Locked' : 'Signed out'}</h1>
      {locked.value ? (
        <p>Throughline was not used for a while, or this device was handed over.</p>
      ) : null}
      {pairing.value === null ? (
        <Invitation onStart={() => void start()} />
      ) : (
        <Waiting pairing={pairing.value} onStart={() => void start()} />
      )}
      {problem.value === null ? null : <p role="alert">{problem.value}</p>}
    </section>
  );
}

function Invitation({ onStart }: { readonly onStart: () => void }) {
  return (
    <>
      <p>Nobody is signed in to Throughline in this browser.</p>
      <p class="safe">Nothing about any client is shown, and nothing can be inserted.</p>
      <p>
        Signing in opens your practice’s Throughline page in a new tab. Your password is entered
        there, never here.
      </p>
      <div>
        <Button weight="main" onClick={onStart}>
          Sign in
        </Button>
      </div>
    </>
  );
}

function Waiting({
  pairing,
  onStart,
}: {
  readonly pairing: Pairing;
  readonly onStart: () => void;
}) {
  return (
    <>
      <p>A tab was opened. Sign in there and approve this code, if it is the same:</p>
      <p class="code">{pairing.userCode}</p>
      <p role="status">Waiting for your approval…</p>
      <div>
        <Button weight="quiet" onClick={onStart}>
          Open that tab again
        </Button>
      </div>
    </>
  );
}
