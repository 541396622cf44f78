import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedCouple } from '#test/demo/couple.ts';
import { COURSES } from '#test/demo/courses.ts';
import { seedPractice } from '#test/demo/seed.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { asClient } from '#test/support/couple.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

it('the couple of the demo shares one measure', async () => {
  const courses = COURSES.filter(({ key }) => key.endsWith('-rivera'));
  const practice = await seedPractice(backend.care, backend.setup, () => undefined, courses);
  await seedCouple(backend.care, practice);
  const clientId = practice.clients['sam-rivera'];
  if (clientId === undefined) throw new Error('Sam is not in the practice');
  const view = await asClient(backend, practice, clientId, async ({ couples }) => {
    const couple = await couples.ofClient(clientId);
    return couple === null ? null : couples.view(couple);
  });
  if (view?.is !== 'shared') throw new Error('nothing is shared');
  expect(view.measures).toMatchObject([{ measureId: 'gad7', gap: { beyondError: false } }]);
});
