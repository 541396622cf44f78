import { useSignal } from '@preact/signals';
import type { Plan, PlanFault, PlanTerms } from '#shared/contracts/plan.ts';
import { FormFrame } from '../record/form-frame.tsx';
import type { Problem } from '../record/forms.ts';
import { notSavedInWords } from '../record/words.ts';
import { faultsOf, isOnlyOften, problemIn } from './fault-words.ts';
import type { SendingProps } from './part.ts';
import { draftOf, newDraft, type PlanDraft, termsOf } from './plan-draft.ts';
import { PlanFields } from './plan-fields.tsx';
import { suggestedMeasure } from './suggested.ts';
import { planInWords } from './words.ts';

type FormProps = SendingProps & {
  /** The plan that is changed; null for a new one. */
  readonly plan: Plan | null;
  /** What the form begins with; null for the usual. */
  readonly terms: PlanTerms | null;
  readonly onClose: () => void;
};

/** A new plan, or a change of one that stands. */
export function PlanForm(props: FormProps) {
  const { plan, terms, told, onClose } = props;
  const { draft, fill, meant, mean, saving, problem, isOften, save } = usePlanDraft(props);
  return (
    <FormFrame
      title={plan === null ? 'New plan' : 'Change the plan'}
      form={{ saving, problem }}
      saveAs="Save plan"
      onSave={() => void save()}
      onLeave={onClose}
    >
      {plan === null || terms === null ? null : (
        <p class="soft">{`Now: ${planInWords(terms, told)}`}</p>
      )}
      <PlanFields {...props} draft={draft} problem={problem} onFill={fill} />
      {isOften || meant ? (
        <label class="tick">
          <input
            type="checkbox"
            checked={meant}
            onChange={(event) => mean(event.currentTarget.checked)}
          />
          I have read this, and mean to ask that often.
        </label>
      ) : null}
    </FormFrame>
  );
}

/** What is typed, what is wrong with it, and saving it: by one id, however often it is pressed. */
function usePlanDraft({ plan, terms, sendings, facts, told, state, actions, onClose }: FormProps) {
  const { today } = told;
  const draft = useSignal<PlanDraft>(
    terms === null ? newDraft(suggestedMeasure(sendings, facts), today) : draftOf(terms, today),
  );
  const meant = useSignal(plan?.oftenMeant ?? false);
  const saving = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const isOften = useSignal(false);
  const planId = useSignal(plan?.planId ?? actions.sending.newId());

  function refuse(faults: readonly PlanFault[]): boolean {
    problem.value = problemIn(faults);
    isOften.value = isOnlyOften(faults);
    return faults.length > 0;
  }

  async function save(): Promise<void> {
    const read = termsOf(draft.value);
    if (!read.ok) {
      problem.value = read.refusal;
      return;
    }
    const judged = { today, standing: plan, oftenMeant: meant.value };
    if (refuse(faultsOf(read.value, sendings, judged))) return;
    saving.value = true;
    const reply = await actions.sending.ask('plans.put', {
      clientId: facts.client.clientId,
      planId: planId.value,
      version: (plan?.version ?? 0) + 1,
      terms: read.value,
      oftenMeant: meant.value,
    });
    saving.value = false;
    if (!reply.ok) problem.value = { field: null, words: notSavedInWords(reply) };
    else if (reply.value.is === 'refused') refuse(reply.value.faults);
    else {
      onClose();
      await state.done('The plan is saved.');
    }
  }

  return {
    draft: draft.value,
    fill: (part: Partial<PlanDraft>) => {
      draft.value = { ...draft.value, ...part };
      problem.value = null;
    },
    meant: meant.value,
    mean: (value: boolean) => {
      meant.value = value;
      problem.value = null;
    },
    saving: saving.value,
    problem: problem.value,
    isOften: isOften.value,
    save,
  };
}
