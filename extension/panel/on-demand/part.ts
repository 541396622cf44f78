import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** A part of the panel that is a file of its own, or how far its loading got. */
export type Part<Content> =
  | { readonly is: 'loading' }
  /** A file of the extension could not be read: it was updated or taken away under this page. */
  | { readonly is: 'missing' }
  | { readonly is: 'loaded'; readonly content: Content };

/** Loads a part once it is wanted. `load` is the same function at every call. */
export function usePart<Content>(wanted: boolean, load: () => Promise<Content>): Part<Content> {
  const part = useSignal<Part<Content>>({ is: 'loading' });
  useEffect(() => {
    const take = async () => {
      part.value = await partFrom(load);
    };
    if (wanted) void take();
  }, [wanted, load, part]);
  return part.value;
}

/** Never rejects: a file that can't be read is told apart by its state. */
export async function partFrom<Content>(load: () => Promise<Content>): Promise<Part<Content>> {
  try {
    return { is: 'loaded', content: await load() };
  } catch {
    return { is: 'missing' };
  }
}
