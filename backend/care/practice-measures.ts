import type { Caller } from '#backend/access/caller.ts';
import type { StandingConfirmation, WithdrawnConfirmation } from '#backend/store/licences.ts';
import type { TimeZone } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { sendability } from '#shared/instruments/sendability.ts';
import { type CareDeps, staffScope } from './deps.ts';
import { licenceTermsOf } from './licence-terms.ts';
import type { PracticeCare, PracticeMeasure, Signed } from './practice-care.ts';
import { signedOn, timeZoneOf } from './signed.ts';

/** Every measure of this build, and how the practice stands to it. Nothing clinical is read. */
export function practiceMeasures(deps: CareDeps): Pick<PracticeCare, 'measures' | 'measure'> {
  const of = (caller: Caller, measures: readonly Instrument[]) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const timeZone = await timeZoneOf(care);
      const kept = {
        standing: await care.licences.standing(),
        withdrawn: await care.licences.withdrawn(),
      };
      return measures.map((measure) => standingOf(measure, kept, timeZone));
    });
  return {
    measures: (caller) => of(caller, INSTRUMENTS),
    async measure(caller, instrumentId) {
      const asked = INSTRUMENTS.filter(({ id }) => id === instrumentId);
      const [found] = asked.length === 0 ? [] : await of(caller, asked);
      return found ?? null;
    },
  };
}

/** What the practice has decided about licences, of every measure. */
interface Kept {
  readonly standing: readonly StandingConfirmation[];
  readonly withdrawn: readonly WithdrawnConfirmation[];
}

function standingOf(
  measure: Instrument,
  { standing, withdrawn }: Kept,
  timeZone: TimeZone,
): PracticeMeasure {
  const own = standing.filter(({ instrumentId }) => instrumentId === measure.id);
  const { terms, termsHash } = licenceTermsOf(measure);
  const isOfNow = (one: StandingConfirmation) => one.termsHash === termsHash;
  const signed = (one: StandingConfirmation | undefined): Signed | null =>
    one === undefined ? null : signedOn(one, timeZone);
  const confirmed = own.find(isOfNow);
  return {
    measure,
    terms,
    termsHash,
    sendability: sendability(measure, new Set(confirmed === undefined ? [] : [measure.id])),
    confirmed: signed(confirmed),
    confirmedEarlier: signed(own.findLast((one) => !isOfNow(one))),
    withdrawn: withdrawn
      .filter(({ instrumentId }) => instrumentId === measure.id)
      .map((one) => ({
        confirmed: signedOn(one.confirmed, timeZone),
        withdrawn: signedOn(one.withdrawn, timeZone),
      })),
  };
}
