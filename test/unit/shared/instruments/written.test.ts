import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ON_DEMAND } from '#shared/instruments/on-demand.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { catalogueOf, onDemandOf } from '#test/setup/measures/catalogue.ts';
import { CATALOGUE_FILE, ON_DEMAND_FILE, PAGE_FILE } from '#test/setup/measures/files.ts';
import { pageOf } from '#test/setup/measures/page.ts';
import { readMeasures } from '#test/setup/measures/read.ts';

describe('what `npm run measures` writes', async () => {
  const measures = await readMeasures();

  it('lists every measure that has a file', async () => {
    const written = await readFile(CATALOGUE_FILE, 'utf8');
    expect(written).toBe(catalogueOf(measures.map(({ file }) => file)));
    expect(INSTRUMENTS.map(({ id }) => id)).toEqual(measures.map(({ measure }) => measure.id));
  });

  it('loads every one of them by itself', async () => {
    expect(await readFile(ON_DEMAND_FILE, 'utf8')).toBe(onDemandOf(measures));
    const each = await Promise.all(Object.values(ON_DEMAND).map((load) => load()));
    expect(each).toEqual(INSTRUMENTS);
    expect(Object.keys(ON_DEMAND)).toEqual(INSTRUMENTS.map(({ id }) => id));
  });

  it('describes every measure as its file has it', async () => {
    const written = await readFile(PAGE_FILE, 'utf8');
    expect(written).toBe(pageOf(measures.map(({ measure }) => measure)));
  });

  it('names licence, source and standing of what it says', async () => {
    const page = pageOf(measures.map(({ measure }) => measure));
    expect(page).toContain('### PHQ-9');
    expect(page).toContain('week 4, 17 or more');
    expect(page).toContain('times 2, 0 to 42');
    expect(page).toContain('>= 3 (items that score 2 or more)');
    expect(page).toContain('origin not established (unsettled, not applied)');
    expect(page).toContain('6 points or more, borrowed');
    expect(page).toContain('| OQ-45.2 / OQ-30 | OQ Measures LLC, paid licence. |');
  });
});
