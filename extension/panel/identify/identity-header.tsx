import { ageOn, dateInWords, dateInZone } from '#shared/contracts/calendar.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { Disclosure } from '../../ui/controls.tsx';
import { Joined } from '../../ui/joined.tsx';
import type { PanelActions } from '../actions.ts';
import type { ClientScreen } from '../state/screen.ts';
import { agoInWords } from '../words/ages.ts';
import { agreementInWords, agreementOf } from './agreement.ts';
import { Comparison } from './comparison.tsx';
import { Unlink } from './unlink.tsx';

/** Who this is: always two identifiers, how they were checked, and when. */
export function IdentityHeader({
  screen,
  now,
  actions,
}: {
  readonly screen: ClientScreen;
  readonly now: Date;
  readonly actions: Pick<PanelActions, 'unlink'>;
}) {
  const { facts, query, freshness } = screen;
  const { client } = facts;
  const today = dateInZone(facts.asOf, facts.timeZone);
  const link = facts.links.find(
    ({ ehr, recordId }) => ehr === query.ehr && recordId === query.subject.recordId,
  );
  return (
    <header class="identity">
      <h1>{client.displayName}</h1>
      <p class="soft">
        <Joined
          parts={[
            `Born ${dateInWords(client.birthDate, { year: true })}`,
            String(ageOn(client.birthDate, today)),
            `in care since ${dateSeenFrom(client.inCareSince, today)}`,
          ]}
        />
      </p>
      <p class="soft">
        <span class="tick" aria-hidden="true">
          ✓
        </span>{' '}
        <Joined
          parts={[
            ...agreementInWords(agreementOf(query, facts)),
            `checked ${agoInWords(freshness.verifiedAt, now)}`,
          ]}
        />
      </p>
      <Disclosure summary="How this was checked">
        <Comparison subject={query.subject} client={client} />
        {link === undefined ? null : (
          <Unlink
            linkId={link.linkId}
            linkedOn={dateInZone(link.linkedAt, facts.timeZone)}
            actions={actions}
          />
        )}
      </Disclosure>
    </header>
  );
}
