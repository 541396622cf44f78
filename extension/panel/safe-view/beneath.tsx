import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

/**
 * What lies beneath the cover. It is not drawn before it may be seen once, and then only hidden, so
 * that what was chosen or typed is there after the next reveal.
 */
export function Beneath({
  covered,
  children,
}: {
  readonly covered: boolean;
  readonly children: ComponentChildren;
}) {
  const wasSeen = useRef(false);
  if (!covered) wasSeen.current = true;
  if (!wasSeen.current) return null;
  return (
    <div class="beneath" hidden={covered}>
      {children}
    </div>
  );
}
