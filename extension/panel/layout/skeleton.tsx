/** The shape of an identity, empty: nothing of the client before is left on the screen. */
export function Skeleton({ words }: { readonly words: string }) {
  return (
    <header class="identity" aria-busy="true">
      <h1 class="only-heard">{words}</h1>
      <span class="skeleton" style={{ width: '55%', height: '20px' }} />
      <span class="skeleton" style={{ width: '80%' }} />
      <span class="skeleton" style={{ width: '65%' }} />
    </header>
  );
}
