import { useSignal } from '@preact/signals';
import { CalendarDate, dateInWords } from '#shared/contracts/calendar.ts';
import type { Couple, SecretsPolicy } from '#shared/contracts/couple.ts';
import type { CouplePage } from '#shared/contracts/couple-procedures.ts';
import { SECRETS_POLICY_WORDS } from '#shared/words/couples.ts';
import { Button, Choices, Disclosure } from '../../ui/controls.tsx';
import { TextField } from '../record/fields.tsx';
import { Wrong } from '../record/wrong.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { CoupleActions } from './actions.ts';

interface AgreementProps {
  readonly couple: Couple;
  readonly page: CouplePage;
  readonly actions: CoupleActions;
  readonly onChanged: () => void;
}

/** What was agreed with a couple, how to record it anew, and how to end it. */
export function Agreement(props: AgreementProps) {
  const { since, secretsPolicy, policyAgreedOn } = props.couple;
  const agreedOn = dateInWords(policyAgreedOn, { year: true });
  return (
    <Disclosure summary="Agreement and couple">
      <p>
        {`In care as a couple since ${dateInWords(since, { year: true })}. Secrets: ${SECRETS_POLICY_WORDS[secretsPolicy].toLowerCase()}, agreed on ${agreedOn}.`}
      </p>
      <p class="soft">
        What is recorded about secrets shares nothing. Each partner decides about each measure on
        their own page.
      </p>
      <Policy {...props} />
      <End {...props} />
    </Disclosure>
  );
}

/** The ways that secrets are dealt with, for a choice. */
export const POLICIES = (['noSecrets', 'limited', 'separate'] as const).map((value) => ({
  value,
  label: SECRETS_POLICY_WORDS[value],
}));

function Policy({ couple, page, actions, onChanged }: AgreementProps) {
  const policy = useSignal<SecretsPolicy>(couple.secretsPolicy);
  const day = useSignal<string>(couple.policyAgreedOn);
  const problem = useSignal<string | null>(null);
  const record = async () => {
    const policyAgreedOn = CalendarDate.safeParse(day.value);
    if (!policyAgreedOn.success) {
      problem.value = 'Choose the day on which it was agreed.';
      return;
    }
    const { coupleId } = couple;
    const agreed = { secretsPolicy: policy.value, policyAgreedOn: policyAgreedOn.data };
    const reply = await actions.setPolicy({ coupleId, ...agreed }, page);
    problem.value = reply.ok ? null : reply.message;
    if (reply.ok) onChanged();
  };
  return (
    <div class="stack" role="group" aria-label="What was agreed about secrets">
      <Choices
        legend="Secrets"
        name="secrets"
        options={POLICIES}
        value={policy.value}
        onChange={(value) => {
          policy.value = value;
        }}
      />
      <TextField
        name="agreedOn"
        label="Agreed on"
        type="date"
        value={day.value}
        problem={null}
        onFill={(value) => {
          day.value = value;
        }}
      />
      <div>
        <TrustedButton weight="plain" onPress={() => void record()}>
          Record the agreement
        </TrustedButton>
      </div>
      <Wrong words={problem.value} />
    </div>
  );
}

function End({ couple, page, actions, onChanged }: AgreementProps) {
  const asking = useSignal(false);
  const problem = useSignal<string | null>(null);
  const ask = (value: boolean) => () => {
    asking.value = value;
  };
  const end = async () => {
    const { coupleId } = couple;
    const reply = await actions.unlink({ coupleId }, page);
    problem.value = reply.ok ? null : reply.message;
    if (reply.ok) onChanged();
  };
  if (!asking.value) {
    return (
      <div>
        <Button weight="quiet" onClick={ask(true)}>
          End the couple…
        </Button>
      </div>
    );
  }
  return (
    <div class="stack" role="group" aria-label="Confirm the end of the couple">
      <p>Sharing ends at once. Each partner’s own record stays as it is.</p>
      <div class="row">
        <TrustedButton weight="plain" onPress={() => void end()}>
          End the couple
        </TrustedButton>
        <Button weight="quiet" onClick={ask(false)}>
          Keep the couple
        </Button>
      </div>
      <Wrong words={problem.value} />
    </div>
  );
}
