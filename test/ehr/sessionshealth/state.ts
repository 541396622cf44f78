/** The sections of a note's form, in the order of the page. */
export const SECTIONS = ['Subjective', 'Objective', 'Assessment', 'Plan'] as const;

/** Text of a note by the name of its section. */
export type NoteText = Readonly<Record<string, string>>;

/** All that one stand-in remembers. Tests read it, and may change it. */
export type SessionsHealthState = {
  /** Saved notes by the event's id. */
  readonly notes: Record<string, NoteText>;
  /** What the boxes of a note hold, saved or not, by the event's id. */
  readonly models: Record<string, NoteText>;
  /** Events whose note was signed and completed. */
  readonly signed: Set<string>;
  /** True: every page is the sign-in page. */
  signedOut: boolean;
  /** What pages show of a record instead of what it holds, by its id. */
  readonly shown: Record<string, { readonly name?: string; readonly birthDate?: string }>;
  /** Violations of the page's policy, as the browser reported them. */
  readonly policyReports: string[];
};

/** State of a new server. */
export function createState(
  notes: Readonly<Record<string, NoteText>>,
  signed: readonly string[],
  signedOut: boolean,
): SessionsHealthState {
  return {
    notes: { ...notes },
    models: {},
    signed: new Set(signed),
    signedOut,
    shown: {},
    policyReports: [],
  };
}
