import { ageOn, dateInWords, dateInZone } from '#shared/contracts/calendar.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { Joined } from '../../ui/joined.tsx';
import type { PanelActions } from '../actions.ts';
import { DisclosureOnDemand } from '../on-demand/disclosure.tsx';
import type { ClientScreen } from '../state/screen.ts';
import { agoInWords } from '../words/ages.ts';
import { agreementInWords, agreementOf } from './agreement.ts';

const loadHow = () => import('./how-checked.tsx');

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
      <DisclosureOnDemand summary="How this was checked" load={loadHow}>
        {({ HowChecked }) => <HowChecked screen={screen} actions={actions} />}
      </DisclosureOnDemand>
    </header>
  );
}
