import { WORKER_CALLS } from '#extension/messages/worker.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { JORDAN, readingOf } from '#test/support/panel-scene.ts';

const AT = '2026-11-21T00:58:00.000Z';
const QUERY = { ehr: 'simplepractice', subject: JORDAN };
const EXPECTED = {
  ehr: 'simplepractice',
  navigation: 3,
  ...JORDAN,
  appointmentId: '77',
  appointmentDate: '2026-11-20',
  template: 'Progress note',
};
const PLAN = {
  insertionId: inventedId(1),
  expected: EXPECTED,
  parts: [{ fieldKey: 'f1', label: 'Subjective', text: 'PHQ-9: 11 of 27.', replaces: null }],
};

/** Whatever a call may ask for: the fields of all calls together. Each schema takes its own. */
const EVERYTHING = {
  ...QUERY,
  linkId: inventedId(10),
  clientId: inventedId(2),
  alertId: inventedId(5000),
  insertionId: inventedId(1),
  nameConfirmed: true,
  named: true,
  action: 'discussedInSession',
  asOf: AT,
  seenLatestAt: AT,
  responseCounts: { phq9: 3 },
  backend: 'https://evil.example',
  key: 'offlineCache',
  value: true,
  page: 'handMeasures',
  outcome: { status: 'exact' },
  eventId: inventedId(20),
  event: { eventId: inventedId(20), on: '2026-11-01', kind: 'medication', label: 'begun' },
  shape: 'soap',
  length: 'short',
  language: 'en',
  assessmentLine: true,
};

/** The calls of our own pages, which nobody else may make. */
export const CALLS: readonly object[] = Object.keys(WORKER_CALLS).flatMap((call) => [
  { type: 'call', call, input: EVERYTHING },
  { type: 'call', call, input: {} },
]);

/** What a content script may say, and what the worker says to our own pages. */
export const NOTICES: readonly object[] = [
  { type: 'reading', reading: readingOf(), complete: true },
  { type: 'reading', reading: readingOf({ settled: false }), complete: false },
  { type: 'panelPartWanted' },
  { type: 'panelGivenUp' },
  { type: 'changed', what: 'session' },
];

/** What the panel asks of the page. */
export const REQUESTS: readonly object[] = [
  { type: 'look' },
  { type: 'insert', plan: PLAN },
  { type: 'undo', insertionId: inventedId(1) },
  { type: 'place', mode: 'floating', side: 'left', x: 10, y: 10 },
  { type: 'pickField', requestId: 1 },
  { type: 'stopPicking' },
  { type: 'useField', requestId: 1, label: 'Subjective', position: 0 },
  { type: 'check' },
  { type: 'releaseFocus' },
];
