import type { ScoredMeasure } from './pages/measure-scores.ts';
import type { InitialNote } from './records.ts';
import type { NoteTemplate } from './state.ts';

/** How the pages look and behave; see the folder's README for the public fact behind each. */
export type Appearance = {
  /** The format of the open progress notes. */
  readonly template: NoteTemplate;
  /** The widget of the rich texts; `shadow` is TipTap inside a component's open shadow root. */
  readonly editor: 'tiptap' | 'contenteditable' | 'textarea' | 'shadow';
  /** Where a note opens: a page of its own, or in place on the chart. */
  readonly noteLocation: 'page' | 'chart';
  /** Path of the note page with `{noteId}` in it. */
  readonly notePath: string;
  /** The note's header: the chart's header view with a link, or plain text without one. */
  readonly noteHeader: 'headerView' | 'plain';
  /** Outcome measures that the note shows with their scores, form element 10002; none = no element. */
  readonly measures: readonly ScoredMeasure[];
  /** The AI summary box on the note. */
  readonly sessionSummary: boolean;
  /** How long after a change the form is autosaved, in milliseconds. */
  readonly autosaveDelayMs: number;
  /** The day of the open notes, `YYYY-MM-DD`. */
  readonly today: string;
};

/** How a stand-in is started. Everything has a default. */
export type TherapyNotesOptions = Partial<Appearance> & {
  /** How long a tab of the chart takes to load, in milliseconds; default 1000. */
  readonly tabDelayMs?: number;
  /** Adds Trusted Types to the page's policy. */
  readonly trustedTypes?: boolean;
  readonly signedOut?: boolean;
  /** A link straight to a chart leads to the patient list until the list was seen once. */
  readonly freshSession?: boolean;
  /** Browsers may keep a page that was left, and show it again as it was. Whether the real site lets them is not public. */
  readonly restorable?: boolean;
  /** What differs from an empty draft, by note id. */
  readonly notes?: Readonly<Record<string, InitialNote>>;
  /** A fixed port for manual use; default a free one. */
  readonly port?: number;
};

/** What an option is when it is not given. */
export const APPEARANCE: Appearance = {
  template: 'soap',
  editor: 'tiptap',
  noteLocation: 'page',
  notePath: '/app/notes/edit/{noteId}/',
  noteHeader: 'headerView',
  measures: [],
  sessionSummary: true,
  autosaveDelayMs: 100,
  today: '2026-11-20',
};
