import type { Trouble } from '../local/badge.ts';
import { Banner } from '../ui/controls.tsx';

/** Why nothing is verified in the tab in front, in the words of its badge, and what to do. */
export function TroubleSection({ trouble }: { readonly trouble: Trouble }) {
  return (
    <Banner tone="unknown" title={trouble.happened}>
      {trouble.toDo}
    </Banner>
  );
}
