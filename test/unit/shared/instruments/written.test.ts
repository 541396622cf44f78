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

  const page = pageOf(measures.map(({ measure }) => measure));
  const sectionOf = (name: string) =>
    page.split('\n### ').find((section) => section.startsWith(`${name}\n`)) ?? '';

  it('counts as sendable what can be sent, and nothing else', () => {
    const titles = [...page.matchAll(/^## (.*) \((\d+)\)$/gm)].map(([, title, count]) => [
      title,
      count,
    ]);
    const given = INSTRUMENTS.filter(({ wording }) => wording === 'given');
    const count = (use: string) => given.filter(({ licence }) => licence.use === use).length;
    expect(titles).toContainEqual(['Can be sent at once', `${count('open')}`]);
    expect(titles).toContainEqual([
      'Can be sent once the practice has confirmed its right',
      `${count('practiceConfirms')}`,
    ]);
    expect(page).toMatch(/can’t be sent \| 2 \| CSI-32, ITQ \|/);
    expect(page).not.toContain('Ready (');
  });

  it('has the answers of every measure whose questions are at hand, with what each scores', () => {
    for (const { shortTitle, items } of INSTRUMENTS) {
      if (items.length > 0) expect(sectionOf(shortTitle)).toContain('- **Answers:**');
    }
    expect(sectionOf('RAND-36')).toContain(
      'items 3 to 12: 1 Yes, limited a lot (scores 0); 2 Yes, limited a little (scores 50)',
    );
    expect(sectionOf('AUDIT-C')).toContain('item 2: 0 0, 1, or 2; 1 3 or 4');
    expect(sectionOf('CORE-10')).toContain('items 2, 3: scored in reverse');
  });

  it('prints a wording where the owner’s terms were read, with the words that go with it', () => {
    for (const { shortTitle, wording, licence, items } of INSTRUMENTS) {
      const isPrinted = wording === 'given' && licence.use !== 'locked';
      expect(sectionOf(shortTitle).includes('<details>'), shortTitle).toBe(isPrinted);
      for (const { text } of isPrinted ? items : []) {
        expect(sectionOf(shortTitle)).toContain(text.replaceAll(/\s*\n\s*/g, ' / '));
      }
    }
    expect(sectionOf('CORE-10')).toMatch(/CORE-10 © CORE System Trust[^<]*<\/details>/);
  });

  it('lists what nobody has verified, once for each value', () => {
    const [, list = ''] = page.split('\n## Not verified');
    for (const row of [
      '| PHQ-9 | minimally important difference | 5 points |',
      '| AUDIT-C | bands | 0-2 lower risk;',
      '| CAGE | wording | compared with no source |',
      '| ITQ | to be settled |',
    ]) {
      expect(list.split(row)).toHaveLength(2);
    }
    expect(list).not.toContain('| PHQ-9 | reliable change in use |');
  });

  it('leads to the sources that have an address', () => {
    expect(page).toContain('[PMID 26077754](https://pubmed.ncbi.nlm.nih.gov/26077754/)');
    expect(page).toContain(
      '[doi 10.1016/S0749-3797(98)00017-8](https://doi.org/10.1016/S0749-3797%2898%2900017-8)',
    );
  });
});
