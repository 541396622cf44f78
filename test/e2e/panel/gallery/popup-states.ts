import { BADGES, troubleOf } from '#extension/local/badge.ts';
import type { PopupFacts } from '#extension/popup/popup-store.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import { ScheduleRow } from '#shared/contracts/overlay-procedures.ts';
import { CaseloadRow } from '#shared/contracts/procedures.ts';
import { ScheduleEntry } from '#shared/contracts/reading.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { CLINICIAN, SERVER, VERIFIED_AT } from '#test/support/panel-scene.ts';
import { NOW } from './states.ts';

const NONE = { emergency: 0, urgent: 0, review: 0, info: 0 };
const COUNTS = { openAlerts: NONE, unsentRiskForms: 0, unseenResults: 0, outstanding: 0 };

function row(number: number, displayName: string, part: Record<string, unknown>): CaseloadRow {
  return CaseloadRow.parse({
    client: {
      clientId: inventedId(number),
      displayName,
      otherNames: [],
      birthDate: '1991-03-14',
      inCareSince: '2026-03-02',
    },
    ...COUNTS,
    lastResponseOn: '2026-11-19',
    linkedEhrs: ['simplepractice'],
    ...part,
  });
}

const ROWS = [
  row(1, 'Jordan Avery', { unsentRiskForms: 1, openAlerts: { ...NONE, urgent: 2 } }),
  row(2, 'Maximiliane Featherstonehaugh-Cholmondeley', { unseenResults: 3, outstanding: 1 }),
  row(3, 'Riley Chen', {}),
];

const entry = (key: string, name: string, several = false) =>
  ScheduleEntry.parse({
    key,
    startsAt: '10:00',
    several,
    subject: { recordId: null, name, birthDate: null },
  });

const certain = (key: string, part: Record<string, unknown>) =>
  ScheduleRow.parse({ key, match: 'certain', clientId: inventedId(1), ...COUNTS, ...part });

const APPOINTMENTS = [
  { entry: entry('a', 'Riley Chen'), row: certain('a', {}) },
  { entry: entry('b', 'Jordan Avery'), row: certain('b', { openAlerts: { ...NONE, urgent: 1 } }) },
  {
    entry: entry('c', 'Sam & Dana Rivera', true),
    row: ScheduleRow.parse({ key: 'c', match: 'several' }),
  },
  { entry: entry('d', 'Alex Morgan'), row: ScheduleRow.parse({ key: 'd', match: 'ambiguous' }) },
  { entry: entry('e', 'Noor Haddad'), row: ScheduleRow.parse({ key: 'e', match: 'none' }) },
];

const DAY: PopupFacts = {
  now: NOW,
  settings: SERVER,
  person: { ok: true, value: CLINICIAN },
  safeView: { on: false },
  trouble: null,
  revealedUntil: null,
  caseload: { ok: true, value: { verifiedAt: VERIFIED_AT, rows: ROWS } },
  schedule: { ok: true, value: null },
};

const at = (moment: string) => ({
  ok: true as const,
  value: { verifiedAt: Instant.parse(moment), rows: ROWS },
});

const NOT_REACHED = {
  ok: false,
  reason: 'unreachable',
  message: 'The Throughline server can’t be reached. Nothing was changed. Try again.',
} as const;

/** Every designed state of the popup by name. */
export const POPUP_STATES: Readonly<Record<string, PopupFacts>> = {
  day: DAY,
  calendar: {
    ...DAY,
    schedule: { ok: true, value: { verifiedAt: VERIFIED_AT, appointments: APPOINTMENTS } },
  },
  'nobody urgent': {
    ...DAY,
    caseload: { ok: true, value: { verifiedAt: VERIFIED_AT, rows: ROWS.slice(2) } },
  },
  'two minutes old': { ...DAY, caseload: at('2026-11-21T00:56:00.000Z') },
  'too old': { ...DAY, caseload: at('2026-11-21T00:50:00.000Z') },
  unreachable: { ...DAY, caseload: NOT_REACHED },
  'signed out': { ...DAY, person: { ok: false, reason: 'signedOut', message: '' }, caseload: null },
  'not set up': { ...DAY, settings: { ...SERVER, backend: null }, caseload: null },
  admin: { ...DAY, person: { ok: true, value: { ...CLINICIAN, role: 'admin' } }, caseload: null },
  'over a page that fights': { ...DAY, trouble: troubleOf(BADGES.fights.title) },
  'covered, over a page that does not hold still': {
    ...DAY,
    safeView: { on: true, because: 'telehealth' },
    trouble: troubleOf(BADGES.restless.title),
  },
  asking: { ...DAY, caseload: null },
  covered: { ...DAY, safeView: { on: true, because: 'telehealth' } },
};
