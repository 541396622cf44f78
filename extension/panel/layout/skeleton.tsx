/** What is under way, and what to do should it not end. */
export interface SkeletonWords {
  readonly title: string;
  readonly stays: string;
}

/** The shape of an identity, empty: nothing of the client before is left on the screen. */
export function Skeleton({ words }: { readonly words: SkeletonWords }) {
  return (
    <header class="identity" aria-busy="true">
      <span class="skeleton" style={{ width: '55%', height: '20px' }} />
      <span class="skeleton" style={{ width: '80%' }} />
      <span class="skeleton" style={{ width: '65%' }} />
      <h1 class="waiting">{words.title}…</h1>
      <p class="soft">{words.stays}</p>
    </header>
  );
}
