import { Button, Section } from '../../ui/controls.tsx';
import { ShortcutList } from '../commands/shortcuts.tsx';
import { PracticeBanner, SupportContact } from '../practice/practice-note.tsx';
import { SignIn } from '../sign-in/sign-in.tsx';
import type { SettingsActions, SettingsFacts } from './actions.ts';
import { ServerForm } from './server-form.tsx';
import { SettingsList } from './settings-list.tsx';

/** Which server, who says so, and who is signed in. */
export function SettingsPage({ actions }: { readonly actions: SettingsActions }) {
  const facts = actions.facts.value;
  return (
    <main class="options">
      <h1>Throughline settings</h1>
      {facts === null ? (
        <p role="status">Reading the settings…</p>
      ) : (
        <>
          <PracticeBanner practice={facts.all} />
          <ServerForm settings={facts.settings} actions={actions} />
          <Connection facts={facts} actions={actions} />
          <SettingsList all={facts.all} actions={actions} />
          <Section title="Keyboard shortcuts">
            <ShortcutList shortcuts={actions.shortcuts} />
          </Section>
          <SupportContact practice={facts.all} />
        </>
      )}
    </main>
  );
}

function Connection({
  facts,
  actions,
}: {
  readonly facts: SettingsFacts;
  readonly actions: SettingsActions;
}) {
  const { person, settings } = facts;
  if (settings.backend === null || settings.problem !== null) {
    return (
      <Section title="Connection">
        <p>Not connected: the server’s address comes first.</p>
      </Section>
    );
  }
  if (person.ok) {
    const { displayName, practiceName, role } = person.value;
    return (
      <Section title="Connection">
        <div class="stack">
          <p>
            Connected as <strong>{displayName}</strong>, {role}, at <strong>{practiceName}</strong>.
          </p>
          <p class="soft">
            Closing the browser signs out as well; what was fetched can’t be read after that.
          </p>
          <div>
            <Button onClick={() => void actions.signOut()}>Sign out</Button>
          </div>
        </div>
      </Section>
    );
  }
  if (person.reason === 'signedOut') return <SignIn actions={actions} />;
  return (
    <Section title="Connection">
      <div class="stack">
        <p role="alert">{person.message}</p>
        <div>
          <Button onClick={() => void actions.refresh()}>Ask again</Button>
        </div>
      </div>
    </Section>
  );
}
