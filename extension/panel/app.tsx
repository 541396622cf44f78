import type { PanelStore } from './state/store.ts';

/** The whole panel. */
export function App({ store }: { readonly store: PanelStore }) {
  const screen = store.screen.value;
  return <main>{screen.kind === 'client' ? screen.facts.client.displayName : screen.kind}</main>;
}
