import { dateInZone } from '#shared/contracts/calendar.ts';
import type { PanelActions } from '../actions.ts';
import type { ClientScreen } from '../state/screen.ts';
import { Comparison } from './comparison.tsx';
import { Unlink } from './unlink.tsx';

/** The page's identifiers beside the client's, and the way to end the bond between them. */
export function HowChecked({
  screen,
  actions,
}: {
  readonly screen: ClientScreen;
  readonly actions: Pick<PanelActions, 'unlink'>;
}) {
  const { facts, query } = screen;
  const link = facts.links.find(
    ({ ehr, recordId }) => ehr === query.ehr && recordId === query.subject.recordId,
  );
  return (
    <>
      <Comparison subject={query.subject} client={facts.client} />
      {link === undefined ? null : (
        <Unlink
          linkId={link.linkId}
          linkedOn={dateInZone(link.linkedAt, facts.timeZone)}
          actions={actions}
        />
      )}
    </>
  );
}
