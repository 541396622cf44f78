import { setImmediate as turn } from 'node:timers/promises';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { v7 } from 'uuid';
import { createPanelLink } from '#extension/frame/panel-link.ts';
import { listen } from '#extension/local/listeners.ts';
import type { Sender } from '#extension/local/senders.ts';
import { createWorker } from '#extension/local/worker.ts';
import { panelPortName } from '#extension/messages/port-name.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';
import { fakeFetch } from '#test/support/fake-fetch.ts';
import { JORDAN } from '#test/support/panel-scene.ts';
import { type Random, randomFrom } from '../random.ts';
import type { Outcome, Play } from '../report.ts';
import { privileged } from './effects.ts';
import { mutated, STRANGERS, TAKEN_OVER } from './forge.ts';
import { CALLS, NOTICES, REQUESTS } from './specimens.ts';
import { OWN_ID, OWN_ORIGIN, watchedBrowser } from './watched-browser.ts';

const BACKEND = 'http://127.0.0.1:7317';
/** What a reading of the taken-over page may make the worker ask early, for itself. */
const EARLY = new Set(['brief.ofRecord', 'session.whoAmI'].map((name) => `${BACKEND}/rpc/${name}`));

/** What came of forged messages. */
export interface ForgedOutcome extends Outcome {
  /** Of these, readings of the taken-over page that the worker took in: proof that it listens. */
  readonly heard: number;
  /** What a stranger made the worker or the page do. Must be empty; the first few are kept. */
  readonly effects: readonly string[];
  /** Of anything but "heard". Must be 0. */
  readonly bytesReturned: number;
  /** Whether a page of our own still got its answer at the end. */
  readonly workerLives: boolean;
}

/** After so many the worker begins anew: it would hold the tab of who has said a hundred at once. */
const HEARD_OF_ONE = 50;

/** Turns of the event loop in which a worker that has begun does nothing any more. */
const QUIET_TURNS = 50;

/** Sends so many forged messages; the same seed sends the same. */
export async function forgeMessages({ seed, count }: Play): Promise<ForgedOutcome> {
  const random = randomFrom(seed);
  // In two browsers: what the one that is heard leaves to be done must not count for the others.
  const strange = await startScene();
  const listening = inTurns(startScene, HEARD_OF_ONE);
  const effects: string[] = [];
  let bytesReturned = 0;
  for (let sent = 0; sent < count; sent += 1) {
    if (random.chance(0.2)) {
      effects.push(...knock(random));
      continue;
    }
    const { message, sender } = forged(random);
    const isHeard = sender === TAKEN_OVER;
    const scene = isHeard ? await listening.next() : strange;
    const reply = await scene.say(message, sender);
    if (reply !== undefined && reply !== null) bytesReturned += JSON.stringify(reply).length;
    effects.push(...scene.effects(isHeard).map((use) => `message ${sent}: ${use}`));
  }
  const all = [strange, ...listening.all()];
  const lives = await Promise.all(all.map((scene) => scene.answersOwnPage()));
  const workerLives = lives.every(Boolean);
  return {
    tried: count,
    heard: listening.all().reduce((sum, scene) => sum + scene.heard(), 0),
    effects: effects.slice(0, 20),
    bytesReturned,
    workerLives,
    ok: effects.length + bytesReturned === 0 && workerLives,
  };
}

/** Resolves when nothing more was done in many turns of the event loop, at least once something was. */
async function quiet(done: () => number): Promise<void> {
  let began = false;
  for (let idle = 0; idle < QUIET_TURNS; idle += 1) {
    await turn();
    const didSomething = done() > 0;
    began ||= didSomething;
    if (didSomething || !began) idle = 0;
  }
}

/** Makes a new one after each has been taken so many times. */
function inTurns<One>(make: () => Promise<One>, times: number) {
  const all: One[] = [];
  let taken = 0;
  return {
    async next(): Promise<One> {
      const newest = all.at(-1);
      taken += 1;
      if (newest !== undefined && taken % times !== 0) return newest;
      const one = await make();
      all.push(one);
      return one;
    },
    all: (): readonly One[] => all,
  };
}

function forged(random: Random) {
  const specimen = random.pick(random.chance(0.6) ? CALLS : [...NOTICES, ...REQUESTS]);
  const sender = random.chance(0.4) ? TAKEN_OVER : random.pick(STRANGERS);
  return { message: mutated(specimen, random), sender };
}

/** A worker with a clinician signed in, over a server that gives away all it has. */
async function startScene() {
  const expiresAt = '2099-01-01T00:00:00.000Z';
  const browser = watchedBrowser({
    bearerToken: { token: 'bearer-secret', backend: BACKEND, expiresAt },
  });
  let asked: string[] = [];
  let heard = 0;
  const brief = inventedFacts({ lines: [] });
  const worker = createWorker({
    browser: browser.api,
    build: BACKEND,
    fetch: fakeFetch(({ url }) => {
      asked.push(url);
      // Of the line that a worker keeps by itself: it ends for good, and is no message's doing.
      if (url === `${BACKEND}/live`) return new Response(null, { status: 403 });
      return Response.json({ result: { data: { verdict: 'certain', brief } } });
    }),
    crypto,
    now: () => new Date('2026-11-21T00:58:00.000Z'),
    newId: () => v7(),
    installation: () => ({ extensionVersion: '0.0.0', browser: 'chrome' }),
    engine: { indexedDB: new IDBFactory(), IDBKeyRange },
  });
  listen(browser.api, worker, OWN_ORIGIN);
  // What a worker does when it begins is nobody's doing either.
  await quiet(() => [...browser.takeUses(), ...asked.splice(0)].length);
  const say = (message: unknown, sender: Sender) => deliver(browser, message, sender);
  return {
    say,
    effects(isHeard: boolean): readonly string[] {
      const fromServer = asked.filter((url) => !isHeard || !EARLY.has(url));
      heard += asked.length - fromServer.length;
      asked = [];
      const used = browser.takeUses();
      const counted = isHeard ? privileged(used) : used;
      return [...fromServer, ...counted.map((use) => JSON.stringify(use).slice(0, 200))];
    },
    heard: () => heard,
    /** Of another tab: one that floods the worker is held by itself. */
    async answersOwnPage() {
      const input = { ehr: 'simplepractice', subject: JORDAN };
      const sender = { id: OWN_ID, url: `${OWN_ORIGIN}/panel.html#n`, tab: { id: 8 }, frameId: 3 };
      const reply = await say({ type: 'call', call: 'brief.get', input }, sender);
      return JSON.stringify(reply).includes(brief.client.displayName);
    },
  };
}

/** Delivers a message as the browser does; undefined when nobody answers. */
function deliver(
  browser: ReturnType<typeof watchedBrowser>,
  message: unknown,
  sender: Sender,
): Promise<unknown> {
  return new Promise((resolve) => {
    const listeners = browser.listeners('runtime.onMessage') as readonly ((
      ...args: readonly unknown[]
    ) => unknown)[];
    const kept = listeners.map((listener) => listener(message, sender, resolve));
    if (!kept.includes(true)) resolve(undefined);
  });
}

/** Knocks at a page with a port that is not its panel's, or speaks nonsense on the one that is. */
function knock(random: Random): readonly string[] {
  const did: string[] = [];
  const nonce = 'c0ffee00-0000-4000-8000-000000000000';
  const link = createPanelLink({
    extensionId: OWN_ID,
    nonce: () => nonce,
    onMessage: ({ type }) => void did.push(`the page did "${type}" for a stranger`),
  });
  const heard: ((message: unknown) => void)[] = [];
  const isOurs = random.chance(0.3);
  const names = ['', nonce, panelPortName(''), panelPortName(`${nonce} `), panelPortName('*')];
  link.offer({
    name: isOurs ? panelPortName(nonce) : random.pick(names),
    sender: { id: isOurs ? random.pick(['', 'another', undefined]) : OWN_ID },
    onMessage: { addListener: (listener) => void heard.push(listener) },
    onDisconnect: { addListener: () => undefined },
    postMessage: () => void did.push('the page told a stranger something'),
    disconnect: () => undefined,
  });
  link.tell({ type: 'pageFights' });
  for (const listener of heard) listener(mutated(random.pick(REQUESTS), random));
  return did;
}
