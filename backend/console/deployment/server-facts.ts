import type { ReleaseBook } from '../../deploy/releases/book.ts';
import { type ReleaseRefusal, readBook } from '../../deploy/releases/folder.ts';

/** What this server knows of the browsers that it sets up. */
export interface ServerFacts {
  /** Origin under which people reach it. */
  readonly server: string;
  /** What was packed and is offered; null when there is nothing, or nothing that can be read. */
  readonly book: ReleaseBook | null;
  /** Why there is no book; null when there is one. */
  readonly missing: ReleaseRefusal | null;
}

/** Reads the release folder as it is now. */
export async function serverFacts(folder: string, publicUrl: URL): Promise<ServerFacts> {
  const book = await readBook(folder);
  const server = publicUrl.origin;
  return book.ok
    ? { server, book: book.value, missing: null }
    : { server, book: null, missing: book.refusal };
}
