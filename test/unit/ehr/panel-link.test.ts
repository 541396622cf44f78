import { beforeEach, describe, expect, test } from 'vitest';
import { createPanelLink, type PanelPort } from '#extension/frame/panel-link.ts';
import { type PanelToPage, panelPortName } from '#extension/messages/page.ts';

const OWN = 'throughline-extension';

/** A browser's port in memory: what was posted, and how to speak and hang up from the other end. */
function portNamed(name: string, senderId: string | undefined = OWN) {
  const listeners: ((message: unknown) => void)[] = [];
  const goodbyes: (() => void)[] = [];
  const posted: unknown[] = [];
  const state = { hungUp: false };
  const port: PanelPort = {
    name,
    sender: { id: senderId },
    onMessage: { addListener: (listener) => void listeners.push(listener) },
    onDisconnect: { addListener: (listener) => void goodbyes.push(listener) },
    postMessage: (message) => void posted.push(message),
    disconnect: () => {
      state.hungUp = true;
    },
  };
  return {
    port,
    posted,
    state,
    speak: (message: unknown) => listeners.forEach((listener) => listener(message)),
    leave: () => goodbyes.forEach((listener) => listener()),
  };
}

let heard: PanelToPage[];
let nonce: string | null;
beforeEach(() => {
  heard = [];
  nonce = 'n1';
});

function link() {
  return createPanelLink({
    extensionId: OWN,
    nonce: () => nonce,
    onMessage: (message) => heard.push(message),
  });
}

describe('a port is refused', () => {
  test.each([
    ['with another nonce', panelPortName('n2'), OWN],
    ['with another name', 'throughline.other.n1', OWN],
    ['of another extension', panelPortName('n1'), 'somebody-else'],
  ])('%s', (_, name, sender) => {
    const other = portNamed(name, sender);
    link().offer(other.port);
    other.speak({ type: 'look' });
    expect([other.state.hungUp, heard]).toEqual([true, []]);
  });

  test('while no frame is mounted', () => {
    nonce = null;
    const early = portNamed(panelPortName('null'));
    link().offer(early.port);
    expect(early.state.hungUp).toBe(true);
  });

  test('while another is open, and accepted once that one has left', () => {
    const line = link();
    const [first, second, third] = [1, 2, 3].map(() => portNamed(panelPortName('n1')));
    line.offer(first?.port as PanelPort);
    line.offer(second?.port as PanelPort);
    expect(second?.state.hungUp).toBe(true);
    first?.leave();
    line.offer(third?.port as PanelPort);
    expect(third?.state.hungUp).toBe(false);
  });
});

test('only what the contract allows is heard', () => {
  const panel = portNamed(panelPortName('n1'));
  link().offer(panel.port);
  for (const message of [
    null,
    'look',
    {},
    { type: 'save' },
    { type: 'insert' },
    { type: 'look' },
  ]) {
    panel.speak(message);
  }
  expect(heard).toEqual([{ type: 'look' }]);
});

test('a panel whose frame has gone is not heard any more', () => {
  const panel = portNamed(panelPortName('n1'));
  link().offer(panel.port);
  nonce = 'n2';
  panel.speak({ type: 'look' });
  expect(heard).toEqual([]);
});

test('the panel is told, and nobody else', () => {
  const line = link();
  line.tell({ type: 'pageFights' });
  const panel = portNamed(panelPortName('n1'));
  line.offer(panel.port);
  line.tell({ type: 'pageFights' });
  expect(panel.posted).toEqual([{ type: 'pageFights' }]);
});
