import type { Sender } from '#extension/local/senders.ts';
import type { Random } from '../random.ts';
import { OWN_ID, OWN_ORIGIN } from './watched-browser.ts';

const PAGE = 'https://secure.simplepractice.com/appointments/2718400101';
const PANEL = `${OWN_ORIGIN}/panel.html#nonce`;
const script = { id: OWN_ID, url: PAGE, frameId: 0, tab: { id: 7 }, documentId: 'D7' };

/** The one stranger that is heard: the content script's world, which a page may have taken over. */
export const TAKEN_OVER: Sender = script;

/** Who else may speak, each wrong in one thing or more. */
export const STRANGERS: readonly Sender[] = [
  { ...script, frameId: 3 },
  { ...script, tab: undefined },
  { ...script, url: 'https://evil.example/' },
  { ...script, url: 'https://secure.simplepractice.com.evil.example/clients/1/overview' },
  { ...script, url: 'http://secure.simplepractice.com/clients/1/overview' },
  { ...script, url: 'https://secure.simplepractice.com:8443/clients/1/overview' },
  { ...script, url: `data:text/html,${PANEL}` },
  { ...script, url: `blob:${PANEL}` },
  { ...script, url: 'about:srcdoc' },
  { ...script, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' },
  { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', url: PANEL, frameId: 0, tab: { id: 7 } },
  { id: OWN_ID, url: `${OWN_ORIGIN}.evil.example/panel.html` },
  { id: OWN_ID, url: `${OWN_ORIGIN}x/panel.html` },
  { id: OWN_ID, url: OWN_ORIGIN },
  { id: OWN_ID, origin: OWN_ORIGIN, frameId: 0, tab: { id: 7 } },
  { url: PANEL, frameId: 0 },
  {},
];

/** Values that break careless code. */
const ODD: readonly unknown[] = [
  null,
  undefined,
  true,
  -1,
  Number.NaN,
  2 ** 53,
  '',
  'x'.repeat(30_000),
  '__proto__',
  'constructor',
  'toString',
  '<img src=x onerror=alert(1)>',
  [],
  {},
  [[[[]]]],
  { length: 1e9 },
  { toJSON: 'x', valueOf: 'y' },
];

/** Changes a message here and there; now and then not at all. */
export function mutated(message: unknown, random: Random): unknown {
  const copy: unknown = structuredClone(message);
  const times = random.below(4);
  let result = copy;
  for (let time = 0; time < times; time += 1) result = changeOne(result, random);
  return result;
}

function changeOne(message: unknown, random: Random): unknown {
  if (typeof message !== 'object' || message === null || random.chance(0.1)) {
    return odd(random);
  }
  const keys = Object.keys(message);
  if (keys.length === 0 || random.chance(0.15)) return withExtra(message, random);
  const key = random.pick(keys);
  const inner: unknown = Reflect.get(message, key);
  if (random.chance(0.2)) Reflect.deleteProperty(message, key);
  else put(message, key, random.chance(0.6) ? changeOne(inner, random) : odd(random));
  return message;
}

/** A key that no message has, such as those by which prototypes are reached. */
function withExtra(message: object, random: Random): object {
  const key = random.pick(['__proto__', 'constructor', 'tabId', 'url', 'id', 'origin', 'sender']);
  return put(message, key, odd(random));
}

/** Its own, whatever the name: none of them is to reach a prototype of this program. */
function put(message: object, key: string, value: unknown): object {
  const own = { value, enumerable: true, configurable: true, writable: true };
  return Object.defineProperty(message, key, own);
}

/** Never the same object twice: a later change must not reach it. */
function odd(random: Random): unknown {
  return structuredClone(random.pick(ODD));
}
