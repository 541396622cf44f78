import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { killBackend, killBoth, killServer, startSecond } from '#test/faults/rounds.ts';
import { newDirectory } from '#test/support/database.ts';

/** The short form of `npm run faults`: every round once, on one directory that lives on. */
const directory = newDirectory();
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('the database is killed under its writers: nothing acknowledged is lost or doubled', async () => {
  const outcome = await killServer(directory, 10);
  expect(outcome).toMatchObject({ lost: 0, doubled: 0 });
  expect(outcome.acknowledged).toBeGreaterThanOrEqual(40);
});

test('the backend is killed: the next one takes the live database over', async () => {
  const outcome = await killBackend(directory, 10);
  expect(outcome).toMatchObject({ lost: 0, doubled: 0 });
  expect(outcome.acknowledged).toBeGreaterThanOrEqual(40);
});

test('both are killed: the next start recovers', async () => {
  const outcome = await killBoth(directory, 10);
  expect(outcome).toMatchObject({ lost: 0, doubled: 0 });
  expect(outcome.acknowledged).toBeGreaterThanOrEqual(40);
});

test('a second backend is refused, the running one named, and nothing is lost', async () => {
  const { first, outcome, refusals } = await startSecond(directory, 5);
  const databasePid = first.serverPid;
  expect(refusals).toHaveLength(5);
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ reason: 'alreadyRunning', databasePid });
  }
  expect(outcome).toMatchObject({ lost: 0, doubled: 0 });
});
