import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#backend/access/caller.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { aStaffMember, type SignedIn } from '#test/support/practice.ts';
import { aScene } from '#test/support/scene.ts';
import { type GoodRequest, goodRequests, send } from './good-requests.ts';

// The console's routes come from the application itself: a new one is tested the day it is added.

/** What an admin alone decides or sees. */
const FOR_ADMINS = new Set([
  'POST /measures/:measure/confirm',
  'POST /measures/:measure/withdraw',
  'POST /alert-rules/:rule',
  'POST /alert-actions',
  'POST /escalation',
  'GET /wording/edit',
  'POST /wording/edit',
  'POST /wording/naming',
  'POST /fleet/:ehr',
  'GET /hand-measures/edit',
  'POST /hand-measures/edit',
  'POST /hand-measures/:measure/retire',
  'POST /hand-measures/:measure/restore',
  'GET /deployment',
  'POST /deployment',
]);

/** What is a clinician's alone: the own clients, and what they are asked in therapy. */
const FOR_CLINICIANS = new Set([
  'GET /caseload',
  'GET /forms/new',
  'GET /forms/:form/edit',
  'POST /forms/:form/edit',
  'POST /forms/:form/retire',
  'POST /forms/:form/restore',
]);

let backend: TestBackend;
let requests: ReadonlyMap<string, GoodRequest>;
const people = new Map<Role, SignedIn>();

beforeAll(async () => {
  backend = await startTestBackend();
  const scene = await aScene(backend);
  requests = await goodRequests(backend, scene);
  people.set('clinician', await aStaffMember(backend, scene.practiceId));
  people.set('admin', await aStaffMember(backend, scene.practiceId, 'admin'));
});
afterAll(() => backend.close());

/** What is served beside the console, and where a session begins, ends or is given on. */
const ELSEWHERE =
  /^\w+ \/(rpc|api|live|m|check-in-worker|assets|extension|health|sign-in|sign-out|connect)\b/;

/** The status of each of the console's routes for whoever a cookie stands for. */
async function statusesFor(cookie: string): Promise<ReadonlyMap<string, number>> {
  const own = [...requests].filter(([route]) => !ELSEWHERE.test(route));
  const statuses = new Map<string, number>();
  for (const [route, request] of own) {
    const reply = await send(backend, { ...request, headers: { ...request.headers, cookie } });
    statuses.set(route, reply.status);
  }
  return statuses;
}

describe('every page of the console', () => {
  it.each([
    ['admin', FOR_CLINICIANS],
    ['clinician', FOR_ADMINS],
  ] as const)('is open to the %s but for what is somebody else’s', async (role, expected) => {
    const statuses = await statusesFor(people.get(role)?.cookie ?? '');
    const closed = [...statuses].filter(([, status]) => status === 403).map(([route]) => route);
    expect(new Set(closed)).toEqual(expected);
  });

  it.each([
    ['admin', 'GET /caseload'],
    ['clinician', 'GET /deployment'],
  ] as const)('says to the %s at %s whose it is, and whom to ask', async (role, route) => {
    const request = requests.get(route) ?? expect.fail(`no request for ${route}`);
    const cookie = people.get(role)?.cookie ?? '';
    const reply = await send(backend, { ...request, headers: { ...request.headers, cookie } });
    const words = (await reply.text()).replaceAll(/\s+/g, ' ');
    expect(words).toContain('clinicians see clients, admins set up the practice. Ask a colleague');
  });

  it('shows and takes nothing when nobody is signed in', async () => {
    const statuses = await statusesFor('');
    expect(new Set(statuses.values())).toEqual(new Set([303]));
  });
});
