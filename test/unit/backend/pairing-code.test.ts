import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newUserCode, userCodeFrom } from '#backend/identity/pairing-code.ts';

describe('the code that a person compares', () => {
  it('has eight consonants, so that no word arises and none is taken for another', () => {
    for (let time = 0; time < 200; time += 1) {
      expect(newUserCode(randomBytes)).toMatch(
        /^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/,
      );
    }
  });

  it('skips the bytes that would make some letters likelier than others', () => {
    const bytes = [255, 240, 0, 19, 20, 239, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(newUserCode(() => Uint8Array.from(bytes))).toBe('BZBZ-CDFG');
  });

  it('is read however a person types it', () => {
    for (const typed of ['wdjb-mjht', 'WDJBMJHT', ' wdjb mjht ', 'W-D-J-B-M-J-H-T']) {
      expect(userCodeFrom(typed)).toBe('WDJB-MJHT');
    }
  });

  it('is nothing else', () => {
    for (const typed of ['', 'WDJB-MJH', 'WDJB-MJHTX', 'WDJB-MJH1', 'WDJA-MJHT', '<b>']) {
      expect(userCodeFrom(typed)).toBeNull();
    }
  });
});
