import { useSignal } from '@preact/signals';
import type { ServerSettings } from '../../messages/worker.ts';
import { Button, Section } from '../../ui/controls.tsx';
import type { SettingsActions } from './actions.ts';
import { PROBLEM_WORDS, SOURCE_WORDS } from './settings-words.ts';

/** The server's address: locked when the practice set it, otherwise to be changed here. */
export function ServerForm({
  settings,
  actions,
}: {
  readonly settings: ServerSettings;
  readonly actions: SettingsActions;
}) {
  const problem = useSignal<string | null>(null);
  const allow = async () => {
    problem.value = await actions.allowAccess();
  };
  return (
    <Section title="Server">
      <div class="stack">
        <dl class="facts">
          <dt>Address</dt>
          <dd>{settings.backend ?? 'none'}</dd>
          <dt>Set by</dt>
          <dd>{SOURCE_WORDS[settings.source]}</dd>
        </dl>
        {settings.problem === null ? null : (
          <p class="banner worse">{PROBLEM_WORDS[settings.problem]}</p>
        )}
        {settings.problem === 'accessNotGranted' ? (
          <div>
            <Button weight="main" onClick={() => void allow()}>
              Allow the connection
            </Button>
          </div>
        ) : null}
        {settings.source === 'policy' ? null : (
          <AddressForm
            actions={actions}
            onProblem={(words) => {
              problem.value = words;
            }}
          />
        )}
        {problem.value === null ? null : <p role="alert">{problem.value}</p>}
      </div>
    </Section>
  );
}

interface AddressFormProps {
  readonly actions: SettingsActions;
  readonly onProblem: (words: string | null) => void;
}

function AddressForm({ actions, onProblem }: AddressFormProps) {
  const address = useSignal('');
  const save = async (event: Event) => {
    event.preventDefault();
    onProblem(await actions.setBackend(address.value));
  };
  return (
    <form class="stack" onSubmit={(event) => void save(event)}>
      <label class="stack">
        <span>Use another server</span>
        <input
          class="field"
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="https://throughline.practice.example"
          value={address.value}
          onInput={(event) => {
            address.value = event.currentTarget.value;
          }}
        />
      </label>
      <p class="soft">
        Changing the server signs out. The browser asks once whether Throughline may connect to it.
      </p>
      <div>
        <button type="submit" class="button plain">
          Use this server
        </button>
      </div>
    </form>
  );
}
