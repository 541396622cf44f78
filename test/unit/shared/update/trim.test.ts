import { describe, expect, it } from 'vitest';
import { type Piece, type Priority, type Role, wordCount } from '#shared/update/piece.ts';
import { trim } from '#shared/update/trim.ts';

/** A sentence of three words. */
function sentence(priority: Priority, name: string, role: Role = 'finding'): Piece {
  return { role, priority, text: `${name} two three` };
}

const PIECES = [
  sentence('limits', 'limits'),
  sentence('kept', 'first'),
  sentence('detail', 'detail'),
  sentence('kept', 'second'),
  sentence('progress', 'progress'),
];
const names = (pieces: readonly Piece[]) => pieces.map(({ text }) => text.split(' ')[0]);

describe('trimming', () => {
  it('leaves a short text alone, in its order', () => {
    expect(trim(PIECES, 15)).toEqual(PIECES);
  });

  it('leaves out the least important first', () => {
    expect(names(trim(PIECES, 14))).toEqual(['first', 'detail', 'second', 'progress']);
    expect(names(trim(PIECES, 9))).toEqual(['first', 'second', 'progress']);
  });

  it('never leaves out what is always kept', () => {
    expect(names(trim(PIECES, 0))).toEqual(['first', 'second']);
    expect(names(trim([...PIECES, sentence('vital', 'vital')], 0))).toContain('vital');
  });

  it('leaves each part its most important sentence, whatever the length', () => {
    const next = [sentence('limits', 'lesser', 'next'), sentence('outlook', 'better', 'next')];
    const groups = [['report', 'finding'], ['next'], ['done']] as const;
    expect(names(trim([...PIECES, ...next], 0, groups))).toEqual(['first', 'second', 'better']);
  });

  it('leaves what is for the full text to that', () => {
    expect(trim([sentence('full', 'full')], 100)).toEqual([]);
  });
});

it('words are what stands between spaces', () => {
  expect(wordCount('  PHQ-9 11/27,\nmoderate  range ')).toBe(4);
  expect(wordCount('')).toBe(0);
});

describe('a comparison', () => {
  const score: Piece = { ...sentence('progress', 'score', 'report'), tells: 'own' };
  const compared: Piece = { ...sentence('progress', 'compared'), beside: 'own' };

  it('takes its score along', () => {
    expect(names(trim([score, compared], 6))).toEqual(['score', 'compared']);
    expect(names(trim([score, { ...compared, priority: 'vital' }], 0))).toEqual([
      'score',
      'compared',
    ]);
    expect(names(trim([score, compared], 0, [['finding']]))).toEqual(['score', 'compared']);
  });

  it('is left out where there is room for one of them only', () => {
    expect(names(trim([compared, score], 3))).toEqual(['score']);
  });
});
