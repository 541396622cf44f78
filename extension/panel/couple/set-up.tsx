import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { CalendarDate, dateInWords } from '#shared/contracts/calendar.ts';
import type { SecretsPolicy } from '#shared/contracts/couple.ts';
import type {
  CouplePage,
  LinkCouple,
  PartnerIdentity,
} from '#shared/contracts/couple-procedures.ts';
import { CoupleId } from '#shared/contracts/ids.ts';
import type { WorkerReply } from '../../messages/worker.ts';
import { Choices } from '../../ui/controls.tsx';
import { SelectField, TextField } from '../record/fields.tsx';
import { Wrong } from '../record/wrong.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { CoupleActions } from './actions.ts';
import { POLICIES } from './agreement.tsx';

interface SetUpProps {
  readonly choices: readonly PartnerIdentity[];
  readonly page: CouplePage;
  readonly actions: CoupleActions;
  readonly onChanged: () => void;
}

interface Draft {
  readonly one: string | null;
  readonly other: string | null;
  readonly policy: SecretsPolicy;
  readonly agreedOn: string;
}

/** Setting two clients up as a couple; nobody is named before somebody means to. */
export function SetUpOnDemand(props: Omit<SetUpProps, 'choices'>) {
  const wanted = useSignal(false);
  return (
    <details
      class="disclosure section"
      onToggle={(event) => {
        if (event.currentTarget.open) wanted.value = true;
      }}
    >
      <summary>Set up as a couple</summary>
      <div class="inside">{wanted.value ? <SetUp {...props} /> : null}</div>
    </details>
  );
}

/**
 * Two clients of the caseload whose names the page shows may be made a couple, by a person who compares
 * them. Nothing is shared by that.
 */
function SetUp(props: Omit<SetUpProps, 'choices'>) {
  const reply = useSignal<WorkerReply<readonly PartnerIdentity[]> | null>(null);
  const { page, actions } = props;
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answer = await actions.choices(page);
      if (current) reply.value = answer;
    };
    void ask();
    return () => {
      current = false;
    };
  }, [page, actions, reply]);
  const answer = reply.value;
  if (answer === null) return <p role="status">Looking in your caseload…</p>;
  if (!answer.ok) return <Wrong words={answer.message} />;
  if (answer.value.length < 2) {
    return (
      <p class="soft">
        Both partners must be in your caseload by the names that this page shows. Ask your practice
        admin to add who is missing.
      </p>
    );
  }
  return (
    <div class="stack">
      <p class="soft">
        Compare names and birth dates. Linking shares nothing: each partner agrees on their own
        page, measure by measure.
      </p>
      <SetUpForm {...props} choices={answer.value} />
    </div>
  );
}

function SetUpForm({ choices, page, actions, onChanged }: SetUpProps) {
  const [first, second] = choices.map(({ clientId }) => clientId);
  const isPair = choices.length === 2;
  const draft = useSignal<Draft>({
    one: isPair ? (first ?? null) : null,
    other: isPair ? (second ?? null) : null,
    policy: 'noSecrets',
    agreedOn: '',
  });
  const problem = useSignal<string | null>(null);
  // One id for as long as the form stands: pressing twice makes one couple.
  const coupleId = useMemo(() => CoupleId.parse(actions.newId()), [actions]);
  const fill = (part: Partial<Draft>) => {
    draft.value = { ...draft.value, ...part };
    problem.value = null;
  };
  const link = async () => {
    const input = coupleOf(draft.value, { coupleId, page, choices });
    if (input === null) {
      problem.value = 'Choose two different clients, and the day of the agreement.';
      return;
    }
    const reply = await actions.link(input);
    problem.value = reply.ok ? null : reply.message;
    if (reply.ok) onChanged();
  };
  return (
    <div class="stack">
      <Fields draft={draft.value} choices={choices} onFill={fill} />
      <div>
        <TrustedButton weight="main" onPress={() => void link()}>
          Link as a couple
        </TrustedButton>
      </div>
      <Wrong words={problem.value} />
    </div>
  );
}

function Fields({
  draft,
  choices,
  onFill,
}: {
  readonly draft: Draft;
  readonly choices: readonly PartnerIdentity[];
  readonly onFill: (part: Partial<Draft>) => void;
}) {
  const options = choices.map(({ clientId, displayName, birthDate }) => ({
    value: clientId as string,
    label: `${displayName}, born ${dateInWords(birthDate, { year: true })}`,
  }));
  return (
    <>
      <SelectField
        name="one"
        label="One partner"
        problem={null}
        value={draft.one}
        options={options}
        onFill={(one) => onFill({ one })}
      />
      <SelectField
        name="other"
        label="The other partner"
        problem={null}
        value={draft.other}
        options={options}
        onFill={(other) => onFill({ other })}
      />
      <Choices
        legend="Secrets"
        name="secrets"
        options={POLICIES}
        value={draft.policy}
        onChange={(policy) => onFill({ policy })}
      />
      <TextField
        name="agreedOn"
        label="Agreed with both on"
        type="date"
        problem={null}
        value={draft.agreedOn}
        onFill={(agreedOn) => onFill({ agreedOn })}
      />
    </>
  );
}

function coupleOf(
  { one, other, policy, agreedOn }: Draft,
  { coupleId, page, choices }: Pick<LinkCouple, 'coupleId' | 'page'> & Pick<SetUpProps, 'choices'>,
): LinkCouple | null {
  const day = CalendarDate.safeParse(agreedOn);
  const first = choices.find(({ clientId }) => clientId === one);
  const second = choices.find(({ clientId }) => clientId === other);
  if (!day.success || first === undefined || second === undefined || first === second) return null;
  return {
    coupleId,
    partners: [first.clientId, second.clientId],
    page,
    secretsPolicy: policy,
    policyAgreedOn: day.data,
  };
}
