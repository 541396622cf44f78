import { expect, it } from 'vitest';
import { measureSubmissions } from '#test/load/submissions/measure.ts';

it('what is measured is stored, judged and recorded, each submission once', async () => {
  const { left, insertsToSubmission } = await measureSubmissions({ rounds: 2, submissions: 10 });
  expect(left['response']).toBe(20);
  // Every fifth of them answered the ninth item positively.
  expect(left['alert']).toBeGreaterThanOrEqual(4);
  // Sent and submitted, twenty times each, and at least four alerts opened.
  expect(left['audit_event']).toBeGreaterThanOrEqual(44);
  expect(insertsToSubmission).toBeGreaterThan(0);
});
