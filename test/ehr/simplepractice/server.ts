import { bundle } from '../server/bundle.ts';
import { createGate, type Gate } from '../server/gate.ts';
import { type SecureServer, startSecureServer } from '../server/secure-server.ts';
import type { Appearance, ScoredMeasure } from './api.ts';
import { appointments, PAST_APPOINTMENT } from './records.ts';
import { answering } from './routes.ts';
import { createState, type InitialNote, type SimplePracticeState } from './state.ts';

/** How a stand-in is started. Everything has a default. */
export type SimplePracticeOptions = Partial<Appearance> & {
  /** How late the header follows a new URL, in milliseconds; default 300. */
  readonly headerDelayMs?: number;
  /** How late the rest of the page follows a new URL, in milliseconds; default 0. */
  readonly bodyDelayMs?: number;
  /** Adds Trusted Types to the page's policy. */
  readonly trustedTypes?: boolean;
  readonly signedOut?: boolean;
  /** Notes that are there from the start, by appointment id. */
  readonly notes?: Readonly<Record<string, InitialNote>>;
  /** What the EHR has scored, by the record's hash. */
  readonly measures?: Readonly<Record<string, readonly ScoredMeasure[]>>;
  /** A fixed port for manual use; default a free one. */
  readonly port?: number;
};

/** A running SimplePractice stand-in. */
export type SimplePractice = {
  readonly port: number;
  /** The real address that the browser must map to `port`. */
  readonly url: 'https://secure.simplepractice.com';
  readonly state: SimplePracticeState;
  /** Late parts of a page that a test can hold back. */
  readonly gates: { readonly header: Gate; readonly body: Gate };
  close(): Promise<void>;
};

const APPEARANCE: Appearance = {
  layout: 'classic',
  questionText: 'label',
  birthDates: 'padded',
  noteTaker: 'open',
  psychotherapyQuestion: 'named',
  saving: 'save',
  mayUnlock: false,
  calendarView: 'day',
  language: 'en',
  today: '2026-11-20',
};

const PAST_NOTE: InitialNote = {
  template: 'SOAP Note',
  answers: {
    1: 'Reports sleeping better this week.',
    2: 'On time, engaged, full range of affect.',
    3: 'Steady progress.',
    4: 'Continue weekly sessions.',
  },
  locked: true,
};

/** Starts a SimplePractice of invented people on a loopback port, with its state in memory. */
export async function startSimplePractice(
  options: SimplePracticeOptions = {},
): Promise<SimplePractice> {
  const { headerDelayMs = 300, bodyDelayMs = 0, trustedTypes = false, signedOut = false } = options;
  const appearance = { ...APPEARANCE, ...chosen(options) };
  const notes = { [PAST_APPOINTMENT]: PAST_NOTE, ...options.notes };
  const state = createState(notes, appearance.today, signedOut);
  const gates = { header: createGate(headerDelayMs), body: createGate(bodyDelayMs) };
  const answer = answering({
    appearance,
    appointments: appointments(appearance.today),
    gates,
    measures: options.measures ?? {},
    script: await bundle(new URL('browser/main.ts', import.meta.url)),
    state,
    trustedTypes,
  });
  const server: SecureServer = await startSecureServer(answer, options.port);
  return {
    port: server.port,
    url: 'https://secure.simplepractice.com',
    state,
    gates,
    async close() {
      gates.header.release();
      gates.body.release();
      await server.close();
    },
  };
}

function chosen(options: SimplePracticeOptions): Partial<Appearance> {
  const keys = Object.keys(APPEARANCE) as (keyof Appearance)[];
  return Object.fromEntries(
    keys.filter((key) => options[key] !== undefined).map((key) => [key, options[key]]),
  );
}
