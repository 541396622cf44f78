// Part of the script of the client's page. Brings out help at the press of an answer that calls for it,
// and keeps it in sight when another page comes than the one that would have had it.

const HELP_IN_SIGHT = '#screen section[data-after-answer]:not([hidden] *)';

/**
 * Brings out the help that lies hidden in the page, at the press and before anything is sent: it
 * must not wait for a network.
 */
function offerSupport() {
  const reserve = document.getElementById('support-in-reserve');
  if (reserve !== null && document.querySelector(HELP_IN_SIGHT) === null) reserve.hidden = false;
  const help = document.querySelector(HELP_IN_SIGHT);
  if (help === null) return;
  help.setAttribute('data-fresh', '');
  help.scrollIntoView({ block: 'start' });
  announceSupport();
}

/**
 * Takes help along onto the next screen: what the last press brought out, and any help past a page
 * that asks for the birth date or refuses. A block that stays for longer is no longer read.
 *
 * @param {Element} next
 * @param {boolean} ok False for a page that stands in place of the one that was to come.
 */
function carryAlong(next, ok) {
  const help = document.querySelector(HELP_IN_SIGHT);
  const isAsked = !ok || next.querySelector('form[action$="/birth-date"]') !== null;
  if (help === null || !(isAsked || help.hasAttribute('data-fresh'))) return;
  if (next.querySelector('section.support:not([hidden] *)') !== null) return;
  // It stays fresh until the page comes that its answer leads to.
  if (!isAsked) help.removeAttribute('data-fresh');
  next.prepend(help);
}

/**
 * Tells a screen reader of the help that came onto the screen after an answer, in a region of its
 * own: what is said of saving must not speak over it. Said once, as long as the help stands there.
 */
function announceSupport() {
  const region = document.getElementById('support-status');
  if (region === null) return;
  const parts = document
    .querySelector(HELP_IN_SIGHT)
    ?.querySelectorAll('h2, li:first-child > p:not(.reach)');
  const said = [...(parts ?? [])].map(({ textContent }) => textContent?.trim()).join('. ');
  if (region.textContent !== said) region.textContent = said;
}

document.addEventListener('submit', ({ submitter }) => {
  if (submitter?.hasAttribute('data-support')) offerSupport();
});
addEventListener('screen-goes', (event) => {
  const { next, ok } = /** @type {CustomEvent<{ next: Element, ok: boolean }>} */ (event).detail;
  carryAlong(next, ok);
});
addEventListener('screen-came', announceSupport);
