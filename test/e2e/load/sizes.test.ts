import { expect, inject, it } from 'vitest';
import { CONTENT_SCRIPT_LIMIT, PANEL_LIMIT } from '#test/load/sizes/measure.ts';
import { type BuildSizes, sizesOf } from '#test/load/sizes/sizes.ts';
import { sharedBuild } from '#test/support/extension-build.ts';

async function weigh(): Promise<BuildSizes> {
  return sizesOf(await sharedBuild(inject('runFolder')));
}

it('an EHR’s page loads one script of less than 15,000 bytes', async () => {
  const { contentScript } = await weigh();
  expect(contentScript.files).toEqual(['ehr.js']);
  expect(contentScript.gzipBytes).toBeGreaterThan(1_000);
  expect(contentScript.gzipBytes).toBeLessThan(CONTENT_SCRIPT_LIMIT);
});

it('a panel loads less than 110,000 bytes, all scripts and styles counted', async () => {
  const { panel } = await weigh();
  expect(panel.files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(0);
  expect(panel.files.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0);
  expect(panel.gzipBytes).toBeGreaterThan(1_000);
  expect(panel.gzipBytes).toBeLessThan(PANEL_LIMIT);
});
