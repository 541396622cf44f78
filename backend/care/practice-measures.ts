import type { Caller } from '#backend/access/caller.ts';
import type { StandingConfirmation } from '#backend/store/licences.ts';
import { dateInZone, type TimeZone } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { sendability } from '#shared/instruments/sendability.ts';
import { type CareDeps, staffScope } from './deps.ts';
import { licenceTermsOf } from './licence-terms.ts';
import type { PracticeCare, PracticeMeasure, Signed } from './practice-care.ts';

/** Every measure of this build, and how the practice stands to it. Nothing clinical is read. */
export function practiceMeasures(deps: CareDeps): Pick<PracticeCare, 'measures' | 'measure'> {
  const of = (caller: Caller, measures: readonly Instrument[]) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const practice = await care.practice.read();
      if (practice === null) throw new Error('A caller belongs to a practice that is not there.');
      const standing = await care.licences.standing();
      return measures.map((measure) => standingOf(measure, standing, practice.timeZone));
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

function standingOf(
  measure: Instrument,
  standing: readonly StandingConfirmation[],
  timeZone: TimeZone,
): PracticeMeasure {
  const own = standing.filter(({ instrumentId }) => instrumentId === measure.id);
  const { terms, termsHash } = licenceTermsOf(measure);
  const isOfNow = (one: StandingConfirmation) => one.termsHash === termsHash;
  const signed = (one: StandingConfirmation | undefined): Signed | null =>
    one === undefined ? null : { by: one.by, on: dateInZone(one.at, timeZone) };
  const confirmed = own.find(isOfNow);
  return {
    measure,
    terms,
    termsHash,
    sendability: sendability(measure, new Set(confirmed === undefined ? [] : [measure.id])),
    confirmed: signed(confirmed),
    confirmedEarlier: signed(own.findLast((one) => !isOfNow(one))),
  };
}
