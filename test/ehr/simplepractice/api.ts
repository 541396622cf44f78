/** What the stand-in's server and its browser program say to each other. Types only. */

/** A question of a note template. Its id counts from 1 within the template and means nothing else. */
export type Question = {
  readonly id: number;
  readonly type: 'freeText' | 'shortAnswer' | 'multiSelect';
  /** The text that a person sees beside the field. */
  readonly text: string;
  /** The choices of a `multiSelect`. */
  readonly choices?: readonly string[];
};

export type Template = { readonly name: string; readonly questions: readonly Question[] };

/** The content of one editor, read from its model and not from the page. */
export type EditorContent = {
  /** As stored: Markdown-like, a blank line between paragraphs. */
  readonly text: string;
  /** The text of each block on a line of its own; a blank line is an empty block. */
  readonly lines: string;
  /** The editor's document as JSON. */
  readonly doc: unknown;
};

/** Answers by question id. */
export type Answers = Readonly<Record<string, EditorContent>>;

/** A person or couple record as the header shows it. */
export type HeaderClient = {
  readonly hash: string;
  readonly name: string;
  /** `YYYY-MM-DD`; null for a couple record. */
  readonly birthDate: string | null;
  readonly minor: boolean;
};

/** The top of a client or appointment page. */
export type HeaderView = {
  readonly clients: readonly HeaderClient[];
  readonly appointment: {
    readonly id: string;
    readonly date: string;
    readonly time: string;
  } | null;
};

/** An appointment on the calendar. */
export type CalendarEntry = {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly time: string;
  readonly clients: readonly HeaderClient[];
};

/** The body of an appointment page. */
export type AppointmentView = {
  readonly id: string;
  /** Name of the chosen template. */
  readonly template: string;
  readonly answers: Answers;
  readonly psychotherapy: EditorContent | null;
  readonly locked: boolean;
  /** Whether this user may unlock a locked note. */
  readonly mayUnlock: boolean;
  /** Text of the same client's note before this one, for "Load last note"; null when there is none. */
  readonly lastNote: string | null;
  readonly history: readonly string[];
};

/** One entry of a client's overview. */
export type TimelineEntry = {
  readonly appointmentId: string;
  readonly date: string;
  readonly template: string;
  readonly locked: boolean;
  readonly parts: readonly { readonly question: string; readonly text: string }[];
};

export type ClientView = {
  readonly client: HeaderClient;
  readonly legalName: string | null;
  readonly timeline: readonly TimelineEntry[];
};

/** A measure that the EHR itself has scored. */
export type ScoredMeasure = {
  readonly measure: string;
  readonly score: number;
  /** Highest possible score; null where the page does not say it. */
  readonly outOf: number | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
};

/** What the page saves. */
export type NoteChange = {
  readonly template: string;
  readonly answers: Answers;
  readonly psychotherapy: EditorContent | null;
};

/** What an editor holds right now, saved or not; reported after every change of its model. */
export type ModelReport = {
  readonly appointmentId: string;
  /** The question's id, or `psychotherapy`. */
  readonly field: string;
  /** Milliseconds of the page's clock, strictly rising, so that late reports are dropped. */
  readonly at: number;
  /** How many transactions have changed this editor's document since it was made. */
  readonly changes: number;
  readonly content: EditorContent;
};

/** How the pages look and behave; see the folder's README for the public fact behind each. */
export type Appearance = {
  /** The two versions of the appointment page that are in the field at once. */
  readonly layout: 'classic' | 'updated';
  /** Which element carries the visible question text. */
  readonly questionText: 'label' | 'heading' | 'div';
  /** How birth dates are written. */
  readonly birthDates: 'padded' | 'worded' | 'withAge';
  /** The AI panel: shown, behind its button, or not bought. */
  readonly noteTaker: 'open' | 'closed' | 'none';
  /** Whether the psychotherapy note's own question names it or only its section's heading does. */
  readonly psychotherapyQuestion: 'named' | 'bare';
  /** `save`: only the button stores. `autosave`: every change is stored after a short pause. */
  readonly saving: 'save' | 'autosave';
  /** Whether a locked note offers to be unlocked; that right is granted per user. */
  readonly mayUnlock: boolean;
  /** What the calendar shows around {@link today}. */
  readonly calendarView: 'day' | 'week';
  /** The language that the page says it is in. */
  readonly language: string;
  /** The day that the calendar shows, `YYYY-MM-DD`. */
  readonly today: string;
};
