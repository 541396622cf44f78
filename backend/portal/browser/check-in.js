// Runs in the client's browser, as it stands here. Everything works without it; with it, answers are
// saved without loading a page, "Saved" is said when the server has said so, the steps leave no trail
// in the browser's history, and without a connection answering goes on. What waits then is kept in
// this page's memory and nowhere else: on a phone that others use, no answer may outlive the page.

/** How long a reply is waited for, in milliseconds. */
const PATIENCE = 15_000;

/** After how long what waits is tried again, in milliseconds. */
const AGAIN_AFTER = 5_000;

/** How long nobody may touch a device that is to be handed back, in milliseconds. */
const KIOSK_IDLE = 305_000;

/**
 * Presses so far, and pages that had to be shown unasked: a reply to any but the newest finds the
 * client somewhere else already. What the page sends by itself is none.
 */
let turns = 0;

/**
 * Answers that wait for a connection, by the address that they go to: the newest of each question.
 *
 * @type {Map<string, URLSearchParams>}
 */
const waiting = new Map();

/**
 * What was last sent or kept for each question since the page was loaded, by the same addresses: the
 * screens for going on without a connection are older than it.
 *
 * @type {Map<string, URLSearchParams>}
 */
const given = new Map();

/** Whether what waits is on its way. */
let delivering = false;

/**
 * When what waits is tried again.
 *
 * @type {ReturnType<typeof setTimeout> | undefined}
 */
let nextTry;

/**
 * The screens of all questions of one form, for going on without a connection, and the form's address;
 * null until they came. Behind one link there may be several forms, each with a question 1.
 *
 * @type {{ page: Document, of: string } | null}
 */
let rest = null;

/**
 * A page of ours that came. `atDoor`: the birth date is asked, and what was sent was not looked at.
 *
 * @typedef {{ page: Document, address: string, ok: boolean, atDoor: boolean, late: boolean }} Reply
 */

/**
 * Asks for a page and gives the parsed document, or null when no reply came: a page without our
 * screen is that of somebody in between, a proxy or a network's own, and none. A request of this
 * kind parses the page without running anything in it and without an HTML sink.
 *
 * @param {string} method
 * @param {string} address
 * @param {URLSearchParams | null} body
 * @param {number} turn The one that it belongs to.
 * @returns {Promise<Reply | null>}
 */
function ask(method, address, body, turn = turns) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = 'document';
    request.timeout = PATIENCE;
    request.addEventListener('loadend', () => {
      const late = turn !== turns;
      const { status, responseXML: page, responseURL } = request;
      // The page that says so would take the place of what is to be tried again; 429 is for some minutes.
      const refusedForNow = status >= 500 || status === 429;
      const failed = refusedForNow && (late || carriesAnswer(body) || wouldLose());
      if (failed || !page?.getElementById('screen')) return resolve(null);
      resolve({ page, address: responseURL, ok: status === 200, atDoor: status === 401, late });
    });
    request.send(body);
  });
}

/**
 * Whether what is sent is an answer, or words, by itself or with a birth date.
 *
 * @param {URLSearchParams | null} body
 */
function carriesAnswer(body) {
  return body !== null && (body.has('answer') || body.has('words'));
}

/** Whether closing the page would lose something: each part of it that holds any says so. */
function wouldLose() {
  return !dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

/**
 * Puts the screen of another page in place of the present one, without a new entry in the history.
 *
 * @param {Pick<Reply, 'page' | 'address' | 'ok'>} reply
 * @param {string} said What a screen reader is told first.
 */
function show({ page, address, ok }, said) {
  const screen = page.getElementById('screen');
  if (screen !== null) screenGoes(screen, ok);
  speakAs(page);
  for (const part of ['.top', '#screen', '#foot']) {
    const present = document.querySelector(part);
    const next = page.querySelector(part);
    if (present !== null && next !== null) present.replaceWith(document.adoptNode(next));
  }
  screenCame(address);
  announce(said);
  fetchRest();
}

/**
 * Tells the other parts of the script what takes the place of the present screen, before it does.
 *
 * @param {Element} next
 * @param {boolean} ok False for a page that asks or refuses, in place of what was pressed for.
 */
function screenGoes(next, ok) {
  dispatchEvent(new CustomEvent('screen-goes', { detail: { next, ok } }));
}

/** @param {string} address */
function screenCame(address) {
  history.replaceState(null, '', address);
  // Help stands above the heading: going to the heading must not scroll it out of sight.
  document.getElementById('heading')?.focus({ preventScroll: true });
  const support = document.querySelector('#screen [data-after-answer]:not([hidden] *)');
  if (support === null) scrollTo(0, 0);
  else support.scrollIntoView({ block: 'start' });
  dispatchEvent(new Event('screen-came'));
}

/**
 * Takes over the language of another page: how it is read out, and what is said by the script.
 *
 * @param {Document} page
 */
function speakAs(page) {
  const { lang } = page.documentElement;
  if (lang === '' || lang === document.documentElement.lang) return;
  document.documentElement.lang = lang;
  const said = page.getElementById('status')?.dataset;
  Object.assign(document.getElementById('status')?.dataset ?? {}, said);
  // The screens for going on alone speak the language from before.
  rest = null;
}

/**
 * What the page says by itself, in its own language.
 *
 * @param {'saving' | 'saved' | 'uncertain' | 'waiting'} what
 */
function phrase(what) {
  return document.getElementById('status')?.dataset[what] ?? '';
}

/** @param {string} said */
function announce(said) {
  const status = document.getElementById('status');
  if (status !== null) status.textContent = said;
}

/**
 * Whether a press leads back past words that nobody changed, or to the other language: there is nothing
 * to save then.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} pressed
 */
function onlyGoesBack(form, pressed) {
  const words = [...form.querySelectorAll('textarea')];
  const isWay = pressed instanceof HTMLButtonElement && stepOf(pressed.value) !== 1;
  return isWay && words.every(({ value, defaultValue }) => value === defaultValue);
}

/**
 * By how many questions a press leads on: back by one, and the other language stays.
 *
 * @param {string | null} pressed
 */
function stepOf(pressed) {
  if (pressed === 'back') return -1;
  return pressed?.startsWith('in-') ? 0 : 1;
}

/**
 * The form that a question's address belongs to, and the question's number; null for other addresses.
 *
 * @param {string} address
 */
function questionAt(address) {
  const { origin, pathname } = new URL(address);
  const [, base, number] = /^(.*)\/q\/(\d+)$/.exec(pathname) ?? [];
  return base === undefined ? null : { of: origin + base, number: Number(number) };
}

/**
 * Fetches the screens of all questions once one stands, so that answering can go on when the
 * connection goes. Comes after everything that the client waits for.
 */
function fetchRest() {
  const form = document.querySelector('#screen form[data-answer]');
  const of = form instanceof HTMLFormElement ? questionAt(form.action)?.of : undefined;
  if (of === undefined || of === rest?.of) return;
  const request = new XMLHttpRequest();
  request.open('GET', `${of}/rest`);
  request.responseType = 'document';
  request.addEventListener('load', () => {
    const page = request.responseXML;
    // The page that asks for the birth date holds no question, and one asks again after it.
    if (request.status === 200 && page?.querySelector('.alone')) rest = { page, of };
  });
  request.send();
}

/**
 * Shows a question, or the end of them, without asking the server. False when it is not known.
 *
 * @param {string} address
 */
function showAlone(address) {
  const question = questionAt(address);
  const screen = document.getElementById('screen');
  if (rest === null || question?.of !== rest.of || screen === null) return false;
  const next = rest.page.getElementById(`q-${question.number}`);
  if (next === null) return false;
  const coming = document.createElement('main');
  coming.append(document.importNode(next, true));
  screenGoes(coming, true);
  screen.replaceChildren(...coming.childNodes);
  const answer = given.get(`${question.of}/q/${question.number}`);
  if (answer !== undefined) fillIn(screen, answer);
  screenCame(address);
  return true;
}

/**
 * Puts onto a question what was answered after its screen was made.
 *
 * @param {HTMLElement} screen
 * @param {URLSearchParams} answer
 */
function fillIn(screen, answer) {
  const field = screen.querySelector('textarea');
  if (field !== null) {
    field.value = answer.get('words') ?? '';
    field.defaultValue = field.value;
    return;
  }
  for (const stale of screen.querySelectorAll('.mark')) stale.remove();
  for (const choice of screen.querySelectorAll('button[name="answer"]')) {
    const isChosen = choice.getAttribute('value') === answer.get('answer');
    choice.classList.toggle('chosen', isChosen);
    const mark = screen.querySelector('template')?.content.cloneNode(true);
    if (isChosen && mark !== undefined) choice.append(mark);
  }
  screen.querySelector('[data-past]')?.removeAttribute('hidden');
}

/**
 * Keeps an answer until there is a connection, and goes on to the question after it, or back.
 *
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} body
 * @param {boolean} isNew False where nobody changed anything.
 */
function keep(form, body, isNew) {
  turns += 1;
  if (isNew) waiting.set(form.action, body);
  form.dataset['arrived'] = body.get('words') ?? '';
  const step = stepOf(body.get('answer'));
  const next = form.action.replace(/\d+$/, (number) => String(Number(number) + step));
  const isShown = showAlone(next);
  if (waiting.size > 0) announce(phrase('waiting'));
  else announce(isShown ? '' : phrase('uncertain'));
}

/** Tries what waits again after a while. */
function tryAgain() {
  clearTimeout(nextTry);
  nextTry = setTimeout(() => void deliver(), AGAIN_AFTER);
}

/** Whether the birth date is asked. It opens the way for what waits, and nobody types it twice. */
function doorStands() {
  return document.querySelector('#screen form[action$="/birth-date"]') !== null;
}

/**
 * Sends what waits, in the order in which it was answered; says "Saved" when all of it is. An answer
 * waits until a page of ours says that it was saved, or that it never will be.
 *
 * @returns {Promise<Reply | null>} What the last answer led to; null if not all of them are saved.
 */
async function deliver() {
  if (delivering || doorStands()) return null;
  delivering = true;
  let [isLost, isRefused] = [false, false];
  let last = null;
  for (let [next] = waiting; next !== undefined && !isLost; [next] = waiting) {
    const [address, body] = next;
    const reply = await ask('POST', address, body);
    isLost = reply === null || reply.atDoor;
    if (reply === null) tryAgain();
    else if (reply.atDoor) showDoor(reply);
    else {
      last = reply;
      if (waiting.get(address) === body) waiting.delete(address);
      if (!reply.ok) showUnasked(reply, waiting.size > 0 ? phrase('waiting') : '');
      isRefused ||= !reply.ok;
    }
  }
  delivering = false;
  if (isLost || last === null) return null;
  if (isRefused) announce('');
  else await delivered();
  return isRefused ? null : last;
}

/** @param {Reply} reply */
function showDoor(reply) {
  if (!doorStands()) showUnasked(reply, '');
}

/**
 * Shows what an answer that waited led to. It has to be read: no earlier press may take its place.
 *
 * @param {Reply} reply
 * @param {string} said
 */
function showUnasked(reply, said) {
  turns += 1;
  show(reply, said);
}

/** All is saved. Whoever is past the last question comes to the review. */
async function delivered() {
  announce(phrase('saved'));
  for (const form of document.forms) {
    form.dataset['arrived'] = given.get(form.action)?.get('words') ?? '';
  }
  // Where the birth date is asked after a time without a touch, that begins anew as well.
  countIdle();
  const review = document.querySelector('#screen a[data-after-waiting]');
  if (review instanceof HTMLAnchorElement) await go(review);
}

/**
 * Sends a form and shows the page that follows; `data-step="save"` marks those that hold answers.
 * The page comes after the answer is on the server's disk, so its coming is what "Saved" rests on.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} pressed
 */
async function send(form, pressed) {
  const isAnswer = form.hasAttribute('data-answer');
  const isNew = !onlyGoesBack(form, pressed);
  const saves = form.getAttribute('data-step') === 'save' && isNew;
  const body = fieldsOf(form, pressed);
  if (isAnswer) given.set(form.action, body);
  // Of an answer the newest press counts; it goes out when the reply to the one before came.
  if (form.ariaBusy === 'true') return;
  const wasDoor = doorStands();
  if (waiting.size > 0 && !wasDoor) {
    if (isAnswer) keep(form, body, isNew);
    const last = await deliver();
    if (isAnswer || last === null) return;
  }
  if (saves) announce(phrase('saving'));
  turns += 1;
  const turn = turns;
  const { reply, newest } = await post(form, body);
  const isChanged = isNew || newest !== body;
  const isHere = turn === turns;
  if (isAnswer && isHere && reply === null) keep(form, newest, isChanged);
  // The page that would have carried it on is not shown.
  const isOpen = reply === null || reply.atDoor;
  if (isAnswer && !isHere && isOpen && isChanged) waiting.set(form.action, newest);
  if (isAnswer && waiting.size > 0) tryAgain();
  if (reply === null && !isAnswer) announce(phrase('uncertain'));
  if (reply !== null && isHere) {
    form.dataset['arrived'] = newest.get('words') ?? '';
    show(reply, saves && reply.ok ? phrase('saved') : '');
    if (wasDoor) await deliverBehindDoor();
  }
}

/**
 * Posts a form, and for as long as another answer was pressed meanwhile, that one: on a slow network
 * the newest press counts, and what the client is shown comes after it.
 *
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} body
 */
async function post(form, body) {
  const turn = turns;
  let [sent, newest, reply] = [body, body, /** @type {Reply | null} */ (null)];
  form.ariaBusy = 'true';
  do {
    sent = newest;
    reply = await ask('POST', form.action, sent, turn);
    newest = given.get(form.action) ?? sent;
  } while (reply !== null && newest !== sent);
  form.ariaBusy = null;
  return { reply, newest };
}

/** What waited for the birth date goes out, and the client comes to what follows it. */
async function deliverBehindDoor() {
  const last = await deliver();
  if (last !== null && !last.late) show(last, phrase('saved'));
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} pressed
 */
function fieldsOf(form, pressed) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, pressed)) {
    if (typeof value === 'string') body.append(name, value);
  }
  return body;
}

/** @param {HTMLAnchorElement} link */
async function go(link) {
  const turn = turns;
  const reply = await ask('GET', link.href, null);
  // Followed by nobody's press, it gives way to whatever took its place.
  if (turn !== turns || (link.hidden && !link.isConnected)) return;
  if (reply !== null) {
    show(reply, waiting.size > 0 ? phrase('waiting') : '');
  } else if (!showAlone(link.href)) {
    if (!wouldLose()) location.assign(link.href);
    else announce(phrase(waiting.size > 0 ? 'waiting' : 'uncertain'));
  }
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-step')) return;
  event.preventDefault();
  void send(form, event.submitter);
});

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  const link = event.target.closest('a');
  if (link === null || !link.hasAttribute('data-step')) return;
  event.preventDefault();
  turns += 1;
  void go(link);
});

// Whoever must get away at once is asked nothing.
addEventListener('leaving', () => {
  turns += 1;
  waiting.clear();
  forget();
});

addEventListener('online', () => void deliver());
addEventListener('beforeunload', (event) => {
  if (waiting.size > 0) event.preventDefault();
});

/** Where the page goes when nobody touches it, on a device that is to be handed back. */
const handBack = document.getElementById('status')?.dataset['handBack'];

/**
 * When nobody has touched such a device for long enough.
 *
 * @type {ReturnType<typeof setTimeout> | undefined}
 */
let idle;

/** Counts the time without a touch from now. */
function countIdle() {
  clearTimeout(idle);
  if (handBack !== undefined) idle = setTimeout(() => leaveAlone(handBack), KIOSK_IDLE);
}

/**
 * Nobody is at it any more. What waits would be lost with the page, so it stays, and goes out when it
 * can; the questions and the answers are taken off the screen all the same.
 *
 * @param {string} address
 */
function leaveAlone(address) {
  const note = document.getElementById('put-away');
  forget();
  if (waiting.size === 0) location.replace(address);
  else if (note instanceof HTMLTemplateElement && !doorStands()) {
    turns += 1;
    document.getElementById('screen')?.replaceChildren(note.content.cloneNode(true));
    for (const about of document.querySelectorAll('#foot [data-asked]')) about.remove();
    history.replaceState(null, '', address);
  }
  countIdle();
}

/** Forgets what was typed and given, other than what waits. */
function forget() {
  rest = null;
  given.clear();
  dispatchEvent(new Event('forget-words'));
}

for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, countIdle);
countIdle();
fetchRest();
