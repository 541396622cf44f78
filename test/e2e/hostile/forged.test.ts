import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TargetType } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { mutated } from '#test/faults/messages/forge.ts';
import { CALLS, NOTICES, REQUESTS } from '#test/faults/messages/specimens.ts';
import { randomFrom } from '#test/faults/random.ts';
import { scopeOf } from '#test/support/database.ts';
import { allChanges, allReported } from '../stories/notes.ts';
import { type Stage, setStage } from '../stories/stage.ts';
import { extensionId } from './own-page.ts';
import { scriptWorld } from './script-world.ts';

const random = randomFrom(inject('seed'));
/** As they are, and changed: each at least once. */
const FORGED = [...CALLS, ...NOTICES, ...REQUESTS].flatMap((message) => [
  message,
  JSON.parse(JSON.stringify(mutated(message, random) ?? null)) as unknown,
]);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['kit-bauer']);
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** Nothing was written, and the panel still works. */
async function unharmed(panel: Awaited<ReturnType<Stage['openNote']>>): Promise<void> {
  await allReported(panel.page);
  expect(allChanges(stage.simplePractice)).toBe(0);
  await panel.page.reload();
  await panel.shows('record, name and birth date agree');
}

/** What was done about the client’s insertions and alerts; that an alert was on screen is none of it. */
async function onRecord(): Promise<readonly string[]> {
  const { backend, practice } = stage;
  const clientId = practice.clients['kit-bauer'];
  if (clientId === undefined) throw new Error('the client is not in the practice');
  const scope = scopeOf(practice.practiceId, { now: backend.care.now() });
  const rows = await backend.care.store.inPractice(scope, ({ audit }) => audit.ofClient(clientId));
  return rows
    .map(({ action }) => action)
    .filter((action) => /^(?:insertion\.|alert\.(?!seen))/.test(action));
}

it('the page shouts into every channel it has, and nobody hears', async () => {
  const panel = await stage.openNote('kit-bauer');
  await panel.shows('Goes to Simple Progress Note');
  const before = await onRecord();
  await panel.page.evaluate((messages) => {
    const host = document.querySelector('html > [popover]');
    for (const message of messages) {
      const { port2 } = new MessageChannel();
      postMessage(message, '*', [port2]);
      for (const target of [document, globalThis, host]) {
        target?.dispatchEvent(new CustomEvent('throughline', { detail: message, bubbles: true }));
        target?.dispatchEvent(new MessageEvent('message', { data: message }));
      }
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
      new BroadcastChannel('throughline.panel').postMessage(message);
    }
  }, FORGED);
  expect(await panel.text()).not.toMatch(/Inserted|Undone/);
  await unharmed(panel);
  expect(await onRecord()).toEqual(before);
});

it('who has taken over the content script gets no answer', async () => {
  const panel = await stage.openNote('kit-bauer');
  await panel.shows('Goes to Simple Progress Note');
  const world = await scriptWorld(panel.page, await extensionId(stage.browser));
  const replies = new Set<string>();
  for (const message of FORGED) replies.add(await world.send(message));
  expect([...replies]).toEqual(['null']);
  await unharmed(panel);
});

it('another extension is not heard', async () => {
  const folder = mkdtempSync(join(inject('runFolder'), 'stranger-'));
  const manifest = { manifest_version: 3, name: 'Stranger', version: '1' };
  const background = { service_worker: 'worker.js' };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, background }));
  writeFileSync(join(folder, 'worker.js'), 'globalThis.isStranger = true;');
  const ours = await extensionId(stage.browser);
  const theirs = await stage.browser.installExtension(folder);
  const target = await stage.browser.waitForTarget(
    (one) => one.type() === TargetType.SERVICE_WORKER && new URL(one.url()).host === theirs,
  );
  const worker = await target.worker();
  const panel = await stage.openNote('kit-bauer');
  await panel.shows('Goes to Simple Progress Note');
  const heard = await worker?.evaluate(knock, ours, FORGED);
  expect(heard).toEqual([]);
  await stage.browser.uninstallExtension(theirs);
  await unharmed(panel);
});

/** The part of the browser's extension interface that a stranger uses. */
declare const chrome: {
  readonly runtime: {
    sendMessage(to: string, message: unknown): Promise<unknown>;
    connect(
      to: string,
      how: { readonly name: string },
    ): {
      postMessage(message: unknown): void;
      readonly onMessage: { addListener(hear: (message: unknown) => void): void };
      readonly onDisconnect: { addListener(gone: () => void): void };
    };
  };
};

/** Runs in the stranger's worker: all that it was told. */
async function knock(ours: string, messages: readonly unknown[]): Promise<unknown[]> {
  const heard: unknown[] = [];
  for (const message of messages) {
    const reply = await chrome.runtime.sendMessage(ours, message).catch(() => null);
    if (reply !== null && reply !== undefined) heard.push(reply);
  }
  const port = chrome.runtime.connect(ours, { name: 'throughline.panel.guess' });
  const gone = new Promise<void>((resolve) => port.onDisconnect.addListener(resolve));
  port.onMessage.addListener((message) => void heard.push(message));
  await gone;
  return heard;
}
