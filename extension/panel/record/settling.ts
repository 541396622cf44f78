import type { BriefFacts } from '#shared/contracts/brief.ts';
import { emptyForms, type FormName, type Problem, type RecordState, withForm } from './forms.ts';
import { onRecord, readForm } from './kinds.ts';

/** Said when the form was changed after what arrived had been sent. */
const FIRST_ARRIVED: Problem = {
  field: null,
  words:
    'What you saved first has arrived and is on record. Saving this as well adds a second entry.',
};

const NAMES: readonly FormName[] = ['event', 'mark', 'total', 'totalAgain', 'correction'];

/** The state after a form was recorded: it is closed, empty, and has an id for the next one. */
export function saved(
  at: RecordState,
  {
    name,
    said,
    facts,
    newId,
  }: {
    readonly name: FormName;
    readonly said: string;
    readonly facts: BriefFacts;
    readonly newId: () => string;
  },
): RecordState {
  const forms = emptyForms(facts, newId);
  const open = at.open === name ? null : at.open;
  return { ...at, open, said: `Saved: ${said}.`, forms: { ...at.forms, [name]: forms[name] } };
}

/**
 * The state once it is seen on record what was sent without an answer coming back. The same object
 * when nothing was.
 */
export function settled(at: RecordState, facts: BriefFacts, newId: () => string): RecordState {
  return NAMES.reduce((now, name) => settledForm(now, { name, facts, newId }), at);
}

function settledForm(
  at: RecordState,
  how: { readonly name: FormName; readonly facts: BriefFacts; readonly newId: () => string },
): RecordState {
  const { name, facts, newId } = how;
  const form = at.forms[name];
  if (!form.sent || form.saving) return at;
  const record = onRecord(name, form, facts);
  if (record === 'absent') return at;
  if (record === 'other') {
    return withForm(at, name, { id: newId(), sent: false, problem: FIRST_ARRIVED });
  }
  const read = readForm(name, form, facts);
  return saved(at, { ...how, said: read.ok ? read.value.said : 'as it was entered' });
}
