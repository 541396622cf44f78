/** The formats that a progress note can have. */
export type NoteTemplate = 'classic' | 'soap' | 'dap' | 'birp';

/** A note as it is stored. */
export type Note = {
  readonly id: string;
  /** The patient's token. */
  readonly token: string;
  readonly kind: 'progress' | 'psychotherapy';
  readonly template: NoteTemplate;
  /** `YYYY-MM-DD` */
  readonly date: string;
  participants: 'Client only' | 'Client and Others';
  otherAttendees: string;
  status: 'draft' | 'signed' | 'pendingSupervisor';
  /** HTML of each rich text by form element id, as its editor's model gave it. */
  elements: Readonly<Record<string, string>>;
};

/** What the page's autosave posted: the whole form, from the editors' models. */
export type Snapshot = {
  readonly noteId: string;
  readonly elements: Readonly<Record<string, string>>;
};

/** A request that the server got. */
export type RequestLine = { readonly method: string; readonly path: string };

/** All that one TherapyNotes stand-in remembers. Tests read it, and may change it. */
export type TherapyNotesState = {
  /** Saved notes by id. */
  readonly notes: Record<string, Note>;
  /** Autosaved forms in the order of their arrival. */
  readonly snapshots: Snapshot[];
  /** True: every page under /app/ redirects to the sign-in page, every data request is refused. */
  signedOut: boolean;
  /** What pages show of a patient instead of what the record holds, by token. */
  readonly shown: Record<string, { readonly name?: string; readonly birthDate?: string }>;
  /** False in a fresh session, whose links straight to a chart lead to the list instead. */
  warm: boolean;
  readonly requests: RequestLine[];
  /** Violations of the page's policy, as the browser reported them. */
  readonly policyReports: string[];
};

/** The last autosaved HTML of one rich text; null when none has arrived. */
export function autosaved(
  { snapshots }: TherapyNotesState,
  noteId: string,
  element: string,
): string | null {
  const last = snapshots.findLast((snapshot) => snapshot.noteId === noteId);
  return last?.elements[element] ?? null;
}
