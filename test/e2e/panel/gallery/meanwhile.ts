import { signal } from '@preact/signals';
import type { NoteState } from '#extension/panel/note/note-state.ts';
import type { Screen } from '#extension/panel/state/screen.ts';
import { Instant } from '#shared/contracts/calendar.ts';

/** What reaches the panel while somebody reads it; a test says when. */
export interface Meanwhile {
  /** New evidence joins every open alert. */
  evidence(): void;
  /** The page has found the field that was chosen last time. */
  fieldFound(fieldKey: string): void;
  /** The server was asked again a minute later, and knows nothing new. */
  minute(): void;
  /** The computer slept, and wakes in the morning. */
  night(): void;
  /** What was put on the clipboard, oldest first. */
  readonly copied: string[];
}

const joined = signal(false);
const found = signal<string | null>(null);
const minutes = signal(0);
const nights = signal(0);

/** To be called from outside of the gallery's page. */
export const MEANWHILE: Meanwhile = {
  evidence() {
    joined.value = true;
  },
  fieldFound(fieldKey) {
    found.value = fieldKey;
  },
  minute() {
    minutes.value += 1;
  },
  night() {
    nights.value += 1;
  },
  copied: [],
};

/** The clock of the computer. */
export function nowMeanwhile(now: Date): Date {
  return new Date(now.getTime() + nights.value * 12 * 3_600_000);
}

/** The screen with what came in since it was first drawn. */
export function screenMeanwhile(screen: Screen): Screen {
  if (screen.kind !== 'client') return screen;
  const { facts } = screen;
  const asOf = Instant.parse(
    new Date(Date.parse(facts.asOf) + minutes.value * 60_000).toISOString(),
  );
  const alerts = joined.value
    ? facts.alerts.map((alert) => ({ ...alert, latestAt: asOf }))
    : facts.alerts;
  if (!joined.value && minutes.value === 0) return screen;
  return { ...screen, facts: { ...facts, asOf, alerts } };
}

/** What is known of the note, with a field that was found since. */
export function noteMeanwhile(note: NoteState): NoteState {
  const { value } = found;
  if (value === null) return note;
  return {
    ...note,
    picking: { is: 'remembered', field: { fieldKey: value, label: '', position: 0 } },
  };
}
