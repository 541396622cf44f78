import type { Brief } from '#shared/contracts/brief.ts';
import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';

const loadLater = () => import('./later-list.tsx');

/** What came after the session, loaded where a session is documented; nothing for "as of now". */
export function LaterOnDemand({ brief }: { readonly brief: Brief }) {
  const isWanted = brief.later !== null;
  const part = usePart(isWanted, loadLater);
  if (!isWanted) return null;
  return <PartView part={part}>{({ LaterList }) => <LaterList brief={brief} />}</PartView>;
}
