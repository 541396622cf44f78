import { BADGES, troubleOf } from '#extension/local/badge.ts';
import type { PopupFacts } from '#extension/popup/popup-store.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import { CaseloadRow, ScheduleRow } from '#shared/contracts/caseload.ts';
import { ScheduleEntry } from '#shared/contracts/reading.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { CLINICIAN, SERVER, VERIFIED_AT } from '#test/support/panel-scene.ts';
import { invent } from '#test/support/waiting.ts';
import { NOBODY_IS_TOLD, NOW } from './states.ts';

const URGENT = invent({ urgent: [1, '2026-11-03'] });

function row(number: number, displayName: string, part: Record<string, unknown>): CaseloadRow {
  return CaseloadRow.parse({
    client: {
      clientId: inventedId(number),
      displayName,
      otherNames: [],
      birthDate: '1991-03-14',
      inCareSince: '2026-03-02',
    },
    waiting: invent({}),
    completion: { expected: 6, answered: 4 },
    sendingPaused: null,
    nextAppointmentOn: '2026-11-24',
    lastResponseOn: '2026-11-19',
    linkedEhrs: ['simplepractice'],
    ...part,
  });
}

const ROWS = [
  row(1, 'Jordan Avery', {
    waiting: invent({ unsentRisk: [1, '2026-11-19'], urgent: [2, '2026-11-03'], unseen: 1 }),
    sendingPaused: 'crisis',
  }),
  row(2, 'Maximiliane Featherstonehaugh-Cholmondeley', {
    waiting: invent({ unseen: [3, '2026-11-16'], outstanding: [1, '2026-11-18'] }),
  }),
  row(3, 'Riley Chen', {}),
  row(4, 'Sam Okonkwo', {
    waiting: invent({ overdue: [2, '2026-11-09'], putAside: [1, '2026-11-10'] }),
  }),
];

const entry = (key: string, name: string, several = false) =>
  ScheduleEntry.parse({
    key,
    startsAt: '10:00',
    several,
    subject: { recordId: null, name, birthDate: null },
  });

const certain = (key: string, waiting = invent({})) =>
  ScheduleRow.parse({ key, match: 'certain', clientId: inventedId(1), waiting });

const APPOINTMENTS = [
  { entry: entry('a', 'Riley Chen'), row: certain('a') },
  { entry: entry('b', 'Jordan Avery'), row: certain('b', URGENT) },
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
  alertWay: null,
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
    caseload: { ok: true, value: { verifiedAt: VERIFIED_AT, rows: ROWS.slice(1, 3) } },
  },
  'nobody urgent, and nobody is told': {
    ...DAY,
    caseload: { ok: true, value: { verifiedAt: VERIFIED_AT, rows: ROWS.slice(1, 3) } },
    alertWay: NOBODY_IS_TOLD,
  },
  'put aside': {
    ...DAY,
    caseload: { ok: true, value: { verifiedAt: VERIFIED_AT, rows: ROWS.slice(1) } },
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
