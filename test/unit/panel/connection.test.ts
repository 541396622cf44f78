import { describe, expect, it } from 'vitest';
import type { PageToPanel, PanelToPage } from '#extension/messages/page.ts';
import { openPagePort, type Port } from '#extension/panel/connection/page-port.ts';
import { createVisibilityGate, VISIBLE_FOR_MS } from '#extension/panel/trusted/visibility.ts';
import { readingOf } from '#test/support/panel-scene.ts';

/** A port whose other end is in the test's hands. */
function fakePort() {
  const heard: ((message: unknown) => void)[] = [];
  const ended: (() => void)[] = [];
  const posted: PanelToPage[] = [];
  const port: Port = {
    onMessage: { addListener: (listener) => heard.push(listener) },
    onDisconnect: { addListener: (listener) => ended.push(listener) },
    postMessage: (message) => posted.push(message),
    disconnect: () => undefined,
  };
  return {
    port,
    posted,
    say: (message: unknown) => heard.forEach((listener) => listener(message)),
    end: () => ended.forEach((listener) => listener()),
  };
}

async function scene() {
  const ports: ReturnType<typeof fakePort>[] = [];
  const names: string[] = [];
  const waits: number[] = [];
  const timers: (() => void)[] = [];
  const heard: PageToPanel[] = [];
  const states: string[] = [];
  const link = openPagePort({
    tabs: {
      getCurrent: async () => ({ id: 7 }),
      connect(tabId, { frameId, name }) {
        names.push(`${tabId} ${frameId} ${name}`);
        const made = fakePort();
        ports.push(made);
        return made.port;
      },
    },
    nonce: 'secret-nonce',
    listener: {
      onMessage: (message) => heard.push(message),
      onConnected: () => states.push('connected'),
      onLost: () => states.push('lost'),
    },
    setTimeout(run, ms) {
      waits.push(ms);
      timers.push(run);
    },
    signal: new AbortController().signal,
  });
  await Promise.resolve();
  await Promise.resolve();
  return { link, ports, names, waits, timers, heard, states };
}

describe('the port to the page', () => {
  it('goes to the top frame of the own tab, with the nonce, and asks for a look', async () => {
    const { names, ports } = await scene();
    expect(names).toEqual(['7 0 throughline.panel.secret-nonce']);
    expect(ports[0]?.posted).toEqual([{ type: 'look' }]);
  });

  it('passes on what fits the contract and drops everything else', async () => {
    const { ports, heard, states } = await scene();
    const reading = { type: 'reading', reading: readingOf() };
    for (const message of [null, 'reading', { type: 'other' }, { type: 'reading', reading: {} }]) {
      ports[0]?.say(message);
    }
    expect(heard).toEqual([]);
    expect(states).toEqual([]);
    ports[0]?.say(reading);
    expect(heard).toEqual([reading]);
    expect(states).toEqual(['connected']);
  });

  it('says when it is lost, waits longer each time, and comes back', async () => {
    const { link, ports, states, waits, timers } = await scene();
    ports[0]?.end();
    expect(states).toEqual(['lost']);
    expect(link.send({ type: 'look' })).toBe(false);
    timers[0]?.();
    await Promise.resolve();
    await Promise.resolve();
    ports[1]?.end();
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
    timers[1]?.();
    await Promise.resolve();
    await Promise.resolve();
    expect(link.send({ type: 'look' })).toBe(true);
    ports[0]?.say({ type: 'pageFights' });
    expect(states).toEqual(['lost', 'lost']);
  });
});

function gate() {
  const changes: boolean[] = [];
  const timers = new Map<number, () => void>();
  const made = createVisibilityGate({
    setTimeout(run, ms) {
      expect(ms).toBe(VISIBLE_FOR_MS);
      timers.set(timers.size + 1, run);
      return timers.size;
    },
    clearTimeout: (timer) => timers.delete(timer),
    onChange: (open) => changes.push(open),
  });
  const pass = () => timers.forEach((run) => run());
  return { ...made, changes, pass };
}

describe('the visibility gate', () => {
  const visible = { isVisible: true, intersectionRatio: 1 };

  it('opens after half a second of being truly visible', () => {
    const { hear, pass, changes } = gate();
    hear(visible);
    expect(changes).toEqual([]);
    pass();
    expect(changes).toEqual([true]);
  });

  it.each([
    ['covered or faded', { isVisible: false, intersectionRatio: 1 }],
    ['half out of view', { isVisible: true, intersectionRatio: 0.5 }],
    ['gone', { isVisible: false, intersectionRatio: 0 }],
  ])('stays shut when the button was %s meanwhile', (_what, entry) => {
    const { hear, pass, changes } = gate();
    hear(visible);
    hear(entry);
    pass();
    expect(changes).toEqual([false]);
  });

  it('shuts at once', () => {
    const { hear, pass, changes } = gate();
    hear(visible);
    pass();
    hear({ isVisible: false, intersectionRatio: 1 });
    expect(changes).toEqual([true, false]);
  });

  it('asks only for being in view where the browser can’t tell more', () => {
    const { hear, pass, changes } = gate();
    hear({ intersectionRatio: 1 });
    pass();
    expect(changes).toEqual([true]);
  });
});
