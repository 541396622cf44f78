import type { AlertWay } from '#extension/messages/live.ts';
import type { GoalDraft } from '#extension/panel/goals/draft.ts';
import type { NoteState } from '#extension/panel/note/note-state.ts';
import type { RecordActions } from '#extension/panel/record/actions.ts';
import type { CoverState } from '#extension/panel/safe-view/cover.ts';
import type { ClientScreen, Screen } from '#extension/panel/state/screen.ts';
import type { Insertion } from '#extension/panel/update/insertion.ts';
import { interpret } from '#shared/brief/interpret.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import type { InsertOutcome } from '#shared/contracts/insertion.ts';
import type { BriefQuery } from '#shared/contracts/procedures.ts';
import { RecordInsertionInput } from '#shared/contracts/procedures.ts';
import { type NoteField, PageReading } from '#shared/contracts/reading.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { FACTS } from './courses.ts';
import { FULL_CLIENT } from './full-client.ts';

/** The gallery's clock: four seconds after the facts were read. */
export const NOW = new Date('2026-11-21T00:58:04.000Z');

const VERIFIED = Instant.parse('2026-11-21T00:58:00.000Z');
const AN_EARLIER_DAY = CalendarDate.parse('2026-11-06');
const TWO_MINUTES_AGO = Instant.parse('2026-11-21T00:56:00.000Z');

/** One state of the panel. */
export interface GalleryState {
  readonly screen: Screen;
  readonly insertion?: Insertion;
  readonly note?: NoteState;
  readonly unrecorded?: number;
  readonly refused?: number;
  /** By default it is off. */
  readonly safeView?: CoverState;
  readonly floating?: boolean;
  /** By default nothing is hidden until the server has answered. */
  readonly blank?: boolean;
  /** What a person has done to the record by then. */
  readonly fillIn?: (actions: RecordActions) => void;
  /** By default nothing is known of it. */
  readonly alertWay?: AlertWay;
  /** A goal that is being typed. */
  readonly goalDraft?: GoalDraft;
  /** What the practice has set up for totals by hand; by default one measure. */
  readonly handMeasures?: readonly HandMeasure[];
  /** True when no change gets an answer. */
  readonly unreachable?: boolean;
  /** False when the browser does not let anything be copied. */
  readonly copies?: boolean;
}

function queryOf({ client, links }: BriefFacts): BriefQuery {
  const subject = {
    recordId: links.at(0)?.recordId ?? null,
    name: client.displayName,
    birthDate: client.birthDate,
  };
  return { ehr: 'simplepractice', subject };
}

function field(key: string, label: string, section: NoteField['section']): NoteField {
  return { key, label, section, editor: 'prosemirror', empty: true, psychotherapy: false };
}

const SOAP_FIELDS = [
  field('f1', 'Subjective', 'subjective'),
  field('f2', 'Objective', 'objective'),
  field('f3', 'Assessment', 'assessment'),
  field('f4', 'Plan', 'plan'),
];

/** A client on screen. */
export function clientState(
  facts: BriefFacts,
  page: Partial<PageReading> = {},
  freshness: ClientScreen['freshness'] = { is: 'live', verifiedAt: VERIFIED },
): ClientScreen {
  const query = queryOf(facts);
  const reading = PageReading.parse({
    ehr: 'simplepractice',
    adapterVersion: 1,
    kind: 'note',
    settled: true,
    navigation: 3,
    subjects: [query.subject],
    appointment: { id: '77', date: '2026-11-20' },
    note: { template: 'Progress note', type: 'progress', state: 'editable' },
    fields: SOAP_FIELDS,
    identity: { verdict: 'certain', signals: ['urlId', 'name', 'birthDate'] },
    schedule: [],
    scores: [],
    ownMarks: [],
    riskDenial: null,
    failedChecks: [],
    ...page,
  });
  return {
    kind: 'client',
    query,
    reading,
    facts,
    freshness,
    usualAudience: 'chart',
    mayWrite: true,
  };
}

/** The text of the client in whose note something was inserted. */
const READ = compose(interpret(FACTS.tooEarly), chartRequest('narrative'));

function inserted(
  outcome: InsertOutcome,
  rest: Partial<Extract<Insertion, { phase: 'done' }>> = {},
): Insertion {
  const record = RecordInsertionInput.parse({
    insertionId: inventedId(90),
    clientId: inventedId(2),
    ehr: 'simplepractice',
    recordId: 'abc123',
    appointmentId: '77',
    request: chartRequest('narrative'),
    briefAsOf: VERIFIED,
    parts: [{ label: 'Subjective', section: 'subjective', text: READ.text }],
    outcome,
  });
  return {
    phase: 'done',
    record,
    at: VERIFIED,
    recording: 'saved',
    undo: { phase: 'notAsked' },
    ...rest,
  };
}

const { improving, worse, tooEarly, oneScore, unscorable, riskNotSent, returned, noScore } = FACTS;
const { emergencies, putAside } = FACTS;
const cached = { is: 'cached', verifiedAt: TWO_MINUTES_AGO, because: 'unreachable' } as const;
const psychotherapy = { ...field('p', 'Psychotherapy note', null), psychotherapy: true };

/** A line that broke, and messages that are not sent. */
export const NOBODY_IS_TOLD: AlertWay = {
  line: 'silent',
  lineSince: TWO_MINUTES_AGO,
  path: { checkedAt: VERIFIED, state: 'failing', since: TWO_MINUTES_AGO, deadLetters: 2 },
};

const COVERED: CoverState = {
  view: { on: true, because: 'telehealth' },
  covered: true,
  secondsLeft: null,
};

/** Every designed state by name. */
export const STATES: Readonly<Record<string, GalleryState>> = {
  improving: { screen: clientState(improving) },
  worse: { screen: clientState(worse) },
  'too early': { screen: clientState(tooEarly) },
  'one score': { screen: clientState(oneScore) },
  'no score': { screen: clientState(noScore) },
  'cannot be scored': { screen: clientState(unscorable) },
  'risk answer, not sent': { screen: clientState(riskNotSent) },
  'new episode of care': { screen: clientState(returned) },
  'two emergencies, good news': { screen: clientState(emergencies) },
  'alerts put aside': { screen: clientState(putAside) },
  'nobody is told': { screen: clientState(improving), alertWay: NOBODY_IS_TOLD },
  'no client, and nobody is told': { screen: { kind: 'noClient' }, alertWay: NOBODY_IS_TOLD },
  'nobody knows who is told': {
    screen: clientState(improving),
    alertWay: { line: 'works', lineSince: TWO_MINUTES_AGO, path: null },
  },
  'everything at once': { screen: clientState(FULL_CLIENT) },
  'note of an earlier day': {
    screen: clientState(improving, { appointment: { id: '76', date: AN_EARLIER_DAY } }),
  },
  cached: { screen: clientState(improving, {}, cached) },
  'cached, none open': { screen: clientState(tooEarly, {}, cached) },
  aging: { screen: clientState(tooEarly, {}, { is: 'aging', verifiedAt: TWO_MINUTES_AGO }) },
  'chart without note': {
    screen: clientState(tooEarly, { kind: 'client', note: null, fields: [] }),
  },
  'note locked': {
    screen: clientState(tooEarly, {
      kind: 'lockedNote',
      note: { template: 'Progress note', type: 'progress', state: 'locked' },
      fields: [],
    }),
  },
  'note signed': {
    screen: clientState(tooEarly, {
      note: { template: 'Progress note', type: 'progress', state: 'signed' },
    }),
  },
  'psychotherapy only': { screen: clientState(tooEarly, { fields: [psychotherapy] }) },
  'unknown page version': {
    screen: clientState(tooEarly, { kind: 'unknown', note: null, fields: [] }),
  },
  inserted: { screen: clientState(tooEarly), insertion: inserted({ status: 'exact' }) },
  'inserted, changed': {
    screen: clientState(tooEarly),
    insertion: inserted({ status: 'changed', detail: 'altered' }),
    unrecorded: 0,
  },
  'rejected by the editor': {
    screen: clientState(tooEarly),
    insertion: inserted({ status: 'notInserted', reason: 'editorRejected' }),
  },
  'not recorded': {
    screen: clientState(tooEarly),
    insertion: inserted({ status: 'exact' }, { recording: 'failed' }),
    unrecorded: 1,
  },
  undone: {
    screen: clientState(tooEarly),
    insertion: inserted(
      { status: 'exact' },
      { undo: { phase: 'done', outcome: { status: 'restored' }, recording: 'saved' } },
    ),
  },
  'undo held back': {
    screen: clientState(tooEarly),
    insertion: inserted({ status: 'exact' }, { undo: { phase: 'heldBack', because: 'notKept' } }),
  },
  'refused by the register': {
    screen: clientState(tooEarly),
    insertion: inserted({ status: 'exact' }, { recording: 'refused' }),
    refused: 1,
  },
  'held back': {
    screen: clientState(tooEarly),
    insertion: { phase: 'heldBack', because: 'clientChanged' },
  },
  'safe view': { screen: clientState(improving), safeView: COVERED },
  'safe view, nothing urgent': { screen: clientState(noScore), safeView: COVERED },
  'safe view, cached': { screen: clientState(improving, {}, cached), safeView: COVERED },
  'safe view, not linked': {
    screen: { kind: 'unlinked', query: queryOf(improving) },
    safeView: { ...COVERED, view: { on: true, because: 'unknown' } },
  },
  'safe view, shown': {
    screen: clientState(improving),
    safeView: { ...COVERED, covered: false, secondsLeft: 17 },
  },
  floating: { screen: clientState(improving), floating: true },
  'seen again': { screen: clientState(improving), blank: true },
  loading: { screen: { kind: 'loading' } },
  settling: { screen: { kind: 'settling' } },
  unlinked: { screen: { kind: 'unlinked', query: queryOf(improving) } },
  mismatch: {
    screen: {
      kind: 'mismatch',
      query: queryOf(improving),
      differs: ['name'],
      linkId: improving.links[0]?.linkId as never,
    },
  },
  ambiguous: { screen: { kind: 'ambiguous', query: queryOf(improving) } },
  'several people': { screen: { kind: 'severalPeople', count: 3, page: null, key: 'a page' } },
  insufficient: { screen: { kind: 'insufficient' } },
  'page disagrees': { screen: { kind: 'pageDisagrees' } },
  'no client': { screen: { kind: 'noClient' } },
  'unknown page': { screen: { kind: 'unknownPage' } },
  'ehr signed out': { screen: { kind: 'ehrSignedOut' } },
  'signed out': { screen: { kind: 'signedOut' } },
  'not configured': { screen: { kind: 'notConfigured', problem: null } },
  'waiting for practice': { screen: { kind: 'notConfigured', problem: 'waitingForPractice' } },
  'policy refused': { screen: { kind: 'notConfigured', problem: 'policyRefused' } },
  'access not granted': { screen: { kind: 'notConfigured', problem: 'accessNotGranted' } },
  'admin role': { screen: { kind: 'adminRole' } },
  unreachable: { screen: { kind: 'unavailable', because: 'unreachable' }, unrecorded: 2 },
  slow: { screen: { kind: 'unavailable', because: 'slow' } },
  refused: { screen: { kind: 'unavailable', because: 'refused' } },
  'too old': {
    screen: {
      kind: 'tooOld',
      client: improving.client,
      timeZone: improving.timeZone,
      verifiedAt: Instant.parse('2026-11-21T00:41:00.000Z'),
      because: 'unreachable',
    },
  },
  'page lost': { screen: { kind: 'pageLost' } },
  'page fights': { screen: { kind: 'pageFights' } },
};
