import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { PermissionName } from '#backend/access/catalogue.ts';
import { licenceTermsOf } from '#backend/care/licence-terms.ts';
import { DIARY_CARD } from '#shared/forms/diary-card.ts';
import { core10 } from '#shared/instruments/data/core10.ts';
import { ladderFields, OWN_CONTACT, TWO_ACTIONS } from '#test/support/alerting.ts';
import { EXTENSION, PUBLIC_URL, type TestBackend } from '#test/support/backend.ts';
import { withCouple } from '#test/support/couple.ts';
import { UNTOUCHED_DEPLOYMENT } from '#test/support/deployment.ts';
import { wellFormedInput } from '#test/support/inputs.ts';
import { anOwnForm, withOwnResponse } from '#test/support/own-form.ts';
import { A_PHRASE, BAI } from '#test/support/own-words.ts';
import { startPairing } from '#test/support/pairing.ts';
import {
  aLink,
  answerAndSend,
  aPractice,
  aStaffMember,
  bornFields,
  passHeader,
  submitForm,
} from '#test/support/practice.ts';
import { aReleaseFolder } from '#test/support/release.ts';
import { aScene, type Scene } from '#test/support/scene.ts';
import { aCoupleToEnd, sharingRequests } from './couple-requests.ts';
import { messageRequests } from './message-requests.ts';
import { PROCEDURES, servedRoutes } from './served.ts';

/** A request before it is sent. */
export interface RequestParts {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null for a GET. */
  readonly body: string | null;
}

/** A request that works, and what its reply is. */
export interface GoodRequest extends RequestParts {
  /** Status when everything is in order. */
  readonly status: number;
  /** Whether the reply hangs on the database. */
  readonly asksDatabase: boolean;
}

/**
 * A request that works for every route that is served, by `METHOD /pattern`. Each has a link, a
 * session or a pairing of its own, so that none is in another's way. Throws when a route is served
 * that no request is written for: write one below.
 */
export async function goodRequests(
  backend: TestBackend,
  scene: Scene,
): Promise<ReadonlyMap<string, GoodRequest>> {
  const sharing = await sharingRequests(backend);
  // A client of their own: nobody can be made one of a couple twice.
  const client = await aScene(backend, { displayName: 'Marlow Quist', of: scene });
  const requests = new Map<string, GoodRequest>([
    ['GET /health', { ...page('/health'), status: 200, asksDatabase: true }],
    ...procedureRequests(
      await withCouple(backend, await withOwnResponse(backend, client)),
      await aCoupleToEnd(backend, scene),
    ),
    ['POST /live', liveRequest(scene)],
    ...(await pairingRequests(backend, scene)),
    ...(await consoleRequests(backend, scene)),
    ...(await alertingRequests(backend, scene)),
    ...(await ownWordsRequests(backend, scene)),
    ...(await messageRequests(backend, scene)),
    ...(await ownFormRequests(backend, scene)),
    ...(await portalRequests(backend, scene)),
    ...(await portalRequests(backend, scene)).map(inPlace),
    ['GET /m/:secret/leave', await wayOut(backend, scene)],
    ...sharing,
    ...sharing.map(inPlace),
    ...(await releaseRequests(backend)),
  ]);
  for (const route of servedRoutes(backend.app)) {
    const [, address = ''] = route.split(' ');
    const unwritten = !requests.has(route);
    if (unwritten && !address.startsWith('/assets/')) throw new Error(`no request for ${route}`);
    if (unwritten) requests.set(route, { ...page(address), status: 200, asksDatabase: false });
  }
  return requests;
}

/** A file for browsers whose server has no release, and so does not know the id. */
const A_POLICY = { ...UNTOUCHED_DEPLOYMENT, extensionId: 'a'.repeat(32), do: 'throughline.json' };

/** Sends a request. */
export async function send(backend: TestBackend, parts: RequestParts): Promise<Response> {
  const { method, path, headers, body } = parts;
  return backend.app.request(new URL(path, PUBLIC_URL), { method, headers, body });
}

type Entry = readonly [string, GoodRequest];

/** What ends something that others ask about. */
const ENDING: ReadonlySet<string> = new Set(['couples.unlink', 'goals.close']);

/** What ends a couple or a goal gets another than the others ask about. */
function procedureRequests({ clinician, ...about }: Scene, ending: Scene): readonly Entry[] {
  const request = (name: PermissionName): GoodRequest => {
    const input = JSON.stringify(wellFormedInput(name, ENDING.has(name) ? ending : about)) as
      | string
      | undefined;
    const asked = json(`/rpc/${name}`, input ?? '', { authorization: `Bearer ${clinician.token}` });
    return { ...asked, status: 200, asksDatabase: true };
  };
  return PROCEDURES.map((name) => [`POST /rpc/${name}`, request(name)] as const);
}

/** Its reply is a stream that goes on: who reads it to the end waits for ever. */
function liveRequest({ clinician }: Scene): GoodRequest {
  const asked = json('/live', '{}', { authorization: `Bearer ${clinician.token}` });
  return { ...asked, status: 200, asksDatabase: true };
}

/** Releases lie in a folder beside the database and hang on nothing else. */
async function releaseRequests(backend: TestBackend): Promise<readonly Entry[]> {
  const root = backend.database.directory;
  if (!existsSync(join(root, 'releases'))) await aReleaseFolder(root);
  const works = { status: 200, asksDatabase: false };
  const updates = 'GET /extension/updates/:file{[a-z]+\\.xml}';
  const packed = 'GET /extension/:file{[0-9.]+\\.crx}';
  return [
    [updates, { ...page('/extension/updates/stable.xml'), ...works }],
    [packed, { ...page('/extension/1.0.0.crx'), ...works }],
  ];
}

async function pairingRequests(backend: TestBackend, scene: Scene): Promise<readonly Entry[]> {
  const client_id = 'throughline-extension';
  const { device_code, user_code } = await startPairing(backend);
  const { cookie } = scene.clinician;
  await submitForm(backend, '/connect', { user_code, decision: 'approve' }, { cookie });
  const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
  const { token } = await aStaffMember(backend, scene.practiceId);
  const works = { status: 200, asksDatabase: true };
  return [
    [
      'POST /api/auth/device/code',
      { ...json('/api/auth/device/code', JSON.stringify({ client_id })), ...works },
    ],
    [
      'POST /api/auth/device/token',
      {
        ...json('/api/auth/device/token', JSON.stringify({ grant_type, device_code, client_id })),
        ...works,
      },
    ],
    [
      'POST /api/auth/sign-out',
      { ...json('/api/auth/sign-out', '{}', { authorization: `Bearer ${token}` }), ...works },
    ],
  ];
}

async function consoleRequests(backend: TestBackend, scene: Scene): Promise<readonly Entry[]> {
  const { user_code } = await startPairing(backend);
  const { cookie, email, password } = scene.clinician;
  const leaving = await aStaffMember(backend, scene.practiceId);
  const admin = await aStaffMember(backend, scene.practiceId, 'admin');
  const { termsHash } = licenceTermsOf(core10);
  const asAdmin = (path: string, fields: Readonly<Record<string, string>>) =>
    form(path, fields, { cookie: admin.cookie });
  const moves = { status: 303, asksDatabase: true };
  const shows = { status: 200, asksDatabase: true };
  return [
    ['GET /', { ...page('/'), status: 303, asksDatabase: false }],
    ['GET /caseload', { ...page('/caseload', { cookie }), ...shows }],
    ['GET /measures', { ...page('/measures', { cookie }), ...shows }],
    ['GET /measures/:measure', { ...page('/measures/core10', { cookie }), ...shows }],
    [
      'POST /measures/:measure/confirm',
      { ...asAdmin('/measures/core10/confirm', { terms: termsHash, agreed: 'yes' }), ...moves },
    ],
    ['POST /measures/:measure/withdraw', { ...asAdmin('/measures/core10/withdraw', {}), ...moves }],
    ['GET /alert-rules', { ...page('/alert-rules', { cookie }), ...shows }],
    ['GET /alert-rules/:rule', { ...page('/alert-rules/T2'), status: 303, asksDatabase: false }],
    [
      'POST /alert-rules/:rule',
      { ...asAdmin('/alert-rules/T2', { version: '0', decision: 'defaults' }), ...moves },
    ],
    ['GET /fleet', { ...page('/fleet', { cookie }), ...shows }],
    ['GET /fleet/:ehr', { ...page('/fleet/therapynotes'), status: 303, asksDatabase: false }],
    [
      'POST /fleet/:ehr',
      {
        ...asAdmin('/fleet/therapynotes', { version: '0', mode: 'on', reason: 'as it was' }),
        ...moves,
      },
    ],
    ['GET /deployment', { ...page('/deployment', { cookie: admin.cookie }), ...shows }],
    ['POST /deployment', { ...asAdmin('/deployment', A_POLICY), ...shows }],
    ['GET /sign-in', { ...page('/sign-in'), status: 200, asksDatabase: false }],
    ['POST /sign-in', { ...form('/sign-in', { email, password }), ...moves }],
    ['POST /sign-out', { ...form('/sign-out', {}, { cookie: leaving.cookie }), ...moves }],
    ['GET /connect', { ...page(`/connect?user_code=${user_code}`, { cookie }), ...shows }],
    [
      'POST /connect',
      { ...form('/connect', { user_code, decision: 'approve' }, { cookie }), ...shows },
    ],
  ];
}

async function alertingRequests(backend: TestBackend, scene: Scene): Promise<readonly Entry[]> {
  const { cookie } = scene.clinician;
  // Of a practice of its own, which has set nothing yet: what is set names the version that it replaces.
  const admin = await aStaffMember(backend, await aPractice(backend), 'admin');
  const shown = { status: 200, asksDatabase: true };
  const moved = { status: 303, asksDatabase: true };
  const shows = ['/alerts', '/alert-actions', '/escalation', '/my-contact'].map(
    (path): Entry => [`GET ${path}`, { ...page(path, { cookie }), ...shown }],
  );
  const asAdmin = { cookie: admin.cookie };
  return [
    ...shows,
    ['POST /alert-actions', { ...form('/alert-actions', TWO_ACTIONS, asAdmin), ...moved }],
    [
      'POST /escalation',
      { ...form('/escalation', ladderFields(admin.staffId), asAdmin), ...moved },
    ],
    ['POST /my-contact', { ...form('/my-contact', OWN_CONTACT, { cookie }), ...moved }],
  ];
}

async function ownWordsRequests(backend: TestBackend, scene: Scene): Promise<readonly Entry[]> {
  const { cookie } = await aStaffMember(backend, scene.practiceId, 'admin');
  const measure = await aMeasureByHand(backend, cookie);
  const shown = { status: 200, asksDatabase: true };
  const moved = { status: 303, asksDatabase: true };
  return [
    ['GET /hand-measures', { ...page('/hand-measures', { cookie }), ...shown }],
    ['GET /hand-measures/edit', { ...page('/hand-measures/edit', { cookie }), ...shown }],
    ['POST /hand-measures/edit', { ...form('/hand-measures/edit', BAI, { cookie }), ...moved }],
    ...['retire', 'restore'].map(
      (use): Entry => [
        `POST /hand-measures/:measure/${use}`,
        { ...form(`/hand-measures/${measure}/${use}`, {}, { cookie }), ...moved },
      ],
    ),
    ['GET /phrases', { ...page('/phrases', { cookie }), ...shown }],
    ['GET /phrases/edit', { ...page('/phrases/edit', { cookie }), ...shown }],
    ['POST /phrases/edit', { ...form('/phrases/edit', A_PHRASE, { cookie }), ...moved }],
    [
      'POST /phrases/:phrase/remove',
      { ...form(`/phrases/${v7()}/remove`, {}, { cookie }), ...moved },
    ],
  ];
}

/** Id of a measure that no other request is about, so that it can go out of use. */
async function aMeasureByHand(backend: TestBackend, cookie: string): Promise<string> {
  const id = `scale${backend.care.newId().replaceAll('-', '')}`;
  const { status } = await submitForm(
    backend,
    '/hand-measures/edit',
    { ...BAI, name: id },
    { cookie },
  );
  if (status !== 303) throw new Error(`stating a measure was answered with ${status}`);
  return id;
}

async function ownFormRequests(backend: TestBackend, scene: Scene): Promise<readonly Entry[]> {
  const { cookie } = scene.clinician;
  // Of a title of its own: no two forms in use share one.
  const title = `Diary card ${backend.care.newId()}`;
  const { formId } = await anOwnForm(backend, scene, { ...DIARY_CARD, title });
  const at = `/forms/${formId}`;
  const preview = `${at}/preview`;
  const shown = (path: string): GoodRequest => ({
    ...page(path, { cookie }),
    status: 200,
    asksDatabase: true,
  });
  const moved = (path: string, fields: Readonly<Record<string, string>> = {}): GoodRequest => ({
    ...form(path, fields, { cookie }),
    status: 303,
    asksDatabase: true,
  });
  return [
    ['GET /forms', shown('/forms')],
    ['GET /forms/new', shown('/forms/new')],
    ['GET /forms/:form', shown(at)],
    ['GET /forms/:form/edit', shown(`${at}/edit`)],
    ['POST /forms/:form/edit', { ...moved(`${at}/edit`, { do: 'add-text' }), status: 200 }],
    ['POST /forms/:form/retire', moved(`${at}/retire`)],
    ['POST /forms/:form/restore', moved(`${at}/restore`)],
    ['GET /forms/:form/preview', shown(preview)],
    ['POST /forms/:form/preview/start', moved(`${preview}/start`)],
    ['GET /forms/:form/preview/q/:item', shown(`${preview}/q/1`)],
    ['POST /forms/:form/preview/q/:item', moved(`${preview}/q/1`, { answer: '1' })],
    ['GET /forms/:form/preview/review', shown(`${preview}/review`)],
    ['POST /forms/:form/preview/submit', { ...moved(`${preview}/submit`), asksDatabase: false }],
  ];
}

async function portalRequests(backend: TestBackend, scene: Scene): Promise<readonly Entry[]> {
  const link = () => aLink(backend, scene.practiceId, scene.clientId);
  const toSend = await link();
  await submitForm(backend, `${toSend}/q/1`, { answer: '1' });
  const sent = await link();
  await answerAndSend(backend, sent, [1]);
  const born = bornFields(scene.birthDate);
  const moves = { status: 303, asksDatabase: true };
  const shows = { status: 200, asksDatabase: true };
  return [
    ['GET /m/', { ...page('/m/'), status: 200, asksDatabase: false }],
    [
      'GET /check-in-worker.js',
      { ...page('/check-in-worker.js'), status: 200, asksDatabase: false },
    ],
    ['GET /m/:secret', { ...page(await link()), ...shows }],
    ['POST /m/:secret/birth-date', { ...form(`${await link()}/birth-date`, born), ...moves }],
    [
      'POST /m/:secret/language',
      { ...form(`${await link()}/language`, { to: 'spanish', at: '' }), ...moves },
    ],
    ['POST /m/:secret/start', { ...form(`${await link()}/start`, {}), ...moves }],
    ['GET /m/:secret/q/:item', { ...page(`${await link()}/q/1`), ...shows }],
    ['POST /m/:secret/q/:item', { ...form(`${await link()}/q/1`, { answer: '1' }), ...moves }],
    ['GET /m/:secret/rest', { ...page(`${await link()}/rest`), ...shows }],
    ['GET /m/:secret/review', { ...page(`${await link()}/review`), ...shows }],
    ['POST /m/:secret/submit', { ...form(`${toSend}/submit`, {}), ...moves }],
    ['GET /m/:secret/mine', { ...page(`${sent}/mine`), ...shows }],
    ['GET /m/:secret/mine/copy', { ...page(`${sent}/mine/copy`), ...shows }],
    [
      'POST /m/:secret/mine/say',
      { ...form(`${sent}/mine/say`, { topic: v7(), words: 'work' }), ...moves },
    ],
    [
      'POST /m/:secret/mine/take-back',
      { ...form(`${sent}/mine/take-back`, { topic: v7() }), ...moves },
    ],
    [
      'POST /m/:secret/mine/rate',
      { ...form(`${sent}/mine/rate`, { goal: v7(), value: '3' }), ...moves },
    ],
    ['POST /m/:secret/mine/show', { ...form(`${sent}/mine/show`, { as: 'chart' }), ...moves }],
    ['GET /m/:secret/done', { ...page(`${sent}/done`), ...shows }],
  ];
}

/** Whoever leaves a link leaves all of what was sent with it, and waits for nothing. */
async function wayOut(backend: TestBackend, scene: Scene): Promise<GoodRequest> {
  const link = await aLink(backend, scene.practiceId, scene.clientId);
  return { ...page(`${link}/leave`), status: 303, asksDatabase: false };
}

/** The same, asked of the first of what was sent together. */
function inPlace([route, { path, ...request }]: Entry): Entry {
  return [
    route.replace('/m/:secret', '/m/:secret/:place{[1-9]}'),
    { ...request, path: path.replace(/^\/m\/[^/]+/, '$&/1') },
  ];
}

function page(path: string, headers: Readonly<Record<string, string>> = {}): RequestParts {
  return { method: 'GET', path, headers: { ...passHeader(path), ...headers }, body: null };
}

function form(
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): RequestParts {
  const type = 'application/x-www-form-urlencoded';
  const own = { 'content-type': type, origin: 'null', 'sec-fetch-site': 'same-origin' };
  const body = new URLSearchParams(fields).toString();
  return { method: 'POST', path, headers: { ...own, ...passHeader(path), ...headers }, body };
}

function json(
  path: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): RequestParts {
  const own = { 'content-type': 'application/json', origin: EXTENSION };
  return { method: 'POST', path, headers: { ...own, ...headers }, body };
}
