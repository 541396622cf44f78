import { useSignal } from '@preact/signals';
import { isSameContact } from '#shared/contracts/contact.ts';
import { Button, Choices } from '../../ui/controls.tsx';
import { TextField } from '../record/fields.tsx';
import { FormFrame } from '../record/form-frame.tsx';
import type { Problem } from '../record/forms.ts';
import { Wrong } from '../record/wrong.tsx';
import { type ContactDraft, contactOf, draftOfContact } from './contact-draft.ts';
import type { SendingProps } from './part.ts';
import { changedInWords, contactInWords, LANGUAGE_WORDS, savedInWords } from './words.ts';

/** Where the client is written to, and in which language. */
export function Contact(props: SendingProps) {
  const { sendings, told } = props;
  const isOpen = useSignal(false);
  const open = (value: boolean) => () => {
    isOpen.value = value;
  };
  return isOpen.value ? (
    <ContactForm {...props} onClose={open(false)} />
  ) : (
    <div class="stack" role="group" aria-label="Contact and language">
      <h3>Contact and language</h3>
      <p>{contactInWords(sendings.contact, told)}</p>
      <div class="row">
        <Button weight="quiet" onClick={open(true)}>
          Change contact…
        </Button>
      </div>
    </div>
  );
}

type FormProps = SendingProps & { readonly onClose: () => void };

function ContactForm(props: FormProps) {
  const { contact } = props.sendings;
  const seen = useSignal(contact).peek();
  const draft = useSignal(draftOfContact(seen));
  const saving = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const { facts, state, actions, onClose } = props;
  const isChanged = !saving.value && !isSameContact(contact, seen);

  async function save(): Promise<void> {
    const read = contactOf(draft.value, { clientId: facts.client.clientId, seen });
    if (!read.ok) {
      problem.value = read.refusal;
      return;
    }
    saving.value = true;
    const refused = await state.change(
      () => actions.sending.ask('contacts.put', read.value),
      savedInWords({ ...props.sendings, contact: seen }, read.value),
    );
    saving.value = false;
    if (refused === null) return onClose();
    problem.value = { field: null, words: refused };
    // Refused because somebody changed it: what stands now is shown above what was typed.
    await state.readAgain();
  }

  return (
    <FormFrame
      title="Contact and language"
      form={{ saving: saving.value, problem: problem.value }}
      saveAs="Save contact"
      onSave={() => void save()}
      onLeave={onClose}
    >
      <Wrong words={isChanged ? changedInWords(contact, props.told) : null} />
      <ContactFields
        draft={draft.value}
        problem={problem.value}
        onFill={(part) => {
          draft.value = { ...draft.value, ...part };
          problem.value = null;
        }}
      />
    </FormFrame>
  );
}

const WAYS: readonly { readonly value: ContactDraft['way']; readonly label: string }[] = [
  { value: 'email', label: 'E-mail' },
  { value: 'text', label: 'Text' },
  { value: 'none', label: 'Not at all' },
];

const LANGUAGES = (['english', 'spanish'] as const).map((value) => ({
  value,
  label: LANGUAGE_WORDS[value],
}));

function ContactFields({
  draft,
  problem,
  onFill,
}: {
  readonly draft: ContactDraft;
  readonly problem: Problem | null;
  readonly onFill: (part: Partial<ContactDraft>) => void;
}) {
  const field = (name: 'email' | 'phone' | 'country', label: string) => (
    <TextField
      name={name}
      label={label}
      problem={problem}
      value={draft[name]}
      onFill={(typed) =>
        onFill({ [name]: typed, ...(name === 'country' ? {} : { agreed: false }) })
      }
    />
  );
  return (
    <>
      <Choices
        legend="Write by"
        name="contact-way"
        options={WAYS}
        value={draft.way}
        onChange={(way) => onFill({ way, agreed: false })}
      />
      {field('email', 'E-mail address')}
      {field('phone', 'Phone for texts')}
      {draft.way === 'none' ? null : (
        <label class="tick">
          <input
            type="checkbox"
            checked={draft.agreed}
            onChange={(event) => onFill({ agreed: event.currentTarget.checked })}
          />
          The client agreed to be written to there, and knows that others may see that a message
          came.
        </label>
      )}
      <Choices
        legend="Language"
        name="contact-language"
        options={LANGUAGES}
        value={draft.language}
        onChange={(language) => onFill({ language })}
      />
      {field('country', 'Country of the client, for whom to call in a crisis')}
    </>
  );
}
