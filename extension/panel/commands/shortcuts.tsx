import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** A keyboard command and its keys in this browser. */
export interface Shortcut {
  readonly what: string;
  /** As the browser writes them, `Alt+Shift+K`; empty where none is set. */
  readonly keys: string;
}

/** The commands, their keys, and where they are changed. */
export function ShortcutList({
  shortcuts,
}: {
  readonly shortcuts: () => Promise<readonly Shortcut[]>;
}) {
  const known = useSignal<readonly Shortcut[]>([]);
  useEffect(() => {
    void shortcuts().then((list) => {
      known.value = list;
      return null;
    });
  }, [shortcuts, known]);
  return (
    <div class="stack">
      <dl class="shortcuts">
        {known.value.map(({ what, keys }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{keys === '' ? 'not set' : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">
        None of them inserts anything: they put the keyboard in front of the button. They are
        changed in the browser: “Keyboard shortcuts” at chrome://extensions or edge://extensions; in
        Firefox the gear at about:addons, “Manage extension shortcuts”.
      </p>
    </div>
  );
}
