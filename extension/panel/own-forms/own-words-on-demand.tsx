import type { Brief } from '#shared/contracts/brief.ts';
import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';

const loadWords = () => import('./own-words-section.tsx');

/** What the client wrote on the practice's own forms, loaded where anything was written. */
export function OwnWordsOnDemand({ brief }: { readonly brief: Brief }) {
  const isWanted = brief.ownForms.some(({ answered }) =>
    answered.some(({ words }) => words.length > 0),
  );
  const part = usePart(isWanted, loadWords);
  if (!isWanted) return null;
  return (
    <PartView part={part}>{({ OwnWordsSection }) => <OwnWordsSection brief={brief} />}</PartView>
  );
}
