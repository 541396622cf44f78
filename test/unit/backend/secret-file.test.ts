import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secretIn } from '#backend/secret-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tl-secret-'));
  file = join(folder, 'data', 'session-secret');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let drawn = 0;
const bytes = (size: number) => {
  drawn += 1;
  return new Uint8Array(size).fill(drawn);
};

describe('the secret in a file', () => {
  it('is made once, only for its owner, and nothing is left beside it', () => {
    const made = secretIn(file, bytes);
    expect(made).toEqual({ ok: true, value: readFileSync(file, 'utf8') });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'data'))).toEqual(['session-secret']);
    expect(secretIn(file, bytes)).toEqual(made);
  });

  it('is the one that another process made meanwhile', () => {
    let theirs: unknown = null;
    const slow = (size: number) => {
      theirs ??= secretIn(file, bytes);
      return bytes(size);
    };
    const ours = secretIn(file, slow);
    expect(theirs).toMatchObject({ ok: true });
    expect(ours).toEqual(theirs);
    expect(readdirSync(join(folder, 'data'))).toEqual(['session-secret']);
  });

  it.each(['', 'x'.repeat(31), ` ${'x'.repeat(31)}\n`])(
    'is refused when it is too short to sign with: %j',
    (text) => {
      secretIn(file, bytes);
      writeFileSync(file, text);
      expect(secretIn(file, bytes)).toEqual({
        ok: false,
        refusal: { reason: 'shortSecret', file },
      });
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );
});
