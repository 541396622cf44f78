import { describe, expect, it } from 'vitest';
import { SHARING_WORDS } from '#backend/portal/consent/words.ts';
import { ENGLISH } from '#backend/portal/words/english.ts';
import { SPANISH } from '#backend/portal/words/spanish.ts';
import { crisisText } from '#shared/crisis/crisis-text.ts';

/** Every phrase of a table by its path, with what its functions say for the same things. */
function phrases(table: object, path = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(table)) {
    const at = `${path}.${key}`;
    if (typeof value === 'string') found.set(at, value);
    // A phrase that is filled in takes a few words or numbers.
    else if (typeof value === 'function') found.set(at, String(value(3, 9, 9)));
    else for (const [deeper, said] of phrases(value as object, at)) found.set(deeper, said);
  }
  return found;
}

/** Syllables of an English word, counted as groups of vowels without a silent e at the end. */
function syllables(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/e$/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}

/**
 * The Flesch-Kincaid grade level: Kincaid JP, Fishburne RP, Rogers RL, Chissom BS. Derivation of new
 * readability formulas for Navy enlisted personnel. Naval Technical Training, Research Branch Report
 * 8-75, 1975. 0.39 words a sentence + 11.8 syllables a word - 15.59.
 */
function grade(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((one) => /\w/.test(one)).length;
  const words = text.match(/[A-Za-z’']+/g) ?? [];
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (spoken / words.length) - 15.59;
}

const english = phrases({ ...ENGLISH, sharing: SHARING_WORDS.english });
const spanish = phrases({ ...SPANISH, sharing: SHARING_WORDS.spanish });
const aboutSharing = [...phrases(SHARING_WORDS.english).values()].filter((said) =>
  /[.]$/.test(said),
);
/** Running text: what has at least one whole sentence. */
const sentences = [...english.values()].filter((said) => /\s\S+\s.*[.?]$/.test(said));

describe('the words of the client’s page', () => {
  it('are the same phrases in both languages, none of them empty', () => {
    expect([...spanish.keys()]).toEqual([...english.keys()]);
    for (const said of [...english.values(), ...spanish.values()]) expect(said.trim()).not.toBe('');
  });

  it('are said anew in Spanish, but for names', () => {
    const same = [...english].filter(([path, said]) => spanish.get(path) === said);
    expect(same.map(([path]) => path).toSorted()).toEqual(['.mine.takeBackWhat', '.title']);
  });

  it('fill in the same places while somebody types', () => {
    for (const table of [ENGLISH, SPANISH]) {
      expect(table.question.charactersLeft).toContain('{left}');
      expect(table.question.charactersLeft).toContain('{most}');
    }
  });

  it('read at grade 6 or below', () => {
    expect(sentences.length).toBeGreaterThan(40);
    expect(grade(sentences.join(' '))).toBeLessThanOrEqual(6);
    const help = crisisText('US', 'english');
    const { opening, notWatched, goOn, resources } = help;
    const said = [opening, notWatched, goOn, ...resources.map(({ how }) => how)].join(' ');
    expect(grade(said)).toBeLessThanOrEqual(6);
    // What somebody agrees to must not hide among what is easier.
    expect(grade(aboutSharing.join(' '))).toBeLessThanOrEqual(6);
  });

  it('would be found too hard if they were written as a licence is', () => {
    const hard =
      'Notwithstanding the aforementioned considerations, participants acknowledge that confidential information may subsequently be communicated.';
    expect(grade(hard)).toBeGreaterThan(12);
  });

  it('never promise that somebody watches, and call nobody a patient', () => {
    expect([...english.values()].join(' ')).not.toMatch(/patient|suicid|diagnos|PHQ|monitor/i);
    expect([...spanish.values()].join(' ')).not.toMatch(/paciente|suicid|diagn/i);
  });
});
