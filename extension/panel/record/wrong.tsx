/** Why something was not done; nothing while there is no reason. */
export function Wrong({ words }: { readonly words: string | null }) {
  return words === null ? null : (
    <p class="wrong" role="alert">
      {words}
    </p>
  );
}
