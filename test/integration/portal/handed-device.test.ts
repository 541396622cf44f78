import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operatorScope } from '#backend/care/deps.ts';
import { endCare, resumeCare } from '#backend/care/end-care.ts';
import { SentNow } from '#shared/contracts/between-procedures.ts';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import {
  aClient,
  aPractice,
  aStaffMember,
  call,
  openPage,
  type SignedIn,
  submitForm,
  valueOf,
} from '#test/support/practice.ts';

let backend: TestBackend;
let practiceId: PracticeId;
let clinician: SignedIn;
let clientId: ClientId;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  practiceId = await aPractice(backend);
  clinician = await aStaffMember(backend, practiceId);
  clientId = await aClient(backend, practiceId, clinician);
});
afterAll(() => backend.close());

/** The path of a form that was sent that way. */
async function sent(by: 'link' | 'kiosk'): Promise<string> {
  const input = { clientId, administrationId: v7(), measureId: 'phq9', by, oftenMeant: false };
  const reply = await call(backend, 'plans.sendNow', input, clinician.token);
  const { address } = SentNow.parse(await valueOf(reply));
  return new URL(address ?? '').pathname;
}

/** Whether the practice's pages still know whoever has this cookie. */
async function isSignedIn({ cookie }: SignedIn): Promise<boolean> {
  const reply = await openPage(backend, '/caseload', { cookie });
  return reply.status === 200;
}

/** The cookies that a reply hands out. */
function passOf(reply: Response): string {
  return reply.headers.getSetCookie().join();
}

describe('a form that is opened on the clinician’s device', () => {
  it('signs out whoever was signed in at the practice’s pages in that browser', async () => {
    const form = await openPage(backend, await sent('kiosk'), { cookie: clinician.cookie });
    expect(form.status).toBe(200);
    expect(await isSignedIn(clinician)).toBe(false);
  });

  it('does so where the birth date is asked as well', async () => {
    const address = await sent('kiosk');
    await submitForm(backend, `${address}/start`, {});
    const { cookie } = clinician;
    const form = await (await openPage(backend, `${address}/review`, { cookie })).text();
    expect(form).toContain('id="born-month"');
    expect(await isSignedIn(clinician)).toBe(false);
  });

  it('leaves everybody else signed in', async () => {
    const colleague = await aStaffMember(backend, practiceId);
    await openPage(backend, await sent('kiosk'));
    expect(await isSignedIn(colleague)).toBe(true);
    expect(await isSignedIn(clinician)).toBe(true);
  });
});

it('a link that is handed over signs nobody out', async () => {
  await openPage(backend, await sent('link'), { cookie: clinician.cookie });
  expect(await isSignedIn(clinician)).toBe(true);
});

describe('whoever has the address of a form on the clinician’s device elsewhere', () => {
  const elsewhere = { cookie: '' };

  it('is asked for the birth date once the form is begun, however often it was looked at before', async () => {
    const address = await sent('kiosk');
    for (const path of ['', '/q/1', '/rest']) {
      const looked = await openPage(backend, `${address}${path}`, elsewhere);
      expect(looked.status).toBe(200);
      expect(passOf(looked)).toBe('');
    }
    const refused = await submitForm(backend, `${address}/q/1`, { answer: '99' }, elsewhere);
    expect(refused.status).toBe(422);
    expect(passOf(refused)).toBe('');
  });

  it('while the client who begins it goes on', async () => {
    const address = await sent('kiosk');
    const begun = await submitForm(backend, `${address}/start`, {}, elsewhere);
    const cookie = passOf(begun).split(';')[0] ?? '';
    expect(cookie).toMatch(/^pass=/);
    const next = await (await openPage(backend, `${address}/q/1`, { cookie })).text();
    expect(next).toContain('Question <strong>1 of 9</strong>');
  });
});

const statusOf = async (address: string) => (await openPage(backend, address)).status;

describe('the address of a form on the clinician’s device', () => {
  it('leads nowhere after two hours, and the form can be handed over again', async () => {
    const address = await sent('kiosk');
    backend.clock.pass(119 * 60_000);
    expect(await statusOf(address)).toBe(200);
    backend.clock.pass(2 * 60_000);
    expect(await statusOf(address)).toBe(404);
    expect(await statusOf(await sent('kiosk'))).toBe(200);
    const link = await sent('link');
    backend.clock.pass(24 * 3_600_000);
    expect(await statusOf(link)).toBe(200);
    backend.clock.reset();
  });

  it('leads nowhere still when care ended after that and goes on', async () => {
    const [address, link] = [await sent('kiosk'), await sent('link')];
    backend.clock.pass(3 * 3_600_000);
    const who = { clientId, bornOn: null };
    const scope = () => operatorScope(backend.care, practiceId);
    expect(await endCare(backend.care, scope(), who)).toEqual({ ok: true, value: true });
    backend.clock.pass(3_600_000);
    expect(await resumeCare(backend.care, scope(), who)).toEqual({ ok: true, value: true });
    expect(await statusOf(address)).toBe(404);
    expect(await statusOf(link)).toBe(200);
    backend.clock.reset();
  });
});
