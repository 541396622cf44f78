import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createAskWorker, onWorkerNotice } from '../../local/ask-worker.ts';
import { readShortcuts } from '../../local/shortcuts.ts';
import { reportActivity } from '../../panel/activity.ts';
import { createSettingsActions } from '../../panel/settings/actions.ts';
import { SettingsPage } from '../../panel/settings/settings-page.tsx';

const lifetime = new AbortController();
const ask = createAskWorker(browser.runtime);
const actions = createSettingsActions({
  ask,
  shortcuts: () => readShortcuts(browser),
  // Rejected, not answered, where the manifest does not allow asking for that host.
  requestAccess: (pattern) =>
    browser.permissions.request({ origins: [pattern] }).catch(() => false),
});
onWorkerNotice(browser.runtime, () => void actions.refresh(), lifetime.signal);
void actions.refresh();
reportActivity({ ask, document, now: () => performance.now(), signal: lifetime.signal });

const root = document.getElementById('options');
if (root !== null) render(<SettingsPage actions={actions} />, root);
