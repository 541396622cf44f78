// Runs in the client's browser, as it stands here. Everything works without it; with it, answers are
// saved without loading a page, "Saved" is said when the server has said so, and the steps leave
// no trail in the browser's history.

/** How long a reply is waited for, in milliseconds. */
const PATIENCE = 15_000;

/** No reply came: the form may have been saved all the same. Sent again, it counts once. */
const UNCERTAIN = "We can't say whether this was saved. Check your connection, then choose again.";

/** Requests made so far: a reply to any but the newest finds the client somewhere else already. */
let asked = 0;

/**
 * Asks for a page and gives the parsed document, or null when no reply came. A request of this
 * kind parses the page without running anything in it and without an HTML sink.
 *
 * @param {string} method
 * @param {string} address
 * @param {URLSearchParams | null} body
 * @returns {Promise<{ page: Document, address: string, ok: boolean, late: boolean } | null>}
 */
function ask(method, address, body) {
  asked += 1;
  const turn = asked;
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = 'document';
    request.timeout = PATIENCE;
    request.addEventListener('loadend', () => {
      const late = turn !== asked;
      const lost = request.status === 0 || (late && request.status >= 500);
      const page = lost ? null : request.responseXML;
      const ok = request.status === 200;
      resolve(page === null ? null : { page, address: request.responseURL, ok, late });
    });
    request.send(body);
  });
}

/**
 * Puts the screen of another page in place of the present one, without a new entry in the history.
 *
 * @param {Document} page
 * @param {string} address
 * @param {string} said What a screen reader is told first.
 */
function show(page, address, said) {
  for (const id of ['screen', 'foot']) {
    const present = document.getElementById(id);
    const next = page.getElementById(id);
    if (present !== null && next !== null) present.replaceWith(document.adoptNode(next));
  }
  history.replaceState(null, '', address);
  // Help stands above the heading: going to the heading must not scroll it out of sight.
  document.getElementById('heading')?.focus({ preventScroll: true });
  const support = document.querySelector('#screen [data-after-answer]');
  if (support === null) scrollTo(0, 0);
  else support.scrollIntoView({ block: 'start' });
  announce(said);
  announceSupport();
}

/** @param {string} said */
function announce(said) {
  const status = document.getElementById('status');
  if (status !== null) status.textContent = said;
}

/**
 * Tells a screen reader of the help that came onto the screen after an answer, in a region of its
 * own: what is said of saving must not speak over it. Said once, as long as the help stands there.
 */
function announceSupport() {
  const region = document.getElementById('support-status');
  if (region === null) return;
  const support = document.querySelector('#screen [data-after-answer]');
  const isThere = support !== null && support.closest('[hidden]') === null;
  const parts = isThere ? [...support.querySelectorAll('h2, li:first-child > p:not(.reach)')] : [];
  const said = parts.map(({ textContent }) => textContent?.trim()).join('. ');
  if (region.textContent !== said) region.textContent = said;
}

/**
 * Brings out the help that lies hidden in the page, at the press and before anything is sent: it
 * must not wait for a network.
 */
function offerSupport() {
  const support = document.getElementById('support-in-reserve');
  if (support === null || !support.hidden) return;
  support.hidden = false;
  support.scrollIntoView({ block: 'start' });
  announceSupport();
}

/**
 * Whether a press leads back past words that nobody changed: there is nothing to save then.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} pressed
 */
function onlyGoesBack(form, pressed) {
  const words = [...form.querySelectorAll('textarea')];
  const isBack = pressed instanceof HTMLButtonElement && pressed.value === 'back';
  return isBack && words.every(({ value, defaultValue }) => value === defaultValue);
}

/**
 * Sends a form and shows the page that follows; `data-step="save"` marks those that hold answers.
 * The page comes after the answer is on the server's disk, so its coming is what "Saved" rests on.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} pressed
 */
async function send(form, pressed) {
  if (form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  const saves = form.getAttribute('data-step') === 'save' && !onlyGoesBack(form, pressed);
  if (saves) announce('Saving');
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, pressed)) {
    if (typeof value === 'string') body.append(name, value);
  }
  const reply = await ask('POST', form.action, body);
  form.ariaBusy = null;
  if (reply === null) announce(UNCERTAIN);
  else if (!reply.late) show(reply.page, reply.address, saves && reply.ok ? 'Saved' : '');
}

/** @param {HTMLAnchorElement} link */
async function go(link) {
  const reply = await ask('GET', link.href, null);
  if (reply === null) location.assign(link.href);
  else if (!reply.late) show(reply.page, reply.address, '');
}

document.addEventListener('input', (event) => {
  const field = event.target;
  if (!(field instanceof HTMLTextAreaElement) || field.maxLength < 0) return;
  const limit = document.getElementById(`${field.id}-limit`);
  if (limit === null) return;
  const left = field.maxLength - field.value.length;
  limit.textContent = `${left} of ${field.maxLength} characters left.`;
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-step')) return;
  event.preventDefault();
  if (event.submitter?.hasAttribute('data-support')) offerSupport();
  void send(form, event.submitter);
});

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  const link = event.target.closest('a');
  if (link === null) return;
  if (link.id === 'leave') {
    event.preventDefault();
    location.replace(link.href);
  } else if (link.hasAttribute('data-step')) {
    event.preventDefault();
    void go(link);
  }
});
