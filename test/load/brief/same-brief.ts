import { ask, type Target } from './target.ts';

/** The one thing in which two replies about the same client differ: when they were read. */
const AS_OF = /"asOf":"[^"]+"/;

/** A reply without the moment at which it was read. Throws when it says none. */
export function timeless(reply: string): string {
  if (!AS_OF.test(reply)) throw new Error('the reply does not say when it was read');
  return reply.replace(AS_OF, '"asOf":""');
}

/**
 * Asks both about the same clients and compares the replies byte by byte. The size of a reply, in
 * bytes; throws when they differ.
 */
export async function compareReplies(
  one: Target,
  other: Target,
  clients: readonly number[],
): Promise<number> {
  let size = 0;
  for (const client of clients) {
    const [first, second] = [timeless(await ask(one, client)), timeless(await ask(other, client))];
    if (first !== second) throw new Error(`${one.name} and ${other.name} differ`);
    size = Buffer.byteLength(first);
  }
  return size;
}
