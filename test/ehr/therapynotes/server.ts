import { bundle } from '../server/bundle.ts';
import { createGate, type Gate } from '../server/gate.ts';
import { restorable, startSecureServer } from '../server/secure-server.ts';
import { APPEARANCE, type Appearance, type TherapyNotesOptions } from './options.ts';
import { initialNotes } from './records.ts';
import { answering } from './routes.ts';
import type { TherapyNotesState } from './state.ts';

/** A running TherapyNotes stand-in. */
export type TherapyNotes = {
  readonly port: number;
  /** The real address that the browser must map to `port`. */
  readonly url: 'https://www.therapynotes.com';
  readonly state: TherapyNotesState;
  /** Late parts of a page that a test can hold back: chart tabs, and notes opened in place. */
  readonly gates: { readonly tab: Gate; readonly note: Gate };
  close(): Promise<void>;
};

/** Starts a TherapyNotes of invented people on a loopback port, with its state in memory. */
export async function startTherapyNotes(options: TherapyNotesOptions = {}): Promise<TherapyNotes> {
  const { tabDelayMs = 1000, trustedTypes = false, signedOut = false } = options;
  const appearance = { ...APPEARANCE, ...chosen(options) };
  const state: TherapyNotesState = {
    notes: initialNotes(appearance.template, appearance.today, options.notes ?? {}),
    snapshots: [],
    shown: {},
    signedOut,
    warm: options.freshSession !== true,
    requests: [],
    policyReports: [],
  };
  const gates = { tab: createGate(tabDelayMs), note: createGate(0) };
  const script = await bundle(new URL('browser/main.ts', import.meta.url));
  const answer = answering({ appearance, gates, script, state, trustedTypes });
  const server = await startSecureServer(
    options.restorable === true ? restorable(answer) : answer,
    options.port,
  );
  return {
    port: server.port,
    url: 'https://www.therapynotes.com',
    state,
    gates,
    async close() {
      gates.tab.release();
      gates.note.release();
      await server.close();
    },
  };
}

function chosen(options: TherapyNotesOptions): Partial<Appearance> {
  const keys = Object.keys(APPEARANCE) as (keyof Appearance)[];
  return Object.fromEntries(
    keys.filter((key) => options[key] !== undefined).map((key) => [key, options[key]]),
  );
}
