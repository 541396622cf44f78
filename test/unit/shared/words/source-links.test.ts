import { describe, expect, it } from 'vitest';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { sourceParts } from '#shared/words/source-links.ts';

const linked = (source: string) => sourceParts(source).filter(({ href }) => href !== null);

describe('a source', () => {
  it.each([
    [
      'Barkham 2013, doi 10.1080/14733145.2012.729069',
      'https://doi.org/10.1080/14733145.2012.729069',
    ],
    ['doi 10.1016/S0749-3797(98)00017-8.', 'https://doi.org/10.1016/S0749-3797(98)00017-8'],
    ['(doi 10.1007/s42399-020-00309-w)', 'https://doi.org/10.1007/s42399-020-00309-w'],
    ['PMID 26077754', 'https://pubmed.ncbi.nlm.nih.gov/26077754/'],
    ['Kounali 2022, PMC9340848', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC9340848/'],
    ['trial record NCT05134103 (IAPT)', 'https://clinicaltrials.gov/study/NCT05134103'],
    ['NIMH ASQ toolkit (nimh.nih.gov/ASQ)', 'https://nimh.nih.gov/ASQ'],
    ['Public domain (cesd-r.com).', 'https://cesd-r.com'],
    [
      'https://www.coresystemtrust.org.uk/copyright.pdf. Barkham',
      'https://www.coresystemtrust.org.uk/copyright.pdf',
    ],
    ['coresystemtrust.org.uk/?p=42620): conditions', 'https://coresystemtrust.org.uk/?p=42620'],
    [
      'josephstrayhornmd.com/measures/phq-9_for_teens.html: stem',
      'https://josephstrayhornmd.com/measures/phq-9_for_teens.html',
    ],
    [
      'github.com/ReproNim/reproschema-library, PHQ-9',
      'https://github.com/ReproNim/reproschema-library',
    ],
  ])('%s leads to %s', (source, href) => {
    expect(linked(source)).toMatchObject([{ href }]);
  });

  it('can name two places', () => {
    expect(linked('doi 10.1080/20008198.2017.1398001; PMC12210402')).toHaveLength(2);
  });

  it.each([
    'Kroenke, Spitzer & Williams 2001 JGIM 16:606',
    'CamCOPS (extra_strings/phq9.xml): stem, items, options',
    'moodflip (populateDB.sql)',
    'javascript:alert(1)',
    'http:no.place',
    '',
  ])('leads nowhere where no address stands: %s', (source) => {
    expect(linked(source)).toEqual([]);
  });

  it('is the same text, and every link of this build is an https address', () => {
    const all = INSTRUMENTS.flatMap(({ sources, licence, wordingSources }) => [
      ...sources,
      ...licence.sources,
      ...wordingSources,
      licence.attribution,
    ]);
    expect(all.length).toBeGreaterThan(100);
    for (const source of all) {
      const parts = sourceParts(source);
      expect(parts.map(({ text }) => text).join('')).toBe(source);
      for (const { href } of parts) expect(href === null || URL.canParse(href)).toBe(true);
      for (const { href } of linked(source)) expect(href).toMatch(/^https:\/\/[a-z0-9]/);
    }
  });
});
