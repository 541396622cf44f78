// Part of the script of the client's page. "Leave this page" takes everything off the screen, ends the
// pass and goes to the neutral site at once; and no page is shown again as it was kept by the browser.

let hasLeft = false;

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const away = link?.dataset['away'];
  if (away === undefined) return;
  event.preventDefault();
  hasLeft = true;
  dispatchEvent(new Event('leaving'));
  document.body.replaceChildren();
  // Goes on after the page is gone. Nobody waits for it: the way out must not hang on a network.
  const [address] = /^\/m\/[^/]+/.exec(location.pathname) ?? [];
  if (address !== undefined) {
    void fetch(`${address}/leave`, { keepalive: true, redirect: 'manual' }).catch(() => undefined);
  }
  location.replace(away);
});

// The picture of a page that the browser kept knows nothing of what ended since.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  // What would be lost stays; if the pass has ended, the birth date is asked before anything else.
  const wouldLose = !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  if (hasLeft || !wouldLose) location.reload();
  else dispatchEvent(new Event('online'));
});
