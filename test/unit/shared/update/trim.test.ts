import { describe, expect, it } from 'vitest';
import { type Piece, type Priority, wordCount } from '#shared/update/piece.ts';
import { trim } from '#shared/update/trim.ts';

/** A sentence of three words. */
function sentence(priority: Priority, name: string): Piece {
  return { section: 'objective', priority, text: `${name} two three` };
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
  });
});

it('words are what stands between spaces', () => {
  expect(wordCount('  PHQ-9 11/27,\nmoderate  range ')).toBe(4);
  expect(wordCount('')).toBe(0);
});
