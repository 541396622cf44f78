import { dateInWords } from '#shared/contracts/calendar.ts';
import { timeInWords } from '#shared/words/moments.ts';
import { Banner, Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { secondsSince } from '../state/freshness.ts';
import type { Screen } from '../state/screen.ts';
import { ageInWords } from '../words/ages.ts';

/** The server has been silent for so long that values are no longer shown. */
export function TooOld({
  screen,
  now,
  actions,
}: {
  readonly screen: Extract<Screen, { kind: 'tooOld' }>;
  readonly now: Date;
  readonly actions: Pick<PanelActions, 'verify'>;
}) {
  const { client, verifiedAt, timeZone } = screen;
  const since = timeInWords(verifiedAt, timeZone);
  return (
    <>
      <header class="identity">
        <h1>{client.displayName}</h1>
        <p class="soft">
          Born {dateInWords(client.birthDate, { year: true })} · as of {since}
        </p>
      </header>
      <Banner tone="worse" title={`Not connected since ${since}.`}>
        Scores are {ageInWords(secondsSince(verifiedAt, now))} old and hidden. Alerts can’t be
        verified. The panel asks again by itself.
      </Banner>
      <div class="section">
        <Button weight="main" onClick={() => void actions.verify()}>
          Ask again now
        </Button>
      </div>
    </>
  );
}
