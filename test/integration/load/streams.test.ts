import { expect, it } from 'vitest';
import { measureStreams } from '#test/load/streams/measure.ts';

it('what is measured reaches its clinician, each alert once, and nobody else', async () => {
  const figures = await measureStreams({ practices: 2, clinicians: 25 }, 2);
  expect(figures).toMatchObject({ streams: 50, foreign: 0, missing: 0 });
  expect(figures.real.p99).toBeGreaterThan(0);
  expect(figures.bare.p99).toBeGreaterThan(0);
});
