import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { InsertionId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { insertionInput } from '#test/support/inputs.ts';
import { aStaffMember, valueOf } from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';
import { asked, recorded, refusalOf } from './replies.ts';

let backend: TestBackend;
let scene: Scene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
});
afterAll(() => backend.close());

/** A report of a text that was written from a brief of this moment. */
const report = () => ({
  ...insertionInput(scene.clientId, v7() as InsertionId),
  briefAsOf: instantOf(backend.clock.now),
});
const tell = (input: object) => asked(backend, scene, 'insertions.record', input);
const inStore = <T>(work: Parameters<typeof backend.care.store.inPractice<T>>[1]) =>
  backend.care.store.inPractice(
    scopeOf(scene.practiceId, { now: instantOf(backend.clock.now) }),
    work,
  );
const leave = () =>
  inStore(({ caseload }) => caseload.end(scene.clinician.staffId, scene.clientId));

it('a client who left the caseload is shown no more, until they come back', async () => {
  backend.clock.pass(60_000);
  expect(await leave()).toBe(true);
  expect(await leave()).toBe(false);
  await expect(briefOf(backend, scene, scene.clinician)).rejects.toThrow('unlinked');
  expect(await valueOf(await asked(backend, scene, 'caseload.list', undefined))).toEqual([]);
  expect(await refusalOf(await asked(backend, scene, 'events.remove', scene))).toBe('notFound');
  backend.clock.pass(60_000);
  await inStore(({ caseload }) => caseload.assign(scene.clinician.staffId, scene.clientId));
  const { client } = await briefOf(backend, scene, scene.clinician);
  expect(client.clientId).toBe(scene.clientId);
});

it('a text that was written before the client left is still taken into the register', async () => {
  const before = report();
  backend.clock.pass(60_000);
  await leave();
  backend.clock.pass(60_000);
  expect((await tell(before)).status).toBe(200);
  expect((await tell(before)).status).toBe(200);
  expect(await recorded(backend, scene, 'insertion.recorded')).toHaveLength(2);
  expect(await refusalOf(await tell(report()))).toBe('notFound');
});

it('handing a caseload over ends it for whoever leaves, and the log says so', async () => {
  const successor = await aStaffMember(backend, scene.practiceId);
  const { staffId } = scene.clinician;
  backend.clock.pass(60_000);
  await backend.setup.switchOffStaff(scene.practiceId, staffId, successor.staffId);
  expect(await recorded(backend, scene, 'caseload.ended')).toEqual([{ staffId }]);
  const { client } = await briefOf(backend, scene, successor);
  expect(client.clientId).toBe(scene.clientId);
  const again = await backend.setup.switchOffStaff(scene.practiceId, staffId, successor.staffId);
  expect(again).toMatchObject({ caseload: [], handedOver: [], uncovered: [] });
});
