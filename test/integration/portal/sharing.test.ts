import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClientId, CoupleId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { consentTo, coupleSeen, withCouple } from '#test/support/couple.ts';
import { PARTNER } from '#test/support/inputs.ts';
import {
  aLink,
  answerAndSend,
  call,
  entered,
  openPage,
  submitForm,
  valueOf,
} from '#test/support/practice.ts';
import { aScene, POSITIVE_ITEM_9, type Scene } from '#test/support/scene.ts';

let backend: TestBackend;
let scene: Scene;
/** Where the client's answers were sent from. */
let link: string;

beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

beforeEach(async () => {
  backend.clock.reset();
  scene = await withCouple(backend, await aScene(backend));
  await revokeEverything(scene.clientId);
  link = await sentFrom(scene.clientId);
});

async function revokeEverything(clientId: ClientId): Promise<void> {
  await backend.database.asSuperuser(
    'update care.couple_consent set revoked_at = given_at where client_id = $1',
    [clientId],
  );
}

async function sentFrom(clientId: ClientId): Promise<string> {
  const own = await aLink(backend, scene.practiceId, clientId);
  await answerAndSend(backend, own, POSITIVE_ITEM_9);
  return own;
}

const say = (measure: string, consent = v7(), couple: string = scene.coupleId) =>
  submitForm(backend, `${link}/mine/share`, { measure, consent, couple });
const stop = (measure: string) => submitForm(backend, `${link}/mine/unshare`, { measure });
const page = async () => (await openPage(backend, `${link}/mine/sharing`)).text();

const plain = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');

const isShared = async () => {
  const reply = await coupleSeen(backend, scene);
  return reply.is === 'couple' && reply.view.is === 'shared';
};

describe('a client decides what the partner sees', () => {
  it('by a yes for each form, which counts when the partner says yes as well', async () => {
    expect(await (await openPage(backend, `${link}/mine`)).text()).toContain('/mine/sharing');
    expect(await page()).toContain('You do not share this.');
    expect((await say('csi16')).status).toBe(303);
    expect(await page()).toMatch(/You said yes until \d+ \w+ \d{4}\./);
    expect(await isShared()).toBe(false);
    await consentTo(backend, scene, scene.partnerId);
    expect(await isShared()).toBe(true);
  });

  it('and takes it back at once, twice as well as once', async () => {
    await say('csi16');
    await consentTo(backend, scene, scene.partnerId);
    for (let time = 0; time < 2; time += 1) {
      expect((await stop('csi16')).status).toBe(303);
      expect(await isShared()).toBe(false);
    }
    expect(await page()).not.toContain('You said yes');
  });

  it('and takes it back a day later, behind the link whose thanks are over', async () => {
    await say('csi16');
    await consentTo(backend, scene, scene.partnerId);
    backend.clock.pass(24 * 60 * 60 * 1000);
    const old = await openPage(backend, await entered(backend, scene, link));
    expect([old.status, old.headers.get('location')]).toEqual([303, `${link}/mine/sharing`]);
    expect(await page()).toContain('Stop sharing');
    expect(await page()).not.toContain('Say yes');
    expect((await say('phq9')).status).toBe(404);
    expect((await openPage(backend, `${link}/mine`)).status).toBe(404);
    const stopped = await stop('csi16');
    expect(await stopped.text()).toContain('You share nothing with your partner now.');
    expect((await openPage(backend, link)).status).toBe(404);
    // The clinician's session is of the day before.
    backend.clock.reset();
    expect(await isShared()).toBe(false);
  });

  it('and takes it back before the next form is answered', async () => {
    await say('csi16');
    await consentTo(backend, scene, scene.partnerId);
    link = await aLink(backend, scene.practiceId, scene.clientId);
    const welcome = await (await openPage(backend, link)).text();
    expect(welcome).toContain(`${link}/mine/sharing`);
    expect((await stop('csi16')).status).toBe(200);
    expect(await isShared()).toBe(false);
    expect(await (await openPage(backend, link)).text()).not.toContain('/mine/sharing');
  });

  it('reads the same whatever the partner chose, and never who it is', async () => {
    const without = await page();
    await consentTo(backend, scene, scene.partnerId);
    const withConsent = await page();
    expect(plain(withConsent)).toBe(plain(without));
    expect(withConsent).not.toContain(PARTNER.displayName.split(' ')[0]);
  });

  it('gives one consent however often the button is pressed', async () => {
    const id = v7();
    const replies = await Promise.all([
      say('csi16', id),
      say('csi16', id),
      say('csi16'),
      say('csi16'),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    const rows = await backend.database.asSuperuser(
      'select 1 from care.couple_consent where client_id = $1 and revoked_at is null',
      [scene.clientId],
    );
    expect(rows).toHaveLength(1);
  });

  it('says yes about the couple that the page was about, and no other', async () => {
    expect(await page()).toContain(`name="couple" value="${scene.coupleId}"`);
    await valueOf(
      await call(backend, 'couples.unlink', { coupleId: scene.coupleId }, scene.clinician.token),
    );
    const coupleId = v7() as CoupleId;
    await withCouple(backend, { ...scene, coupleId });
    await revokeEverything(scene.clientId);
    expect((await say('csi16')).status).toBe(404);
    expect(await page()).not.toContain('You said yes');
    expect((await say('csi16', v7(), coupleId)).status).toBe(303);
  });

  it.each(['hark', 'ace10', 'phqads', 'cssrs_screener', '<script>', 'pcl5'])(
    'can’t say yes to what is not offered: %s',
    async (measure) => {
      expect(await page()).not.toContain(`value="${measure}"`);
      expect((await say(measure)).status).toBe(404);
    },
  );

  it('is offered what is about the two, and what they answered themselves', async () => {
    const text = await page();
    expect(text).toContain('Couples Satisfaction Index, 16 items');
    expect(text).toContain('value="phq9"');
    expect(text).not.toMatch(/partner violence|HARK|CSI-32|32 items/i);
  });

  it('in Spanish too', async () => {
    await submitForm(backend, `${link}/language`, { at: '/mine/sharing', to: 'spanish' });
    const spanish = await openPage(backend, `${link}/mine/sharing`, { 'accept-language': 'es' });
    expect(await spanish.text()).toContain('Compartir con su pareja');
  });
});

describe('nobody else finds the page', () => {
  it.each(['/mine/sharing', '/mine/share'])('before the answers were sent: %s', async (path) => {
    const unsent = await aLink(backend, scene.practiceId, scene.clientId);
    const reply = path.endsWith('sharing')
      ? await openPage(backend, `${unsent}${path}`)
      : await submitForm(backend, `${unsent}${path}`, {
          measure: 'csi16',
          consent: v7(),
          couple: scene.coupleId,
        });
    expect(reply.status).toBe(404);
  });

  it('without being one of a couple', async () => {
    const alone = await aScene(backend, { displayName: 'Robin Ames', of: scene });
    link = await sentFrom(alone.clientId);
    expect((await openPage(backend, `${link}/mine/sharing`)).status).toBe(404);
    expect((await say('csi16')).status).toBe(404);
    expect((await stop('csi16')).status).toBe(404);
    expect(await (await openPage(backend, `${link}/mine`)).text()).not.toContain('/mine/sharing');
  });

  it('once the couple has ended, though the page was open', async () => {
    await backend.database.asSuperuser(
      `update care.couple_partner set ended_at = now() where client_id = $1`,
      [scene.clientId],
    );
    expect((await say('csi16')).status).toBe(404);
  });
});
