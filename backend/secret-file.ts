import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { syncFolder } from './database/durable.ts';

/** The fewest characters that a secret may have. */
export const SHORTEST_SECRET = 32;

/** 256 bits. */
const SECRET_BYTES = 32;

/** The file is there, but what it holds is too short to sign anything with. */
export interface SecretRefusal {
  readonly reason: 'shortSecret';
  readonly file: string;
}

/**
 * The secret in a file that only its owner can read; made, once, when the file isn't there. Two
 * processes that start at once end up with one secret, and a power cut leaves it whole or absent.
 */
export function secretIn(
  file: string,
  randomBytes: (size: number) => Uint8Array,
): Result<string, SecretRefusal> {
  mkdirSync(dirname(file), { recursive: true });
  const secret = (readIfThere(file) ?? make(file, randomBytes)).trim();
  return secret.length < SHORTEST_SECRET ? refuse({ reason: 'shortSecret', file }) : ok(secret);
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Writes a draft of its own and links it into place, which only the first process can. */
function make(file: string, randomBytes: (size: number) => Uint8Array): string {
  const draft = `${file}.${Buffer.from(randomBytes(8)).toString('hex')}`;
  writeWhole(draft, Buffer.from(randomBytes(SECRET_BYTES)).toString('base64url'));
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  syncFolder(dirname(file));
  return readFileSync(file, 'utf8');
}

function writeWhole(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
