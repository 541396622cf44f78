import { describe, expect, it } from 'vitest';
import { US_CRISIS_TEXT } from '#shared/crisis/resources.ts';

const { resources, opening, notWatched, goOn, heading } = US_CRISIS_TEXT;
const everything = [heading, opening, ...resources.map(({ how }) => how), notWatched, goOn].join(
  ' ',
);

describe('crisis resources', () => {
  it.each([
    ['lifeline988', '988', '988', null],
    ['emergency911', '911', undefined, undefined],
    ['crisisTextLine', null, '741741', 'HOME'],
  ])('%s: call %s, text %s', (id, call, number, body) => {
    const resource = resources.find((candidate) => candidate.id === id);
    expect(resource?.call).toBe(call);
    expect(resource?.text?.number).toBe(number);
    expect(resource?.text?.body).toBe(body);
    expect(resource?.source).not.toBe('');
  });

  it('say that nobody watches, and that going on is possible', () => {
    expect(notWatched).toContain('Your answers are not watched around the clock.');
    expect(goOn).toContain('You can go on');
  });

  it('read at grade 6: short sentences and short words', () => {
    const sentences = everything.split(/[.!?]\s/);
    const words = everything.split(/\s+/);
    expect(words.length / sentences.length).toBeLessThan(12);
    expect(words.filter((word) => word.length > 9)).toEqual([]);
  });
});
