import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import type { Report } from '#test/demo/check.ts';
import { tellMainJob } from '#test/demo/story.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['jordan-avery']);
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** Says nothing, and fails the test at the first fact that does not hold. */
function silentReport(): Report {
  const pictures = mkdtempSync(join(inject('runFolder'), 'pictures-'));
  return {
    step: () => undefined,
    verify: (fact, holds) => expect(holds, fact).toBe(true),
    quote: () => undefined,
    picture: (name) => `${pictures}/${name}.png`,
  };
}

it('an answer on a phone ends up, scored and judged, in the notes of both EHRs', async () => {
  await tellMainJob(stage, stage.practice, silentReport());
});
