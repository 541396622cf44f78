import { useSignal } from '@preact/signals';
import { PlanTemplate, type PlanTerms } from '#shared/contracts/plan.ts';
import { Disclosure } from '../../ui/controls.tsx';
import { TextField } from '../record/fields.tsx';
import { FormFrame } from '../record/form-frame.tsx';
import type { Problem } from '../record/forms.ts';
import { Wrong } from '../record/wrong.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import { hasTemplate, withoutTemplate, withTemplate } from './kept-templates.ts';
import type { SendingProps } from './part.ts';
import { templateInWords } from './words.ts';

/** Keeps the terms of a plan for the whole practice, by a name. */
export function KeepTemplate({
  terms,
  onClose,
  ...props
}: SendingProps & { readonly terms: PlanTerms; readonly onClose: () => void }) {
  const { sendings, told } = props;
  const name = useSignal('');
  const saving = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const keep = keeping(props);

  async function save(): Promise<void> {
    const template = PlanTemplate.safeParse({ name: name.value.trim(), terms });
    if (!template.success) {
      problem.value = { field: 'name', words: 'Enter a name of up to 60 characters.' };
      return;
    }
    saving.value = true;
    const words = `“${template.data.name}” is kept for the practice.`;
    const refused = await keep(withTemplate(sendings.templates, template.data), words);
    saving.value = false;
    if (refused === null) onClose();
    else problem.value = { field: null, words: refused };
  }

  return (
    <FormFrame
      title="Keep as a template"
      form={{ saving: saving.value, problem: problem.value }}
      saveAs={hasTemplate(sendings.templates, name.value) ? 'Replace the template' : 'Keep it'}
      onSave={() => void save()}
      onLeave={onClose}
    >
      <p class="soft">{templateInWords(terms, told)}</p>
      <TextField
        name="name"
        label="Name"
        hint="Everybody in the practice reads this: no client’s name."
        maxLength={60}
        problem={problem.value}
        value={name.value}
        onFill={(typed) => {
          name.value = typed;
        }}
      />
    </FormFrame>
  );
}

/** The templates of the practice, and taking one out. */
export function Templates(props: SendingProps) {
  const { templates } = props.sendings;
  const problem = useSignal<string | null>(null);
  const keep = keeping(props);
  if (templates.length === 0) return null;
  const takeOut = async (name: string) => {
    const words = `“${name}” is no template any more.`;
    problem.value = await keep(withoutTemplate(templates, name), words);
  };
  return (
    <Disclosure summary={`Templates of the practice, ${templates.length}`}>
      <ul class="record-list">
        {templates.map(({ name, terms }) => (
          <li key={name} class="whole-row">
            <p>{name}</p>
            <p class="soft">{templateInWords(terms, props.told)}</p>
            <div class="row">
              <TrustedButton
                weight="quiet"
                aria-label={`Take out “${name}”`}
                onPress={() => void takeOut(name)}
              >
                Take out
              </TrustedButton>
            </div>
          </li>
        ))}
      </ul>
      <p class="soft">Plans that were made of one stay as they are.</p>
      <Wrong words={problem.value} />
    </Disclosure>
  );
}

/** All templates are kept together, as the next version of what is on screen. */
function keeping({ sendings, facts, state, actions }: SendingProps) {
  const { clientId } = facts.client;
  const version = sendings.templatesVersion + 1;
  return (templates: PlanTemplate[], said: string) =>
    state.change(
      () => actions.sending.ask('plans.putTemplates', { clientId, version, templates }),
      said,
    );
}
