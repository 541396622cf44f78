import { type CareDeps, staffScope } from '#backend/care/deps.ts';
import type { SignedDecision } from '#backend/store/adapter-switches.ts';
import type { KnownBrowser, Total } from '#backend/store/fleet.ts';
import { addDays, dateInZone, type TimeZone } from '#shared/contracts/calendar.ts';
import { EhrId } from '#shared/contracts/ehr.ts';
import {
  type AdapterHealth,
  type BrowserGroup,
  type Fleet,
  type FleetCare,
  LOOKS_BACK_DAYS,
} from './fleet-care.ts';

/** Decisions that are shown of each adapter, of those that ever were. */
const SHOWN = 5;

const DAY_MS = 86_400_000;

/** How the practice's browsers fared lately. Versions and counts: nothing that is recorded as a look. */
export function fleet(deps: CareDeps): FleetCare['fleet'] {
  return (caller) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      const practice = await care.practice.read();
      if (practice === null) throw new Error('A caller belongs to a practice that is not there.');
      const { timeZone } = practice;
      // Today and the days before make up the days that are looked back on.
      const since = addDays(dateInZone(scope.now, timeZone), 1 - LOOKS_BACK_DAYS);
      const facts = {
        totals: await care.fleet.totalsSince(since),
        versions: await care.fleet.versionsSince(since),
        decisions: await care.adapterSwitches.history(SHOWN),
        timeZone,
      };
      return {
        ...heardAndSilent(await care.fleet.browsers(), scope.now, timeZone),
        adapters: EhrId.options.map((ehr) => healthOf(ehr, facts)),
      };
    });
  };
}

function heardAndSilent(
  known: readonly KnownBrowser[],
  now: string,
  timeZone: TimeZone,
): Pick<Fleet, 'browsers' | 'silent'> {
  const oldest = Date.parse(now) - LOOKS_BACK_DAYS * DAY_MS;
  const isHeard = ({ heardAt }: KnownBrowser) => Date.parse(heardAt) > oldest;
  return {
    browsers: groups(known.filter(isHeard)),
    silent: known
      .filter((one) => !isHeard(one))
      .map(({ browser, extensionVersion, heardAt }) => ({
        browser,
        extensionVersion,
        heardOn: dateInZone(heardAt, timeZone),
      })),
  };
}

function groups(known: readonly KnownBrowser[]): readonly BrowserGroup[] {
  const counted = new Map<string, BrowserGroup>();
  for (const { browser, extensionVersion } of known) {
    const key = `${browser} ${extensionVersion}`;
    const browsers = (counted.get(key)?.browsers ?? 0) + 1;
    counted.set(key, { browser, extensionVersion, browsers });
  }
  const newestFirst = new Intl.Collator('en', { numeric: true });
  return [...counted.values()].toSorted(
    (one, other) =>
      newestFirst.compare(other.extensionVersion, one.extensionVersion) ||
      newestFirst.compare(one.browser, other.browser),
  );
}

interface Facts {
  readonly totals: readonly Total[];
  readonly versions: readonly Pick<Total, 'ehr' | 'adapterVersion' | 'browsers'>[];
  readonly decisions: readonly SignedDecision[];
  readonly timeZone: TimeZone;
}

function healthOf(ehr: EhrId, facts: Facts): AdapterHealth {
  const own = facts.totals.filter((one) => one.ehr === ehr);
  const statements = facts.decisions
    .filter((one) => one.ehr === ehr)
    .map(({ version, mode, reason, by, from }) => ({
      version,
      mode,
      reason,
      by,
      on: dateInZone(from, facts.timeZone),
    }));
  const [newest] = statements;
  return {
    ehr,
    mode: newest?.mode ?? 'on',
    version: newest?.version ?? 0,
    statements,
    adapterVersions: facts.versions
      .filter((one) => one.ehr === ehr)
      .map(({ adapterVersion, browsers }) => ({ version: adapterVersion, browsers })),
    pages: own.filter(({ counted }) => counted === 'page'),
    checks: own.filter(({ counted }) => counted === 'check'),
    insertions: own.filter(({ counted }) => counted === 'insertion'),
  };
}
