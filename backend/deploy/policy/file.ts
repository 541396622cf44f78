import type { PolicySource } from './source.ts';

/** One file of a platform. */
export interface PolicyFile {
  /**
   * Its name, with the folder that it belongs into where the platform asks for one. No two files have
   * the same name without its folder.
   */
  readonly name: string;
  /** What the file is, for whoever downloads it (RFC 6838). */
  readonly mediaType: string;
  /** Windows' registry editor reads UTF-16 with a byte order mark. */
  readonly encoding: 'utf8' | 'utf16le';
  /** The text of the file for one source; the same source gives the same text. */
  readonly content: (source: PolicySource) => string;
}

const BYTE_ORDER_MARK = String.fromCharCode(0xfeff);

/** A JSON file with a line a member. */
export function jsonFile(name: string, value: (source: PolicySource) => unknown): PolicyFile {
  const content = (source: PolicySource) => `${JSON.stringify(value(source), null, 2)}\n`;
  return { name, mediaType: 'application/json', encoding: 'utf8', content };
}

/** A file as it is written to a disk or sent to a browser. */
export function fileBytes({ encoding, content }: PolicyFile, source: PolicySource): Buffer {
  const mark = encoding === 'utf16le' ? BYTE_ORDER_MARK : '';
  return Buffer.from(mark + content(source), encoding);
}

/** The name without the folder: as a download is called. */
export function fileName({ name }: PolicyFile): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
