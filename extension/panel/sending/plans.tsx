import { useSignal } from '@preact/signals';
import type { Plan, PlanTerms } from '#shared/contracts/plan.ts';
import { Button } from '../../ui/controls.tsx';
import { useFocusOn } from '../alerts/focus-on.ts';
import { Wrong } from '../record/wrong.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import { termsFrom } from './kept-templates.ts';
import type { SendingProps } from './part.ts';
import { PlanForm } from './plan-form.tsx';
import { KeepTemplate, Templates } from './templates.tsx';
import { leftOutInWords, nextInWords, planInWords } from './words.ts';

/** What a form is open for: a plan that stands, a new one, with terms to begin with, or a template. */
type Open =
  | { readonly is: 'change'; readonly plan: Plan }
  | { readonly is: 'keep'; readonly terms: PlanTerms }
  | { readonly is: 'new'; readonly terms: PlanTerms | null };

/** The plans as they stand, and changing them. */
export function Plans(props: SendingProps) {
  const { sendings, told } = props;
  const open = useSignal<Open | null>(null);
  const choose = (value: Open | null) => () => {
    open.value = value;
  };
  const { value } = open;
  if (value?.is === 'keep') {
    return <KeepTemplate {...props} terms={value.terms} onClose={choose(null)} />;
  }
  if (value !== null) {
    return (
      <PlanForm
        {...props}
        plan={value.is === 'change' ? value.plan : null}
        terms={value.is === 'change' ? value.plan.terms : value.terms}
        onClose={choose(null)}
      />
    );
  }
  return (
    <div class="stack" role="group" aria-label="Plan">
      <h3>Plan</h3>
      {sendings.plans.length === 0 ? (
        <p class="soft">No plan: nothing is sent by itself.</p>
      ) : (
        <ul class="record-list">
          {sendings.plans.map((plan) => (
            <li key={plan.planId} class="whole-row">
              <p>{planInWords(plan.terms, told)}</p>
              <p class="soft">
                {`${nextInWords(plan.next, sendings, told.today)}${leftOutInWords(plan.leftOut, told)} By ${plan.by}${plan.oftenMeant ? '; asks more often than its recall period, which was meant' : ''}.`}
              </p>
              <div class="row">
                <Button onClick={choose({ is: 'change', plan })}>Change…</Button>
                <Button weight="quiet" onClick={choose({ is: 'keep', terms: plan.terms })}>
                  Keep as a template…
                </Button>
                <EndPlan {...props} plan={plan} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        <Button onClick={choose({ is: 'new', terms: null })}>New plan…</Button>
        {sendings.templates.map((template) => (
          <Button
            key={template.name}
            weight="quiet"
            onClick={choose({ is: 'new', terms: termsFrom(template, told.today) })}
          >
            {`New from “${template.name}”…`}
          </Button>
        ))}
      </div>
      <Templates {...props} />
    </div>
  );
}

/** Ends a plan after a second question. */
function EndPlan({ plan, facts, state, actions }: SendingProps & { readonly plan: Plan }) {
  const asking = useSignal(false);
  const problem = useSignal<string | null>(null);
  const ref = useFocusOn(asking.value);
  const { clientId } = facts.client;
  const { planId } = plan;
  const end = async () => {
    problem.value = await state.change(
      () => actions.sending.ask('plans.end', { clientId, planId }),
      'The plan has ended.',
    );
  };
  const ask = (value: boolean) => () => {
    asking.value = value;
  };
  return (
    <div ref={ref}>
      {asking.value ? (
        <div class="stack" role="group" aria-label="End this plan" tabIndex={-1}>
          <p class="soft">It sends nothing more. What it has sent stays answerable.</p>
          <div class="row">
            <TrustedButton weight="plain" onPress={() => void end()}>
              End it
            </TrustedButton>
            <Button weight="quiet" onClick={ask(false)}>
              Keep it
            </Button>
          </div>
        </div>
      ) : (
        <Button weight="quiet" onClick={ask(true)}>
          End…
        </Button>
      )}
      <Wrong words={problem.value} />
    </div>
  );
}
