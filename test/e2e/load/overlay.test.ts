import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { measureOverlay, type OverlayFigures } from '#test/load/overlay/measure.ts';
import { sharedBuild } from '#test/support/extension-build.ts';

/** Counts for a moment in every page, under the name of an extension that the measurement knows. */
function writeCountingExtension(folder: string): void {
  const own = join(folder, 'vimium');
  mkdirSync(own, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Counts',
    version: '1.2.3',
    content_scripts: [{ matches: ['https://*/*'], js: ['count.js'] }],
  };
  writeFileSync(join(own, 'manifest.json'), JSON.stringify(manifest));
  const script = 'let sum = 0; for (let turn = 0; turn < 5e7; turn += 1) sum += turn % 7;';
  writeFileSync(join(own, 'count.js'), script);
}

/** One of everything: whether it measures, not what. */
let figures: OverlayFigures;
beforeAll(async () => {
  const runFolder = inject('runFolder');
  const othersIn = join(runFolder, 'other-extensions');
  writeCountingExtension(othersIn);
  figures = await measureOverlay({
    extensionDir: await sharedBuild(runFolder),
    othersIn,
    effort: { rounds: 1, watchedForMs: 300, openings: 1 },
    pages: ['busyList'],
  });
});

describe('a short measurement of the overlay', () => {
  it('names what it is measured beside, and what is left out', () => {
    expect(figures.beside).toEqual({ vimium: '1.2.3' });
    expect(figures.skipped['keepassxcBrowser']).toContain('not there');
  });

  it('sees both extensions’ scripts in the page', () => {
    const costs = figures.withoutClient['busyList']?.costs ?? {};
    expect(Object.keys(costs).toSorted()).toEqual(['throughline', 'vimium']);
    for (const { scriptMs, scripts, characters } of Object.values(costs)) {
      expect(scriptMs.median).toBeGreaterThan(0);
      expect(scripts).toBe(1);
      expect(characters).toBeGreaterThan(50);
    }
  });

  it('puts ours beside theirs and holds it against the aim', () => {
    expect(figures.withoutClient['busyList']?.ratios['vimium']?.median).toBeGreaterThan(0);
    expect(figures.aims.map(({ figure }) => figure)).toEqual([
      'script time on "busyList" beside vimium',
    ]);
  });

  it('sees that a second script comes where the panel is open', () => {
    expect(figures.panelOpen.costs['throughline']?.scripts).toBe(2);
  });

  it('times each way to a drawn panel beside the bare page', () => {
    for (const { panel, bare, p50ToBare, p95ToBare } of Object.values(figures.opening)) {
      expect([panel.times, bare.times]).toEqual([1, 1]);
      expect(p50ToBare).toBeGreaterThan(0);
      expect(p95ToBare).toBeGreaterThanOrEqual(p50ToBare);
    }
  });
});
