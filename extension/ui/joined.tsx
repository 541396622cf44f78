/**
 * Parts of one line with middle dots between them. A part is broken only where it does not fit
 * as a whole, so that no date loses its month, and no line begins with a dot.
 */
export function Joined({ parts }: { readonly parts: readonly string[] }) {
  return parts.flatMap((part, place) => {
    const isLast = place === parts.length - 1;
    const shown = (
      <span key={part} class="whole">
        {part}
        {isLast ? '' : ' ·'}
      </span>
    );
    return isLast ? [shown] : [shown, ' '];
  });
}
