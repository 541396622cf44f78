import { signal } from '@preact/signals';
import { render } from 'preact';
import { Popup } from '#extension/popup/popup.tsx';
import { POPUP_STATES } from './popup-states.ts';

const nothing = async () => undefined;
const nobody = async () => ({ ok: true, value: null }) as const;

const facts = POPUP_STATES[decodeURIComponent(location.hash.slice(1))];
const root = document.getElementById('panel');
if (root !== null && facts !== undefined) {
  const store = {
    facts: signal(facts),
    load: nothing,
    tick: () => undefined,
    setSafeView: nothing,
    reveal: nothing,
    onNotice: () => undefined,
  };
  const refused = { ok: false, reason: 'unreachable', message: '' } as const;
  const actions = {
    openSettings: () => undefined,
    openAlerts: () => undefined,
    openCaseload: () => undefined,
    pairing: nobody,
    isLocked: async () => ({ ok: true, value: false }) as const,
    startPairing: async () => refused,
    pollPairing: async () => refused,
  };
  render(<Popup store={store} actions={actions} />, root);
}
