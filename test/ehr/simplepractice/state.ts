import { wordedDate } from '../dates.ts';
import type { EditorContent, HeaderClient, ModelReport } from './api.ts';

/** A request that the server got, for tests that assert what a page sends. */
export type RequestLine = { readonly method: string; readonly host: string; readonly path: string };

/** What an editor's model held when it last changed. */
export type Model = EditorContent & Pick<ModelReport, 'at' | 'changes'>;

/** All that one SimplePractice stand-in remembers. Tests read it, and may change it. */
export type SimplePracticeState = {
  /** Saved progress notes: appointment id, then question id. */
  readonly notes: Record<string, Record<string, EditorContent>>;
  /** Saved psychotherapy notes by appointment id. */
  readonly psychotherapyNotes: Record<string, EditorContent>;
  /** What each editor's model holds, saved or not: appointment id, then question id or `psychotherapy`. */
  readonly models: Record<string, Record<string, Model>>;
  /** Name of the template by appointment id; absent = the default one. */
  readonly templates: Record<string, string>;
  /** Appointments whose note is locked. */
  readonly locked: Set<string>;
  /** The documentation history by appointment id. */
  readonly history: Record<string, string[]>;
  /** The day of everything that happens, `YYYY-MM-DD`. */
  readonly today: string;
  /** What the header shows of a record instead of what it holds, by the record's hash. */
  readonly shown: Record<string, Partial<Pick<HeaderClient, 'name' | 'birthDate'>>>;
  /** True: every page redirects to the sign-in host, every data request is refused. */
  signedOut: boolean;
  readonly requests: RequestLine[];
  /** Violations of the page's policy, as the browser reported them. */
  readonly policyReports: string[];
};

/** A note that is there from the start: plain text by question id. */
export type InitialNote = {
  readonly template?: string;
  readonly answers?: Readonly<Record<string, string>>;
  readonly psychotherapy?: string;
  readonly locked?: boolean;
};

/** State of a new server. */
export function createState(
  initial: Readonly<Record<string, InitialNote>>,
  today: string,
  signedOut: boolean,
): SimplePracticeState {
  const state: SimplePracticeState = {
    notes: {},
    psychotherapyNotes: {},
    models: {},
    templates: {},
    locked: new Set(),
    history: {},
    today,
    shown: {},
    signedOut,
    requests: [],
    policyReports: [],
  };
  for (const [appointmentId, note] of Object.entries(initial)) add(state, appointmentId, note);
  return state;
}

function add(state: SimplePracticeState, appointmentId: string, note: InitialNote): void {
  const answers = Object.entries(note.answers ?? {});
  state.notes[appointmentId] = Object.fromEntries(
    answers.map(([question, text]) => [question, contentOf(text)]),
  );
  if (note.template !== undefined) state.templates[appointmentId] = note.template;
  if (note.psychotherapy !== undefined) {
    state.psychotherapyNotes[appointmentId] = contentOf(note.psychotherapy);
  }
  record(state, appointmentId, 'Created');
  if (note.locked === true) {
    state.locked.add(appointmentId);
    record(state, appointmentId, 'Locked');
  }
}

/** Adds a line to the documentation history of an appointment's note. */
export function record(
  state: SimplePracticeState,
  appointmentId: string,
  deed: 'Created' | 'Edited' | 'Locked' | 'Unlocked',
): void {
  const lines = (state.history[appointmentId] ??= []);
  lines.push(`${deed} by Robin Hale on ${wordedDate(state.today)}`);
}

/** Plain text as an editor's content: paragraphs are separated by blank lines. */
function contentOf(text: string): EditorContent {
  const paragraphs = text.split(/\n{2,}/);
  return {
    text,
    lines: paragraphs.join('\n'),
    doc: {
      type: 'doc',
      content: paragraphs.map((paragraph) => ({
        type: 'paragraph',
        ...(paragraph === '' ? {} : { content: [{ type: 'text', text: paragraph }] }),
      })),
    },
  };
}
