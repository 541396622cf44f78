import type { ExtensionApi } from '#extension/local/extension-api.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';

/** One use of the browser's extension interface, such as `tabs.create`. */
export interface Use {
  readonly path: string;
  readonly args: readonly unknown[];
}

/** A browser in memory that keeps every use of its interface. */
export interface WatchedBrowser {
  readonly api: ExtensionApi;
  /** All uses since they were last taken. */
  readonly takeUses: () => readonly Use[];
  /** Who listens to an event, such as `runtime.onMessage`. */
  readonly listeners: (event: string) => readonly ((...args: never[]) => unknown)[];
}

/** The extension's id in it. */
export const OWN_ID = 'abcdefghijklmnopabcdefghijklmnop';
/** Its origin. */
export const OWN_ORIGIN = `chrome-extension://${OWN_ID}`;

/** What is answered; everything else answers `undefined`. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  'permissions.contains': true,
  'management.getSelf': { installType: 'development' },
  'alarms.get': {},
  'tabs.query': [],
};

/** Makes one that holds these things in its session's storage. */
export function watchedBrowser(session: Readonly<Record<string, unknown>>): WatchedBrowser {
  let uses: Use[] = [];
  const heard = new Map<string, ((...args: never[]) => unknown)[]>();
  const areas: Readonly<Record<string, ReturnType<typeof memoryStorage>>> = {
    session: memoryStorage(session),
    local: memoryStorage(),
    managed: memoryStorage(),
  };

  async function use(path: string, args: readonly unknown[]): Promise<unknown> {
    const [, area = '', action = ''] = /^storage\.(\w+)\.(get|set|remove)$/.exec(path) ?? [];
    const storage = areas[area];
    if (action !== 'get') uses.push({ path, args });
    if (storage === undefined) return ANSWERS[path];
    return Reflect.apply(Reflect.get(storage, action), storage, args);
  }

  /** Any part of the interface: what is called on it is kept, who listens to it is remembered. */
  const part = (path: string): object =>
    new Proxy(() => undefined, {
      get: (_target, name) => (typeof name === 'symbol' ? undefined : memberOf(path, name)),
      apply: (_target, _this, args: unknown[]) => use(path, args),
    });
  const memberOf = (path: string, name: string): unknown => {
    if (path === 'runtime' && name === 'id') return OWN_ID;
    if (name !== 'addListener') return part(path === '' ? name : `${path}.${name}`);
    return (listener: (...args: never[]) => unknown) => {
      heard.set(path, [...(heard.get(path) ?? []), listener]);
    };
  };
  return {
    // Made of nothing but what is asked of it; the worker's own code decides what that is.
    api: part('') as ExtensionApi,
    takeUses() {
      const taken = uses;
      uses = [];
      return taken;
    },
    listeners: (event) => heard.get(event) ?? [],
  };
}
