import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onWorkerNotice } from '#extension/local/ask-worker.ts';
import { listen, UPKEEP_ALARM } from '#extension/local/listeners.ts';
import { createWorker } from '#extension/local/worker.ts';
import { WORKER_CALLS, type WorkerCall } from '#extension/messages/worker.ts';
import type { AdapterMode } from '#shared/contracts/fleet.ts';
import { StaffId } from '#shared/contracts/ids.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { stillClock } from '#test/support/clock.ts';
import { eventually } from '#test/support/eventually.ts';
import { fakeFetch } from '#test/support/fake-fetch.ts';
import { CLINICIAN } from '#test/support/panel-scene.ts';
import { sealedRegister } from '#test/support/sealed-register.ts';

const ORIGIN = 'chrome-extension://throughline';
const BUILD = 'http://127.0.0.1:7317';
const EHR_PAGE = 'https://secure.simplepractice.com/clients/abc123/overview';
const SUBJECT = { recordId: 'abc123', name: 'Jordan Avery', birthDate: '1991-03-14' };
const QUERY = { ehr: 'simplepractice', subject: SUBJECT };
const READING = {
  type: 'reading',
  complete: true,
  reading: {
    ehr: 'simplepractice',
    adapterVersion: 1,
    kind: 'client',
    settled: true,
    navigation: 0,
    subjects: [SUBJECT],
    appointment: null,
    note: null,
    fields: [],
    identity: { verdict: 'none', signals: [] },
    schedule: [],
    scores: [],
    ownMarks: [],
    riskDenial: null,
    failedChecks: [],
  },
};

let clock = stillClock('2026-11-21T00:58:00.000Z');
let requests: string[] = [];
/** The requests to end a session, by the token they were made with. */
let ended: (string | null)[] = [];
/** What reached the register of insertions, in whose name. */
let recorded: { readonly by: string | null; readonly body: unknown }[] = [];
let server: {
  down: boolean;
  staff: string;
  /** What the practice allows SimplePractice. */
  mode: AdapterMode;
  beforeBrief: () => Promise<unknown>;
  beforeSignOut: () => Promise<unknown>;
};

/** Starts the worker over an in-memory browser and a backend that knows one client. */
function startWorker() {
  const worker = createWorker({
    browser: fakeBrowser,
    build: BUILD,
    fetch: fakeFetch((request) => {
      // Here nothing happens on the server.
      if (new URL(request.url).pathname === '/live') return new Response(null, { status: 403 });
      requests.push(request.url);
      return answerOf(request);
    }),
    crypto,
    now: clock.now,
    newId: () => v7(),
    installation: () => ({ extensionVersion: '1.4.0', browser: 'chrome' }),
    engine: { indexedDB: new IDBFactory(), IDBKeyRange },
  });
  listen(fakeBrowser, worker, ORIGIN);
  return worker;
}

/** A backend whose every code is approved at once. */
async function answerOf(request: Request): Promise<Response> {
  if (server.down) throw new TypeError('Failed to fetch');
  const path = new URL(request.url).pathname;
  if (path === '/api/auth/device/code') {
    return Response.json({
      device_code: 'device',
      user_code: 'ABCD-EFGH',
      verification_uri_complete: `${BUILD}/connect?user_code=ABCD-EFGH`,
      expires_in: 600,
      interval: 0,
    });
  }
  if (path === '/api/auth/device/token') {
    return Response.json({ access_token: 'bearer-secret', expires_in: 36_000 });
  }
  if (path === '/api/auth/sign-out') {
    ended.push(request.headers.get('authorization'));
    await server.beforeSignOut();
    return Response.json({ signedOut: true });
  }
  if (path === '/rpc/session.whoAmI') {
    return Response.json({ result: { data: { ...CLINICIAN, staffId: server.staff } } });
  }
  if (path === '/rpc/fleet.switches') {
    const adapters = [{ ehr: 'simplepractice', mode: server.mode }];
    return Response.json({ result: { data: { asOf: clock.now().toISOString(), adapters } } });
  }
  if (path === '/rpc/sealed.key') {
    const who = { backend: BUILD, token: '', staffId: StaffId.parse(server.staff) };
    return Response.json({ result: { data: await sealedRegister(clock.now).grant(who) } });
  }
  if (path.startsWith('/rpc/insertions.')) {
    recorded.push({ by: request.headers.get('authorization'), body: await request.json() });
    return Response.json({ result: { data: { at: clock.now().toISOString() } } });
  }
  await server.beforeBrief();
  const brief = inventedFacts({ lines: [] });
  return Response.json({ result: { data: { verdict: 'certain', brief } } });
}

/** Sends a message as the browser would deliver it; undefined when nobody answers. */
async function say(message: unknown, sender: object): Promise<unknown> {
  let answer: unknown;
  const answered = new Promise<void>((resolve) => {
    void fakeBrowser.runtime.onMessage
      .trigger(message, { id: fakeBrowser.runtime.id, ...sender }, (reply) => {
        answer = reply;
        resolve();
      })
      .then((kept) => (kept.some(Boolean) ? null : resolve()));
  });
  await answered;
  return answer;
}

const OWN_PAGE = { url: `${ORIGIN}/panel.html#nonce`, tab: { id: 7 }, frameId: 3 };
const CONTENT_SCRIPT = { url: EHR_PAGE, tab: { id: 7 }, frameId: 0 };
const call = (name: WorkerCall, input: unknown = {}) => ({ type: 'call', call: name, input });

beforeEach(async () => {
  fakeBrowser.reset();
  clock = stillClock('2026-11-21T00:58:00.000Z');
  requests = [];
  ended = [];
  recorded = [];
  server = {
    down: false,
    staff: inventedId(300),
    mode: 'on',
    beforeBrief: async () => undefined,
    beforeSignOut: async () => undefined,
  };
  vi.spyOn(fakeBrowser.commands.onCommand, 'addListener').mockImplementation(() => undefined);
  // The browser in memory has no idle signal.
  vi.spyOn(fakeBrowser.idle.onStateChanged, 'addListener').mockReturnValue(undefined);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true as never);
  vi.spyOn(fakeBrowser.management, 'getSelf').mockResolvedValue({
    installType: 'development',
  } as never);
});

async function signIn(token = 'bearer-secret'): Promise<void> {
  await fakeBrowser.storage.session.set({
    bearerToken: { token, backend: BUILD, expiresAt: '2026-11-21T10:00:00.000Z' },
  });
}

const ring = () =>
  fakeBrowser.alarms.onAlarm.trigger({
    name: UPKEEP_ALARM,
    scheduledTime: 0,
    persistAcrossSessions: true,
  });

describe('the worker', () => {
  it('answers its own pages', async () => {
    startWorker();
    await signIn();
    expect(await say(call('brief.get', QUERY), OWN_PAGE)).toMatchObject({
      ok: true,
      value: { source: 'live', reply: { verdict: 'certain' } },
    });
    expect(requests[0]).toBe(`${BUILD}/rpc/brief.ofRecord`);
  });

  it('answers no call of a content script, another extension, a frame or a look-alike', async () => {
    startWorker();
    await signIn();
    for (const sender of [
      CONTENT_SCRIPT,
      { ...OWN_PAGE, id: 'another-extension' },
      { ...CONTENT_SCRIPT, frameId: 2 },
      { ...OWN_PAGE, url: 'chrome-extension://throughline.evil/panel.html' },
      { ...OWN_PAGE, url: 'https://evil.example/panel.html' },
      { tab: { id: 7 } },
    ]) {
      for (const name of Object.keys(WORKER_CALLS) as WorkerCall[]) {
        expect(await say(call(name, QUERY), sender)).toBeUndefined();
      }
    }
    expect(requests).toEqual([]);
  });

  it('tells a content script nothing', async () => {
    startWorker();
    await signIn();
    expect(await say(READING, CONTENT_SCRIPT)).toBeNull();
    expect(requests[0]).toBe(`${BUILD}/rpc/brief.ofRecord`);
    expect(await fakeBrowser.action.getBadgeText({ tabId: 7 })).toBe('on');
  });

  it('takes a reading from the top frame of an EHR page only, and of no other EHR', async () => {
    startWorker();
    await signIn();
    for (const sender of [
      { ...CONTENT_SCRIPT, frameId: 1 },
      { ...CONTENT_SCRIPT, url: 'https://evil.example/' },
      { ...CONTENT_SCRIPT, tab: undefined },
    ]) {
      expect(await say(READING, sender)).toBeUndefined();
    }
    const forged = { ...READING.reading, ehr: 'therapynotes' };
    expect(await say({ ...READING, reading: forged }, CONTENT_SCRIPT)).toBeNull();
    expect(requests).toEqual([]);
  });

  it('brings the panel’s part to the very document that asks for it, and tells it nothing', async () => {
    const bring = vi.spyOn(fakeBrowser.scripting, 'executeScript').mockResolvedValue();
    startWorker();
    const wanted = { type: 'panelPartWanted' };
    expect(await say(wanted, { ...CONTENT_SCRIPT, documentId: 'D1' })).toBeNull();
    expect(await say(wanted, CONTENT_SCRIPT)).toBeNull();
    const how = { files: ['/client-page.js'], injectImmediately: true };
    expect(bring.mock.calls).toEqual([
      [{ target: { tabId: 7, documentIds: ['D1'] }, ...how }],
      [{ target: { tabId: 7, frameIds: [0] }, ...how }],
    ]);
    bring.mockRejectedValue(new Error('The document is gone.'));
    expect(await say(wanted, CONTENT_SCRIPT)).toBeNull();
  });

  it('brings the panel’s part to nobody else', async () => {
    const bring = vi.spyOn(fakeBrowser.scripting, 'executeScript').mockResolvedValue();
    startWorker();
    for (const sender of [
      OWN_PAGE,
      { ...CONTENT_SCRIPT, frameId: 1 },
      { ...CONTENT_SCRIPT, url: 'https://evil.example/' },
      { ...CONTENT_SCRIPT, id: 'another-extension' },
    ]) {
      expect(await say({ type: 'panelPartWanted' }, sender)).toBeUndefined();
    }
    expect(bring).not.toHaveBeenCalled();
  });

  it('answers with a failure when a part of it breaks, and works again afterwards', async () => {
    startWorker();
    await signIn();
    const broken = vi.spyOn(fakeBrowser.storage.session, 'get');
    broken.mockRejectedValueOnce(new Error('storage is gone'));
    expect(await say(call('brief.get', QUERY), OWN_PAGE)).toMatchObject({
      ok: false,
      reason: 'unreachable',
    });
    broken.mockRestore();
    await signIn();
    clock.advance(4);
    expect(await say(call('brief.get', QUERY), OWN_PAGE)).toMatchObject({
      value: { source: 'live' },
    });
  });

  it.each([
    ['the worker', {}, 1],
    ['a content script', CONTENT_SCRIPT, 0],
    ['another extension', { id: 'another-extension' }, 0],
  ])('is believed by a page when %s says that something changed', async (_who, sender, times) => {
    const heard: string[] = [];
    onWorkerNotice(fakeBrowser.runtime, (what) => heard.push(what), new AbortController().signal);
    await say({ type: 'changed', what: 'brief' }, sender);
    expect(heard).toHaveLength(times);
  });

  it('refuses input that does not fit', async () => {
    startWorker();
    await signIn();
    for (const [name, input] of [
      ['brief.get', { ehr: 'other', subject: {} }],
      ['links.unlink', { linkId: 'x' }],
      ['settings.setBackend', { backend: 7 }],
    ] as const) {
      expect(await say(call(name, input), OWN_PAGE)).toMatchObject({
        ok: false,
        reason: 'refused',
      });
    }
    expect(await say({ type: 'call', call: 'unknown', input: {} }, OWN_PAGE)).toBeUndefined();
    expect(await say('hello', OWN_PAGE)).toBeUndefined();
    expect(requests).toEqual([]);
  });

  it('asks nobody before somebody signed in', async () => {
    startWorker();
    expect(await say(call('brief.get', QUERY), OWN_PAGE)).toEqual({
      ok: true,
      value: { source: 'none', because: 'signedOut' },
    });
    expect(requests).toEqual([]);
    expect(await fakeBrowser.action.getBadgeText({ tabId: 7 })).toBe('off');
  });

  it('asks nobody while a practice’s policy is awaited', async () => {
    vi.mocked(fakeBrowser.management.getSelf).mockResolvedValue({ installType: 'admin' } as never);
    startWorker();
    await signIn();
    expect(await say(call('settings.get'), OWN_PAGE)).toMatchObject({
      value: { backend: null, problem: 'waitingForPractice' },
    });
    expect(await say(call('brief.get', QUERY), OWN_PAGE)).toMatchObject({
      value: { source: 'none', because: 'notConfigured' },
    });
    expect(requests).toEqual([]);
  });

  it('forgets token and keys at sign-out', async () => {
    startWorker();
    await signIn();
    await say(call('brief.get', QUERY), OWN_PAGE);
    await say(call('session.signOut'), OWN_PAGE);
    await eventually(async () =>
      expect(Object.keys(await fakeBrowser.storage.session.get()).toSorted()).toEqual([
        'badgesConfirmed',
        'questionsLeft',
      ]),
    );
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });

  it('ends a session at the server too, by sign-out and by another sign-in', async () => {
    startWorker();
    await signIn('former-secret');
    await say(call('session.startPairing'), OWN_PAGE);
    await say(call('session.pollPairing'), OWN_PAGE);
    expect(ended).toEqual(['Bearer former-secret']);
    await say(call('session.signOut'), OWN_PAGE);
    expect(ended).toEqual(['Bearer former-secret', 'Bearer bearer-secret']);
  });

  it.each([
    ['is away', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['never answers', () => new Promise<never>(() => undefined)],
  ])('signs out at once when the server %s', async (_what, beforeSignOut) => {
    startWorker();
    await signIn();
    server.beforeSignOut = beforeSignOut;
    expect(await say(call('session.signOut'), OWN_PAGE)).toEqual({ ok: true, value: null });
    expect(await fakeBrowser.storage.session.get('bearerToken')).toEqual({});
  });

  it('gives no answer from before a sign-in or a sign-out, however recent', async () => {
    startWorker();
    const because = { value: { source: 'none', because: 'signedOut' } };
    expect(await say(call('brief.get', QUERY), OWN_PAGE)).toMatchObject(because);
    await say(call('session.startPairing'), OWN_PAGE);
    expect(await say(call('session.pollPairing'), OWN_PAGE)).toMatchObject({ value: 'approved' });
    expect(await say(call('brief.get', QUERY), OWN_PAGE)).toMatchObject({
      value: { source: 'live', reply: { verdict: 'certain' } },
    });
    await say(call('session.signOut'), OWN_PAGE);
    expect(await say(call('brief.get', QUERY), OWN_PAGE)).toMatchObject(because);
  });

  it('takes nothing of one server along to another', async () => {
    startWorker();
    await signIn();
    await say(call('settings.setBackend', { backend: 'https://other.example' }), OWN_PAGE);
    expect(await say(call('brief.get', QUERY), OWN_PAGE)).toMatchObject({
      value: { because: 'signedOut' },
    });
    // The former one hears that it is over, and the new one nothing.
    expect(requests).toEqual([`${BUILD}/api/auth/sign-out`]);
  });

  it('ends a session that ran out, on the alarm', async () => {
    startWorker();
    await signIn();
    clock.advance(24 * 3600);
    await ring();
    await eventually(async () =>
      expect(await fakeBrowser.storage.session.get('bearerToken')).toEqual({}),
    );
  });
});

describe('an answer that was under way when the session changed', () => {
  it('is neither shown nor kept in the next one', async () => {
    startWorker();
    await signIn();
    const held = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    server.beforeBrief = () => {
      asked.resolve();
      return held.promise;
    };
    const late = say(call('brief.get', QUERY), OWN_PAGE);
    await asked.promise;
    await say(call('session.signOut'), OWN_PAGE);
    await signIn('another-secret');
    held.resolve();
    const none = { value: { source: 'none' } };
    expect(await late).toMatchObject(none);
    server.down = true;
    expect(await say(call('brief.get', QUERY), OWN_PAGE)).toMatchObject(none);
  });
});

describe('an insertion that the server could not be told of', () => {
  const insertionId = inventedId(90);
  const HELD = {
    insertionId,
    clientId: inventedId(2),
    ehr: 'simplepractice',
    recordId: 'abc123',
    appointmentId: '77',
    request: chartRequest('narrative'),
    briefAsOf: '2026-11-21T00:58:00.000Z',
    parts: [{ label: 'Subjective', section: 'subjective', text: 'As read above.' }],
  };
  const EXACT = { insertionId, outcome: { status: 'exact' } };

  async function inserted() {
    startWorker();
    await signIn();
    await say(call('session.whoAmI'), OWN_PAGE);
    expect(await say(call('outbox.hold', HELD), OWN_PAGE)).toEqual({ ok: true, value: null });
    server.down = true;
    expect(await say(call('outbox.answer', EXACT), OWN_PAGE)).toMatchObject({
      value: [{ insertionId, is: 'waiting' }],
    });
    expect(recorded).toEqual([]);
    server.down = false;
  }
  const once = [{ by: 'Bearer bearer-secret', body: { ...HELD, outcome: { status: 'exact' } } }];

  it('is told on the alarm', async () => {
    await inserted();
    clock.advance(60);
    await ring();
    await eventually(() => expect(recorded).toEqual(once));
  });

  it('is told as soon as the server answers anything', async () => {
    await inserted();
    await say(call('brief.get', QUERY), OWN_PAGE);
    await eventually(() => expect(recorded).toEqual(once));
  });

  it('waits for the one who made it, whoever signs in before', async () => {
    await inserted();
    await say(call('session.signOut'), OWN_PAGE);
    server.staff = inventedId(301);
    await say(call('session.startPairing'), OWN_PAGE);
    await say(call('session.pollPairing'), OWN_PAGE);
    await say(call('session.whoAmI'), OWN_PAGE);
    await say(call('brief.get', QUERY), OWN_PAGE);
    clock.advance(3600);
    await ring();
    expect(await say(call('outbox.list'), OWN_PAGE)).toEqual({ ok: true, value: [] });
    expect(recorded).toEqual([]);

    await say(call('session.signOut'), OWN_PAGE);
    server.staff = inventedId(300);
    await say(call('session.startPairing'), OWN_PAGE);
    await say(call('session.pollPairing'), OWN_PAGE);
    await eventually(() => expect(recorded).toEqual(once));
  });

  it('and whose tab was closed before its page spoke is told as what nobody knows', async () => {
    startWorker();
    await signIn();
    await say(call('outbox.hold', HELD), OWN_PAGE);
    await fakeBrowser.tabs.onRemoved.trigger(7, { windowId: 1, isWindowClosing: false });
    await eventually(() =>
      expect(recorded).toMatchObject([{ body: { outcome: { status: 'unconfirmed' } } }]),
    );
  });
});

describe('the alarm', () => {
  it('is not set anew by every start of the worker', async () => {
    startWorker();
    await eventually(async () => expect(await fakeBrowser.alarms.getAll()).toHaveLength(1));
    const create = vi.spyOn(fakeBrowser.alarms, 'create');
    startWorker();
    await say(call('settings.get'), OWN_PAGE);
    expect(create).not.toHaveBeenCalled();
    create.mockRestore();
  });

  it('finishes a sign-in whose page is gone', async () => {
    startWorker();
    await say(call('session.startPairing'), OWN_PAGE);
    await ring();
    await eventually(async () =>
      expect(await fakeBrowser.storage.session.get('bearerToken')).toMatchObject({
        bearerToken: { token: 'bearer-secret' },
      }),
    );
  });
});

describe('an EHR that the practice switched', () => {
  it('off gives no brief and says so on the badge; on again it does, and pages hear of it', async () => {
    const worker = startWorker();
    await signIn();
    server.mode = 'off';
    await worker.fleet.switches.refresh();
    await say(READING, CONTENT_SCRIPT);
    expect(await fakeBrowser.action.getBadgeText({ tabId: 7 })).toBe('off');
    const given = () => say(call('brief.get', QUERY), OWN_PAGE);
    expect(await given()).toMatchObject({ value: { source: 'none' } });
    expect(requests).not.toContain(`${BUILD}/rpc/brief.ofRecord`);
    const told = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    server.mode = 'on';
    await worker.fleet.switches.refresh();
    expect(told).toHaveBeenCalledWith({ type: 'changed', what: 'brief' });
    expect(await given()).toMatchObject({ value: { source: 'live' } });
  });

  it('to read only gives the brief, and holds nothing for writing', async () => {
    startWorker();
    await signIn();
    server.mode = 'readOnly';
    await ring();
    await eventually(() => expect(requests).toContain(`${BUILD}/rpc/fleet.switches`));
    expect(await say(call('brief.get', QUERY), OWN_PAGE)).toMatchObject({
      value: { source: 'live' },
    });
    const undo = call('outbox.holdUndo', { insertionId: inventedId(90), ehr: 'simplepractice' });
    expect(await say(undo, OWN_PAGE)).toMatchObject({ ok: false, reason: 'switchedOff' });
  });
});
