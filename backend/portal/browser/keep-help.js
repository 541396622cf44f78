// Part of the script of the client's page. Keeps the page with help on this phone, for when there is no
// connection. Nothing else is kept.

keepHelp();

function keepHelp() {
  // A device that is handed back keeps nothing.
  const handBack = document.getElementById('status')?.dataset['handBack'];
  if (handBack !== undefined || !('serviceWorker' in navigator)) return;
  const types = /** @type {{ trustedTypes?: { createPolicy: Function } }} */ (globalThis)
    .trustedTypes;
  const policy = types?.createPolicy('check-in', { createScriptURL: () => '/check-in-worker.js' });
  const address = policy?.createScriptURL('') ?? '/check-in-worker.js';
  void navigator.serviceWorker.register(address, { scope: '/m/' }).catch(() => undefined);
}
