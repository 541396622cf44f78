import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CareRepositories } from '#backend/store/store.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { MessageId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import {
  aClient,
  aStaffMember,
  openPage,
  type SignedIn,
  submitForm,
} from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';

let backend: TestBackend;
let scene: Scene;
let admin: SignedIn;
let messageId: MessageId;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
  admin = await aStaffMember(backend, scene.practiceId, 'admin');
  messageId = await asSystem(async (care) => {
    const { clientId } = scene;
    const written = await care.messages.add({ purpose: 'checkIn', clientId, way: 'email' });
    await care.messages.giveUp(written, 'addressRefused');
    return written;
  });
});
afterAll(() => backend.close());

/** Runs work as the system, now. */
function asSystem<T>(work: (care: CareRepositories) => Promise<T>): Promise<T> {
  const scope = scopeOf(scene.practiceId, { now: instantOf(backend.clock.now) });
  return backend.care.store.inPractice(scope, work);
}

const page = async (path: string, who: SignedIn) =>
  (await openPage(backend, path, { cookie: who.cookie })).text();
const press = (path: string, fields: Readonly<Record<string, string>>, who: SignedIn) =>
  submitForm(backend, path, fields, { cookie: who.cookie });
const dead = () => asSystem((care) => care.messages.dead(10));
const events = (action: string) =>
  backend.database.asSuperuser<{ subject: object; actor_id: string }>(
    'select subject, actor_id from care.audit_event where practice_id = $1 and action = $2 order by at, event_id',
    [scene.practiceId, action],
  );

describe('a message that did not arrive', () => {
  it('names the client to the own clinician, and to the admin the clinician alone', async () => {
    const own = await page('/messages', scene.clinician);
    expect(own).toContain('Jordan Avery');
    expect(own).toContain('The address or number was refused. Check it.');
    const admins = await page('/messages', admin);
    expect(admins).not.toContain('Jordan Avery');
    expect(admins).toContain('a client of');
    const messageIds = [messageId];
    expect(await events('deadMessages.read')).toEqual([
      {
        subject: { messageIds, clientIds: [scene.clientId] },
        actor_id: scene.clinician.staffId,
      },
      { subject: { messageIds, clientIds: [] }, actor_id: admin.staffId },
    ]);
  });

  it('names who has left, when it was meant for them', async () => {
    const { staffId, displayName } = await aStaffMember(backend, scene.practiceId);
    await asSystem(async (care) => {
      const written = await care.messages.add({ purpose: 'answer', staffId, way: 'email' });
      await care.messages.giveUp(written, 'noAddress');
      await care.staff.switchOff(staffId);
    });
    expect(await page('/messages', admin)).toContain(`${displayName}, clinician`);
  });

  it('is tried again', async () => {
    const done = await press(`/messages/${messageId}/again`, {}, scene.clinician);
    expect(done.headers.get('location')).toBe('/messages?done=again');
    expect(await dead()).toEqual([]);
    expect(await asSystem((care) => care.messages.due(10))).toContainEqual({
      messageId,
      toStaff: expect.any(Boolean),
      way: 'email',
    });
    expect(await events('message.triedAgain')).toHaveLength(1);
  });

  it('is taken off the list, by name of whoever did', async () => {
    await press(`/messages/${messageId}/settle`, {}, admin);
    expect(await dead()).toEqual([]);
    expect(await events('message.settled')).toEqual([
      { subject: { messageId }, actor_id: admin.staffId },
    ]);
    const twice = await press(`/messages/${messageId}/settle`, {}, admin);
    expect(twice.status).toBe(404);
  });

  it('is seen and ended by the clinician, however many others there are since', async () => {
    const { clinician } = scene;
    const colleague = await aStaffMember(backend, scene.practiceId);
    const theirs = await aClient(backend, scene.practiceId, colleague);
    const toStaff = await asSystem(async (care) => {
      const { staffId } = clinician;
      const written = await care.messages.add({ purpose: 'answer', staffId, way: 'email' });
      await care.messages.giveUp(written, 'addressRefused');
      return written;
    });
    backend.clock.pass(60_000);
    await asSystem(async (care) => {
      for (let count = 0; count < 101; count += 1) {
        const many = { purpose: 'checkIn', clientId: theirs, way: 'email' } as const;
        await care.messages.giveUp(await care.messages.add(many), 'addressRefused');
      }
    });
    const own = await page('/messages', clinician);
    expect(own).toContain(messageId);
    expect(own).toContain(toStaff);
    expect(await page('/messages', admin), 'alerts before mass mail').toContain(toStaff);
    const ended = await press(`/messages/${messageId}/settle`, {}, clinician);
    expect(ended.status).toBe(303);
  });

  it('is not there for a clinician of another client, nor for another practice', async () => {
    const other = await aStaffMember(backend, scene.practiceId);
    const elsewhere = await aScene(backend);
    for (const who of [other, elsewhere.clinician]) {
      const empty = await page('/messages', who);
      expect(empty).not.toContain(messageId);
      expect(empty).toContain('Nothing waits for you here.');
      expect((await press(`/messages/${messageId}/settle`, {}, who)).status).toBe(404);
    }
    expect((await press(`/messages/${v7()}/again`, {}, admin)).status).toBe(404);
    expect(await dead()).toHaveLength(1);
  });
});

describe('the words of messages', () => {
  const EDIT = {
    version: '0',
    purpose: 'checkIn',
    language: 'english',
    way: 'email',
    subject: 'Two minutes',
    body: 'Please have a look:\r\n\r\n{link}',
    do: 'save',
  };

  it('are shown as they arrive, to everybody', async () => {
    const shown = await page('/wording', scene.clinician);
    expect(shown).toContain('Un formulario breve para usted');
    expect(shown).not.toContain('/wording/edit');
  });

  it('are set by an admin, as a version of their own', async () => {
    expect((await press('/wording/edit', EDIT, admin)).headers.get('location')).toBe(
      '/wording?saved',
    );
    expect(await page('/wording', admin)).toContain('Two minutes');
    expect(await events('wording.set')).toMatchObject([{ subject: { version: 1 } }]);
    const back = { ...EDIT, version: '1', do: 'default' };
    await press('/wording/edit', back, admin);
    expect(await page('/wording', admin)).not.toContain('Two minutes');
  });

  it('name the practice where an admin wants it', async () => {
    await press('/wording/naming', { version: '0', names: 'yes' }, admin);
    const { wording } = await asSystem(async (care) => ({
      wording: (await care.practiceSettings.newest('wording'))?.value,
    }));
    expect(wording).toEqual({ version: 1, namesPractice: true, texts: [] });
  });

  it('never name a practice whose name tells, also once it is called so', async () => {
    await press('/wording/naming', { version: '0', names: 'yes' }, admin);
    await backend.database.asSuperuser(
      `update care.practice set name = 'Riverside Couples Therapy' where practice_id = $1`,
      [scene.practiceId],
    );
    const shown = await page('/wording', admin);
    expect(shown).toContain('“couples” in its name tells whoever reads along');
    expect(shown).not.toContain('Riverside Couples Therapy</p>');
    expect(shown).not.toContain('action="/wording/naming"');
    const refused = await press('/wording/naming', { version: '1', names: 'yes' }, admin);
    expect(refused.status).toBe(422);
    expect(await events('wording.set')).toHaveLength(1);
  });

  it.each([
    [{ body: 'Your therapy form: {link}' }, '“therapy” tells whoever reads along'],
    [{ body: 'Please answer' }, 'Put {link} where the link is to stand.'],
    [{ body: 'Dear {name}: {link}' }, 'Only {link} may stand in braces'],
    [{ body: `${'x'.repeat(1300)} {link}` }, 'empty or too long'],
    [{ subject: '' }, 'empty or too long'],
    [{ body: '<script>alert(1)</script>' }, '&lt;script&gt;'],
  ])('are refused with a reason beside what was typed: %o', async (over, reason) => {
    const refused = await press('/wording/edit', { ...EDIT, ...over }, admin);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(reason);
    expect(await events('wording.set')).toEqual([]);
  });

  it('are not changed over somebody else’s change, nor by a clinician', async () => {
    await press('/wording/naming', { version: '0', names: 'yes' }, admin);
    expect((await press('/wording/edit', EDIT, admin)).status).toBe(409);
    expect((await press('/wording/edit', EDIT, scene.clinician)).status).toBe(403);
    expect(
      (await openPage(backend, '/wording/edit?purpose=x', { cookie: admin.cookie })).status,
    ).toBe(404);
  });
});
