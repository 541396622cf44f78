import type { BriefFacts } from '#shared/contracts/brief.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { type ClientId, ResponseId } from '#shared/contracts/ids.ts';
import { Answers } from '#shared/contracts/response.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { WorkerReply } from '../../messages/worker.ts';
import { asKept, correctionIn, dayIn, labelIn, totalIn } from './checks.ts';
import { type AnyResponse, answeredForm, isOwn } from './corrigible.ts';
import type { Form, FormName, FormValues, Problem, TotalValues } from './forms.ts';
import { eventInWords, markInWords, totalInWords } from './words.ts';

/** Something that may be sent, and what is said once it is on record. */
export interface Sending {
  readonly send: (ask: AskWorker) => Promise<WorkerReply<null>>;
  readonly said: string;
}

/** Whether a form is on record under its id, and as it reads now. */
export type OnRecord = 'absent' | 'same' | 'other';

/** What each kind of form is: how it is read, and how it is recognised on record. */
interface FormKind<Values> {
  /** What is sent for the client, or what is to be looked at first. */
  readonly read: (
    form: Pick<Form<Values>, 'id' | 'values'>,
    facts: BriefFacts,
  ) => Result<Sending, Problem>;
  readonly onRecord: (form: Pick<Form<Values>, 'id' | 'values'>, facts: BriefFacts) => OnRecord;
}

type FormOf<Name extends FormName> = Pick<Form<FormValues[Name]>, 'id' | 'values'>;

const clientIn = ({ client }: BriefFacts): ClientId => client.clientId;

const event: FormKind<FormValues['event']> = {
  read({ id: eventId, values }, facts) {
    const on = dayIn(values.on, facts);
    if (!on.ok) return on;
    const label = labelIn(values);
    if (!label.ok) return label;
    const entered = { eventId, kind: values.kind, on: on.value, label: label.value };
    return ok({
      send: (ask) => ask('events.add', { clientId: clientIn(facts), event: entered }),
      said: eventInWords(entered),
    });
  },
  onRecord({ id, values }, { events }) {
    const there = events?.find(({ eventId }) => eventId === id);
    if (there === undefined) return 'absent';
    const { kind, on, label } = values;
    return alike([there.kind, there.on, there.label], [kind, on, label.trim()]);
  },
};

const mark: FormKind<FormValues['mark']> = {
  read({ values: { kind, on: typed } }, facts) {
    const on = dayIn(typed, facts);
    if (!on.ok) return on;
    const entered = { clientId: clientIn(facts), kind, on: on.value };
    return ok({ send: (ask) => ask('episodes.mark', entered), said: markInWords(entered) });
  },
  /** Marks have no id: the day itself is the mark. */
  onRecord({ values: { kind, on: typed } }, { episodes }) {
    const on = CalendarDate.safeParse(typed);
    const marked = kind === 'began' ? episodes?.startedOn : episodes?.endedOn;
    return on.success && marked?.includes(on.data) === true ? 'same' : 'absent';
  },
};

const total: FormKind<TotalValues> = {
  read({ id, values }, facts) {
    const { measure, supersedes } = values;
    if (measure === null) return refuse({ field: 'measure', words: 'Choose the measure.' });
    const on = dayIn(values.on, facts);
    if (!on.ok) return on;
    const number = totalIn(values, measure);
    if (!number.ok) return number;
    const entered = {
      clientId: clientIn(facts),
      responseId: ResponseId.parse(id),
      handMeasureId: measure.id,
      on: on.value,
      total: number.value,
      supersedes,
    };
    return ok({
      send: (ask) => ask('handTotals.enter', entered),
      said: totalInWords(entered, measure),
    });
  },
  onRecord({ id, values }, { own }) {
    const there = own?.handTotals.find(({ responseId }) => responseId === id);
    if (there === undefined) return 'absent';
    const { measure, on, total: typed } = values;
    const number = Number(typed.trim().replace(',', '.'));
    return alike([there.handMeasureId, there.on, there.total], [measure?.id, on, number]);
  },
};

const correction: FormKind<FormValues['correction']> = {
  read({ id, values }, facts) {
    const picked = responsesIn(facts).find(({ responseId }) => responseId === values.of);
    const read = correctionIn(values, picked);
    if (!read.ok) return read;
    const { response, answers, reason } = read.value;
    const entered = {
      clientId: clientIn(facts),
      responseId: ResponseId.parse(id),
      supersedes: response.responseId,
      reason,
    };
    return ok({
      send: (ask) =>
        isOwn(response)
          ? ask('responses.correctOwn', { ...entered, answers })
          : ask('responses.correct', { ...entered, answers: Answers.parse(answers) }),
      said: `${answeredForm(response, facts).name}, corrected. Both versions stay on record`,
    });
  },
  onRecord({ id, values }, facts) {
    const there = responsesIn(facts).find(({ responseId }) => responseId === id);
    if (there === undefined) return 'absent';
    const { answers, reason } = values;
    return alike([there.answers, there.correction?.reason], [asKept(answers), reason.trim()]);
  },
};

function responsesIn({ responses, own }: BriefFacts): readonly AnyResponse[] {
  return [...responses, ...(own?.responses ?? [])];
}

/** The kinds of form by name. */
const KINDS: { readonly [Name in FormName]: FormKind<FormValues[Name]> } = {
  event,
  mark,
  total,
  totalAgain: total,
  correction,
};

/** What is sent of a form, or what is to be looked at first. */
export function readForm<Name extends FormName>(
  name: Name,
  form: FormOf<Name>,
  facts: BriefFacts,
): Result<Sending, Problem> {
  return KINDS[name].read(form, facts);
}

/** Whether a form is on record under its id, and as it reads now. */
export function onRecord<Name extends FormName>(
  name: Name,
  form: FormOf<Name>,
  facts: BriefFacts,
): OnRecord {
  return KINDS[name].onRecord(form, facts);
}

function alike(there: readonly unknown[], here: readonly unknown[]): OnRecord {
  return JSON.stringify(there) === JSON.stringify(here) ? 'same' : 'other';
}
