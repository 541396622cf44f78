import { expect, inject, it } from 'vitest';
import { CLIENT_PAGE_LIMIT, CONTENT_SCRIPT_LIMIT, PANEL_LIMIT } from '#test/load/sizes/measure.ts';
import { type BuildSizes, sizesOf } from '#test/load/sizes/sizes.ts';
import { sharedBuild } from '#test/support/extension-build.ts';

async function weigh(): Promise<BuildSizes> {
  return sizesOf(await sharedBuild(inject('runFolder')));
}

it('an EHR’s page without a client loads one script of less than 15,000 bytes', async () => {
  const { contentScript } = await weigh();
  expect(contentScript.files).toHaveLength(1);
  expect(contentScript.gzipBytes).toBeGreaterThan(1_000);
  expect(contentScript.gzipBytes).toBeLessThan(CONTENT_SCRIPT_LIMIT);
});

it('what shows the panel and writes is loaded apart, less than 15,000 bytes more', async () => {
  const { contentScript, clientPage } = await weigh();
  expect(contentScript.files).not.toContain('client-page.js');
  expect(clientPage.gzipBytes).toBeGreaterThan(1_000);
  expect(clientPage.gzipBytes).toBeLessThan(CLIENT_PAGE_LIMIT);
});

it('a panel loads less than 110,000 bytes, all scripts and styles counted', async () => {
  const { panel } = await weigh();
  expect(panel.files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(0);
  expect(panel.files.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0);
  expect(panel.gzipBytes).toBeGreaterThan(1_000);
  expect(panel.gzipBytes).toBeLessThan(PANEL_LIMIT);
});
