import { inflateRawSync } from 'node:zlib';

/** A file in an archive. */
export interface ArchivedFile {
  /** Its path, with slashes. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** Signatures and sizes of the format (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16). */
const END = { signature: 0x06054b50, size: 22, count: 10, start: 16 } as const;
const ENTRY = {
  signature: 0x02014b50,
  size: 46,
  method: 10,
  packed: 20,
  unpacked: 24,
  name: 28,
  extra: 30,
  comment: 32,
  at: 42,
} as const;
const LOCAL = { signature: 0x04034b50, size: 30, name: 26, extra: 28 } as const;

const STORED = 0;
const DEFLATED = 8;

/** Unpacked bytes of one file at most: an extension has none that comes near, a bomb does. */
const LARGEST_FILE = 64 * 1024 * 1024;

/**
 * All files of an archive as it comes out of the packer; null for anything that is none: encrypted,
 * split, larger than {@link LARGEST_FILE} or damaged.
 */
export function filesIn(archive: Uint8Array): readonly ArchivedFile[] | null {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    return readFiles(bytes);
  } catch {
    // What reads beyond the end, or does not inflate, is no archive.
    return null;
  }
}

function readFiles(bytes: Buffer): readonly ArchivedFile[] | null {
  // Our packer writes no comment behind the end.
  const end = bytes.length - END.size;
  if (bytes.readUInt32LE(end) !== END.signature) return null;
  const files: ArchivedFile[] = [];
  let at = bytes.readUInt32LE(end + END.start);
  for (let left = bytes.readUInt16LE(end + END.count); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== ENTRY.signature) return null;
    const nameLength = bytes.readUInt16LE(at + ENTRY.name);
    const name = bytes.toString('utf8', at + ENTRY.size, at + ENTRY.size + nameLength);
    const content = contentOf(bytes, at);
    if (content === null) return null;
    files.push({ name, content });
    const rest = bytes.readUInt16LE(at + ENTRY.extra) + bytes.readUInt16LE(at + ENTRY.comment);
    at += ENTRY.size + nameLength + rest;
  }
  return files;
}

function contentOf(bytes: Buffer, entry: number): Uint8Array | null {
  const local = bytes.readUInt32LE(entry + ENTRY.at);
  const unpacked = bytes.readUInt32LE(entry + ENTRY.unpacked);
  if (bytes.readUInt32LE(local) !== LOCAL.signature || unpacked > LARGEST_FILE) return null;
  const named = bytes.readUInt16LE(local + LOCAL.name) + bytes.readUInt16LE(local + LOCAL.extra);
  const start = local + LOCAL.size + named;
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(entry + ENTRY.packed));
  const method = bytes.readUInt16LE(entry + ENTRY.method);
  if (method === STORED) return packed;
  return method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: unpacked + 1 }) : null;
}
