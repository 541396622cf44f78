import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { insertionsOf, insertionsReach } from '#test/demo/steps/insertions.ts';
import { killWorker, ringAlarm } from '#test/support/extension-worker.ts';
import { type Front, openFront } from '#test/support/front.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { databaseText, forgetSession, storedText } from './extension.ts';
import { insertUnheard } from './insert-unheard.ts';
import { type Stage, setStage } from './stage.ts';

const CLIENT = 'riley-chen';

let front: Front;
let stage: Stage;
beforeAll(async () => {
  front = await openFront();
  stage = await setStage([CLIENT], { front });
  await stage.signIn();
});
afterEach(async () => {
  await front.become('open');
  await stage.clear();
});
afterAll(async () => {
  await stage.close();
  await front.close();
});

/** What the extension's own databases and settings are made of, in the profile on the disk. */
const OWN_FOLDERS =
  /^(IndexedDB|Local Extension Settings|Sync Extension Settings|Extension State)$/;

/** Bytes of every file in which the extension may keep something, as letters. */
function profileText(): string {
  const asked = stage.browser.process()?.spawnargs ?? [];
  const folder = asked.find((word) => word.startsWith('--user-data-dir='))?.split('=')[1] ?? '';
  const own = filesIn(join(folder, 'Default')).filter((file) =>
    file.split('/').some((name) => OWN_FOLDERS.test(name)),
  );
  expect(own.length).toBeGreaterThan(0);
  return own.map((file) => readFileSync(file, 'latin1')).join('\n');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

/** A text as its bytes lie on a disk: UTF-8, or UTF-16 as IndexedDB keeps it. */
function asBytes(text: string): readonly string[] {
  return (['utf8', 'utf16le'] as const).map((encoding) =>
    Buffer.from(text, encoding).toString('latin1'),
  );
}

async function insertWhileAway(panel: PanelDriver): Promise<string> {
  await panel.shows('Goes to Simple Progress Note');
  await until('it can be sealed', async () =>
    (await storedText(panel)).session.includes('sealingGrant'),
  );
  const text = await insertUnheard(panel, front, 'closed');
  await panel.shows('This could not be entered in your practice’s register yet.');
  return text;
}

it('keeps what no server could be told through a restart, and nobody can read it meanwhile', async () => {
  const before = await insertionsOf(stage, stage.practice, CLIENT);
  const panel = await stage.openNote(CLIENT);
  const text = await insertWhileAway(panel);

  const kept = await databaseText(panel);
  expect(kept).toContain('"encapsulated"');
  const { local } = await storedText(panel);
  const line = text.split('\n').find((one) => one.length > 20) ?? text;
  const disk = profileText();
  for (const secret of [line, 'Riley', 'Chen']) {
    expect(`${kept}${local}`).not.toContain(secret);
    for (const bytes of asBytes(secret)) expect(disk).not.toContain(bytes);
  }

  // Memory goes with the browser; the disk stays.
  await killWorker(stage.browser);
  await forgetSession(panel);
  await front.become('open');
  expect(await insertionsOf(stage, stage.practice, CLIENT)).toBe(before);
  await stage.signIn();
  // The worker sees to what it keeps every minute, and here at once.
  await ringAlarm(await panel.frame());
  await insertionsReach(stage, stage.practice, CLIENT, before + 1);
});
