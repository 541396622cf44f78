import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operatorScope } from '#backend/care/deps.ts';
import { endCare, resumeCare } from '#backend/care/end-care.ts';
import { saveAnswer } from '#backend/care/save-answer.ts';
import { submit } from '#backend/care/submit.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { CaseloadRow } from '#shared/contracts/caseload.ts';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { withCouple } from '#test/support/couple.ts';
import {
  aClient,
  aLink,
  answerAndSend,
  aPractice,
  aStaffMember,
  call,
  openPage,
  type SignedIn,
  submitForm,
  valueOf,
} from '#test/support/practice.ts';
import { aScene, briefOf, POSITIVE_ITEM_9 } from '#test/support/scene.ts';

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

const who = () => ({ clientId, bornOn: null });
const ends = () => endCare(backend.care, operatorScope(backend.care, practiceId), who());
const resumes = () => resumeCare(backend.care, operatorScope(backend.care, practiceId), who());

const kept = () =>
  backend.database.asSuperuser(
    `select item, value from care.answer join care.administration using (practice_id, administration_id)
     where client_id = $1 order by item, revision`,
    [clientId],
  );

const recorded = () =>
  backend.database.asSuperuser(
    "select action from care.audit_event where client_id = $1 and action like 'client.care%' order by at",
    [clientId],
  );

/** The client's record in an EHR, linked. */
async function linked() {
  const subject = { recordId: 'r1', name: 'Jordan Avery', birthDate: '1991-03-14' };
  const link = { ehr: 'simplepractice', subject, clientId, nameConfirmed: false };
  await valueOf(await call(backend, 'links.link', link, clinician.token));
  return { recordId: 'r1', displayName: subject.name, birthDate: subject.birthDate };
}

async function listed(): Promise<readonly string[]> {
  const reply = await call(backend, 'caseload.list', undefined, clinician.token);
  const rows = await valueOf<readonly CaseloadRow[]>(reply);
  return rows.map(({ client }) => client.clientId);
}

describe('care that ends in the middle of a form', () => {
  it('closes the link, keeps every answer, and goes on there when care is resumed', async () => {
    const link = await aLink(backend, practiceId, clientId);
    await submitForm(backend, `${link}/q/1`, { answer: '2' });
    expect(await ends()).toEqual({ ok: true, value: true });

    const refused = await submitForm(backend, `${link}/q/2`, { answer: '3' });
    expect(refused.status).toBe(404);
    expect(await refused.text()).toContain('988');
    expect((await openPage(backend, link)).status).toBe(404);
    expect(await kept()).toEqual([{ item: 1, value: 2 }]);

    expect(await resumes()).toEqual({ ok: true, value: true });
    expect((await submitForm(backend, `${link}/q/2`, { answer: '3' })).status).toBe(303);
    expect(await kept()).toEqual([
      { item: 1, value: 2 },
      { item: 2, value: 3 },
    ]);
    expect(await recorded()).toEqual([
      { action: 'client.careEnded' },
      { action: 'client.careResumed' },
    ]);
  });

  it('lets nothing in that was past the door when it ended', async () => {
    const link = await aLink(backend, practiceId, clientId);
    await submitForm(backend, `${link}/q/1`, { answer: '2' });
    await ends();
    const visit = { secret: link.slice('/m/'.length), requestId: 'test' };
    const closed = { ok: false, refusal: 'notOpen' };
    expect(await saveAnswer(backend.care)(visit, 9, 3)).toEqual(closed);
    expect(await submit(backend.care)(visit)).toEqual(closed);
    expect(await kept()).toEqual([{ item: 1, value: 2 }]);
  });

  it('is said once, and takes the client out of the caseload until care is resumed', async () => {
    expect(await listed()).toEqual([clientId]);
    await ends();
    expect(await ends()).toEqual({ ok: true, value: false });
    expect(await listed()).toEqual([]);
    await resumes();
    expect(await resumes()).toEqual({ ok: true, value: false });
    expect(await listed()).toEqual([clientId]);
    expect(await recorded()).toHaveLength(2);
  });
});

describe('care does not end', () => {
  it('while an alert is open, which nobody would see any more', async () => {
    const link = await aLink(backend, practiceId, clientId);
    await answerAndSend(backend, link, POSITIVE_ITEM_9);
    expect(await ends()).toEqual({ ok: false, refusal: 'alertsOpen' });
    expect(await recorded()).toEqual([]);
  });

  it('while a risk answer on a form that was left waits for somebody to look', async () => {
    const link = await aLink(backend, practiceId, clientId);
    await submitForm(backend, `${link}/q/9`, { answer: '1' });
    expect(await ends()).toEqual({ ok: false, refusal: 'riskUnseen' });
    backend.clock.pass(60 * 60 * 1000);
    const { asOf } = await briefOf(backend, await linked(), clinician);
    const look = { clientId, asOf, responseCounts: {} };
    await valueOf(await call(backend, 'look.mark', look, clinician.token));
    expect(await ends()).toEqual({ ok: true, value: true });
    backend.clock.reset();
  });

  it('while scores may be shared with a partner', async () => {
    const scene = await withCouple(backend, await aScene(backend));
    ({ practiceId, partnerId: clientId } = scene);
    expect(await ends()).toEqual({ ok: false, refusal: 'inCouple' });
  });

  it('of a client of another practice, or of somebody with another birth date', async () => {
    const elsewhere = operatorScope(backend.care, await aPractice(backend));
    expect(await endCare(backend.care, elsewhere, who())).toEqual({
      ok: false,
      refusal: 'notFound',
    });
    const differs = { clientId, bornOn: '1950-01-01' as CalendarDate };
    const scope = operatorScope(backend.care, practiceId);
    const refused = { ok: false, refusal: 'identityDisagrees' };
    expect(await endCare(backend.care, scope, differs)).toEqual(refused);
    expect(await resumeCare(backend.care, scope, differs)).toEqual(refused);
  });
});
