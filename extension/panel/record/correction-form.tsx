import type { BriefFacts } from '#shared/contracts/brief.ts';
import { Button } from '../../ui/controls.tsx';
import type { RecordActions } from './actions.ts';
import { AnswerFields } from './answer-fields.tsx';
import { CorrectionReview } from './correction-review.tsx';
import { type AnsweredForm, corrigible } from './corrigible.ts';
import { SelectField, TextField } from './fields.tsx';
import type { Form, FormValues } from './forms.ts';
import { Wrong } from './wrong.tsx';

/** As in the contract. */
const LONGEST_REASON = 200;

interface CorrectionFormProps {
  readonly form: Form<FormValues['correction']>;
  readonly facts: BriefFacts;
  readonly actions: RecordActions;
}

/** What the client really answered, where a form was entered or tapped wrongly. */
export function CorrectionForm({ form, facts, actions }: CorrectionFormProps) {
  const { values, problem } = form;
  const all = corrigible(facts);
  const picked = all.find(({ response }) => response.responseId === values.of) ?? null;
  if (values.reviewing && picked !== null) {
    return <CorrectionReview form={form} picked={picked} actions={actions} />;
  }
  return (
    <div class="record-form stack" role="group" aria-label="Correct a response" tabIndex={-1}>
      <h3>Correct a response</h3>
      {all.length === 0 ? (
        <p>There is no response whose choices this version knows.</p>
      ) : (
        <SelectField
          name="of"
          label="Response"
          {...(values.of !== null && picked === null ? { hint: CORRECTED_MEANWHILE } : {})}
          problem={problem}
          value={picked?.response.responseId ?? null}
          options={all.map(({ response, name, result }) => ({
            value: response.responseId,
            label: result === null ? name : `${name}: ${result}`,
          }))}
          onFill={(chosen) => {
            const found = all.find(({ response }) => response.responseId === chosen);
            if (found === undefined) return;
            const { responseId: of, answers } = found.response;
            actions.fill('correction', { of, answers });
          }}
        />
      )}
      {picked === null ? null : <Editing form={form} picked={picked} actions={actions} />}
      <div class="row">
        {picked === null ? null : (
          <Button onClick={actions.review}>Compare before and after…</Button>
        )}
        <Button weight="quiet" onClick={() => actions.discard('correction')}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

const CORRECTED_MEANWHILE =
  'The response that you chose was corrected meanwhile. Choose one as it stands now.';

function Editing({
  form,
  picked,
  actions,
}: Omit<CorrectionFormProps, 'facts'> & { readonly picked: AnsweredForm }) {
  const { values, problem } = form;
  return (
    <>
      <AnswerFields
        picked={picked}
        answers={values.answers}
        onFill={(answers) => actions.fill('correction', { answers })}
      />
      <Wrong words={problem?.field === 'answers' ? problem.words : null} />
      <TextField
        name="reason"
        label="Why it is corrected"
        hint="In your words. It stays in the record, beside both versions."
        maxLength={LONGEST_REASON}
        problem={problem}
        value={values.reason}
        onFill={(reason) => actions.fill('correction', { reason })}
      />
    </>
  );
}
