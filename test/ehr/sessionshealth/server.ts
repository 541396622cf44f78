import { bundle } from '../server/bundle.ts';
import { createGate, type Gate } from '../server/gate.ts';
import { startSecureServer } from '../server/secure-server.ts';
import { answering } from './routes.ts';
import { createState, type NoteText, type SessionsHealthState } from './state.ts';

/** How a stand-in is started. Everything has a default. */
export type SessionsHealthOptions = {
  /** How late the content follows a new URL, in milliseconds; default 0. */
  readonly pageDelayMs?: number;
  readonly signedOut?: boolean;
  /** Notes that are there from the start, by the event's id. */
  readonly notes?: Readonly<Record<string, NoteText>>;
  /** Events whose note is signed from the start. */
  readonly signed?: readonly string[];
  /** The day of all events, `YYYY-MM-DD`. */
  readonly today?: string;
  /** A fixed port for manual use; default a free one. */
  readonly port?: number;
};

/** A running Sessions Health stand-in. */
export type SessionsHealth = {
  readonly port: number;
  /** The real address that the browser must map to `port`. */
  readonly url: 'https://app.sessionshealth.com';
  readonly state: SessionsHealthState;
  /** The content of a page that is gone to by a link: a test can hold it back. */
  readonly gates: { readonly page: Gate };
  close(): Promise<void>;
};

/** Starts a Sessions Health of invented people on a loopback port, with its state in memory. */
export async function startSessionsHealth(
  options: SessionsHealthOptions = {},
): Promise<SessionsHealth> {
  const { notes = {}, signed = [], signedOut = false, today = '2026-11-20' } = options;
  const state = createState(notes, signed, signedOut);
  const gates = { page: createGate(options.pageDelayMs ?? 0) };
  const script = await bundle(new URL('browser/main.ts', import.meta.url));
  const server = await startSecureServer(answering({ gates, script, state, today }), options.port);
  return {
    port: server.port,
    url: 'https://app.sessionshealth.com',
    state,
    gates,
    async close() {
      gates.page.release();
      await server.close();
    },
  };
}
