import { describe, expect, it } from 'vitest';
import { COUNTRIES } from '#shared/crisis/countries.ts';
import { crisisText } from '#shared/crisis/crisis-text.ts';

const LANGUAGES = ['english', 'spanish'] as const;
const PLACES = [...Object.keys(COUNTRIES), 'FR'];

describe('crisis resources of the United States', () => {
  it.each([
    ['lifeline988', '988', '988', null],
    ['emergency911', '911', undefined, undefined],
    ['crisisTextLine', null, '741741', 'HOME'],
  ])('%s: call %s, text %s', (id, call, number, body) => {
    const { resources } = crisisText('US', 'english');
    const resource = resources.find((candidate) => candidate.id === id);
    expect(resource?.call).toBe(call);
    expect(resource?.text?.number).toBe(number);
    expect(resource?.text?.body).toBe(body);
  });

  it('say another word to send in Spanish', () => {
    const { resources } = crisisText('US', 'spanish');
    expect(resources.find(({ id }) => id === 'crisisTextLine')?.text?.body).toBe('HOLA');
  });
});

describe.each(PLACES)('crisis resources of %s', (country) => {
  it.each(LANGUAGES)('name a source, a way and no empty word in %s', (language) => {
    const { resources, ...words } = crisisText(country, language);
    expect(resources.length).toBeGreaterThan(1);
    for (const { source, how, name } of resources) {
      expect([source, how, name].every((one) => one.trim() !== '')).toBe(true);
    }
    expect(resources.some(({ call, site }) => call !== null || site !== null)).toBe(true);
    expect(Object.values(words).every((one) => one.trim() !== '')).toBe(true);
  });
});

describe('a country that is not in the data', () => {
  it('names no number, since none is guessed', () => {
    const { resources } = crisisText('FR', 'english');
    expect(resources.map(({ call }) => call)).toEqual([null, null]);
    expect(JSON.stringify(resources)).not.toMatch(/988|911|112/);
  });
});

describe('the words around the resources', () => {
  const { heading, opening, notWatched, goOn, resources } = crisisText('US', 'english');
  const everything = [heading, opening, ...resources.map(({ how }) => how), notWatched, goOn];

  it('say that nobody watches, and that going on is possible', () => {
    expect(notWatched).toContain('Your answers are not watched around the clock.');
    expect(goOn).toContain('You can go on');
  });

  it('read at grade 6: short sentences and short words', () => {
    const text = everything.join(' ');
    const words = text.split(/\s+/);
    expect(words.length / text.split(/[.!?]\s/).length).toBeLessThan(12);
    expect(words.filter((word) => word.length > 9)).toEqual([]);
  });
});
