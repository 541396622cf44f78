import type { BriefFacts } from '#shared/contracts/brief.ts';
import { type CalendarDate, dateInZone } from '#shared/contracts/calendar.ts';
import type { CareEvent } from '#shared/contracts/care-event.ts';
import type { FormAnswers } from '#shared/contracts/custom-form.ts';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import type { ClientId, ResponseId, StaffId } from '#shared/contracts/ids.ts';
import type { EpisodeMark } from '#shared/contracts/record-procedures.ts';

/** What each form holds: days and numbers as they were typed, checked when they are saved. */
export interface FormValues {
  readonly event: {
    readonly kind: CareEvent['kind'];
    readonly on: string;
    readonly label: string;
  };
  readonly mark: { readonly kind: EpisodeMark['kind']; readonly on: string };
  readonly total: TotalValues;
  /** A total that stands already, entered anew. */
  readonly totalAgain: TotalValues;
  readonly correction: {
    /** The response that is corrected; null until one was picked. */
    readonly of: ResponseId | null;
    /** All of them, in the order of the form. */
    readonly answers: FormAnswers;
    readonly reason: string;
    /** True while before and after stand side by side. */
    readonly reviewing: boolean;
  };
}

/** A total by hand. */
export interface TotalValues {
  /** Null until one was picked. */
  readonly measure: HandMeasure | null;
  readonly on: string;
  readonly total: string;
  /** The entry that it corrects. */
  readonly supersedes: ResponseId | null;
}

export type FormName = keyof FormValues;

/** What a person has to look at before a form can be saved. */
export interface Problem {
  /** The field it is about; null when it is about none. */
  readonly field: string | null;
  readonly words: string;
}

/** One form as far as it is filled in. */
export interface Form<Values> {
  /** Of what will be on record: made once, so that saving again is recognised as the same. */
  readonly id: string;
  readonly values: Values;
  readonly saving: boolean;
  readonly problem: Problem | null;
  /** Whether something was sent under this id: it may be on record although no answer came. */
  readonly sent: boolean;
}

export type Forms = { readonly [Name in FormName]: Form<FormValues[Name]> };

/** Whose record the forms write to, and who fills them in. */
export interface Owner {
  readonly clientId: ClientId;
  /** Null when it is not known who is signed in. */
  readonly staffId: StaffId | null;
}

/** The forms of one client. */
export interface RecordState {
  readonly owner: Owner;
  readonly unfolded: boolean;
  readonly open: FormName | null;
  readonly forms: Forms;
  /** What was done last, for who hears it. */
  readonly said: string | null;
}

/** An empty form of each kind, with today in it. */
export function emptyForms(facts: BriefFacts, newId: () => string): Forms {
  const on = todayOf(facts);
  const total = { measure: null, on, total: '', supersedes: null };
  return {
    event: filling(newId(), { kind: 'medication', on, label: '' }),
    mark: filling(newId(), { kind: 'began', on }),
    total: filling(newId(), total),
    totalAgain: filling(newId(), total),
    correction: filling(newId(), { of: null, answers: [], reason: '', reviewing: false }),
  };
}

/** A form in which nothing was sent yet. */
export function filling<Values>(id: string, values: Values): Form<Values> {
  return { id, values, saving: false, problem: null, sent: false };
}

/** The state with a part of one form changed. */
export function withForm<Name extends FormName>(
  state: RecordState,
  name: Name,
  part: Partial<Form<FormValues[Name]>>,
): RecordState {
  return { ...state, forms: { ...state.forms, [name]: { ...state.forms[name], ...part } } };
}

/** The practice's present day when the facts were read. */
export function todayOf({ asOf, timeZone }: BriefFacts): CalendarDate {
  return dateInZone(asOf, timeZone);
}
