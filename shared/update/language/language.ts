import type { RuleCode } from '../../contracts/alert.ts';
import type { CalendarDate, Instant, TimeZone } from '../../contracts/calendar.ts';
import type { CareEvent } from '../../contracts/care-event.ts';
import type { NoteSection } from '../../contracts/reading.ts';
import type { OutcomeDefinition, ReliableChangeValue } from '../../contracts/thresholds.ts';
import type { Trajectory } from '../../contracts/trajectory.ts';
import type { UpdateLanguage } from '../../contracts/update.ts';
import type { GoalWords } from './goal-words.ts';
import type { LetterWords } from './letter-words.ts';
import type { RiskWords } from './risk-words.ts';
import type { ChangeWords, CourseWords, ScoreWords } from './score-words.ts';

/**
 * Everything that an Update says, in one language. What is said is decided elsewhere and handed over
 * as facts; a language only puts it into words. Sentences come without their final period, because
 * they are also joined into one. Names of measures and quoted answers are handed over as they are.
 */
export interface Language {
  readonly code: UpdateLanguage;
  readonly days: DayWords;
  /** At most two decimals, as scores are shown. */
  readonly number: (value: number) => string;
  /** `a`, `a and b`, `a, b and c`. */
  readonly list: (parts: readonly string[]) => string;
  readonly headings: Readonly<Record<NoteSection, string>>;
  readonly lead: LeadWords;
  readonly scores: ScoreWords;
  readonly changes: ChangeWords;
  readonly course: CourseWords;
  readonly risk: RiskWords;
  readonly alerts: AlertWords;
  readonly goals: GoalWords;
  readonly checkIns: CheckInWords;
  readonly limits: LimitWords;
  readonly later: LaterWords;
  readonly closing: ClosingWords;
  readonly letter: LetterWords;
}

/** Days and moments. */
export interface DayWords {
  /** `19 Nov`, with the year when it is not that of `today`. */
  readonly seen: (day: CalendarDate, today: CalendarDate) => string;
  /** `19 Nov 2026`. */
  readonly full: (day: CalendarDate) => string;
  /** `20 Nov 2026, 6:58 pm`. */
  readonly moment: (at: Instant, zone: TimeZone) => string;
  /** `20 Nov, 6:58 pm`. */
  readonly momentSeen: (at: Instant, zone: TimeZone, today: CalendarDate) => string;
}

/** What is reported, and since when. Days are in words already. */
export interface LeadWords {
  readonly nothingSent: string;
  readonly nothingReceived: string;
  /** Forms of the practice's own were answered, and gave no number. */
  readonly ownFormsOnly: string;
  readonly nothingNewSince: (day: string) => string;
  /** Where the scores are from: answered by the client, or totals that were brought along. */
  readonly source: Readonly<Record<'client' | 'broughtAlong' | 'both', string>>;
  readonly first: (source: string) => string;
  readonly toDate: (source: string) => string;
  readonly since: (day: string, source: string) => string;
  /** When a measure is reported that was answered before that day: no span is claimed of it. */
  readonly withNewsSince: (day: string, source: string) => string;
  readonly session: (day: string, source: string) => string;
}

/** Alerts and what became of them. */
export interface AlertWords {
  readonly rules: Readonly<Record<RuleCode, string>>;
  readonly list: (alerts: readonly string[], count: number) => string;
  /** Ends a list that is not whole. */
  readonly andOthers: string;
  /** What such a list left out. */
  readonly others: (alerts: readonly string[]) => string;
  readonly openList: (alerts: readonly string[], count: number) => string;
  readonly open: string;
  readonly resolved: string;
  readonly acknowledged: (moment: string) => string;
  /** What was done, by a sentence of the practice's own, which is quoted. */
  readonly done: (told: {
    readonly by: string;
    readonly moment: string;
    readonly about: string;
    readonly sentence: string;
  }) => string;
}

/** How the check-ins went. */
export interface CheckInWords {
  readonly completed: (done: {
    /** From when on until the session; null for the days that are always counted. */
    readonly span: readonly [string, string] | null;
    readonly completed: number;
    readonly sent: number;
    readonly notYetDue: number;
    /** Not among those sent. */
    readonly undelivered: number;
  }) => string;
  readonly missed: (named: readonly string[], earlier: number) => string;
  readonly due: (name: string, day: string, progress: string) => string;
  readonly notFinished: (named: readonly string[]) => string;
  readonly sent: (name: string, day: string, progress: string) => string;
  readonly notOpened: string;
  readonly notAnswered: string;
  readonly leftWith: (answered: number, of: number | null) => string;
  /** What the absence of answers does not mean. */
  readonly silence: string;
  readonly next: (day: string, names: string) => string;
}

/** What limits a comparison, and what a chart marks. */
export interface LimitWords {
  readonly otherVersion: (name: string, count: number) => string;
  readonly overlap: (name: string, days: readonly [string, string], recall: string) => string;
  /** The period that a form asks about, as its owner says it: `2 weeks`. */
  readonly recall: (label: string) => string;
  readonly span: (name: string, count: number, days: readonly [string, string]) => string;
  /** The same, where not all answers of these days are known. */
  readonly spanOfSome: LimitWords['span'];
  readonly external: (name: string, number: string, day: string) => string;
  readonly corrected: (count: number) => string;
  readonly newEpisode: (day: string) => string;
  readonly events: (named: readonly string[]) => string;
  readonly event: (label: string, kind: CareEvent['kind'], day: string) => string;
}

/** What came after the session that is documented. */
export interface LaterWords {
  readonly scores: (named: readonly string[]) => string;
  readonly score: (name: string, number: string, day: string) => string;
  readonly risk: (named: readonly string[]) => string;
  readonly alerts: (named: readonly string[]) => string;
}

/** How a text ends, and what stands where a section has nothing else. */
export interface ClosingWords {
  readonly provenance: (moment: string) => string;
  /** What was administered and scored, for the documentation of CPT 96127. */
  readonly assessment: (entries: readonly string[]) => string;
  readonly assessmentEntry: (name: string, day: string, result: string) => string;
  readonly assessmentNone: string;
  /** By role of the section. */
  readonly nothingElse: {
    readonly finding: string;
    readonly done: string;
    readonly appraisal: string;
  };
}

/** A threshold as it is said: the number, where it is from, and how far that was verified. */
export type SaidThreshold = Pick<ReliableChangeValue, 'value' | 'kind' | 'provenance'>;

/** Response and remission as they are said, with the published definitions. */
export type SaidOutcome = NonNullable<Trajectory['outcome']> &
  Pick<OutcomeDefinition, 'responsePercent' | 'remissionBelow'>;
