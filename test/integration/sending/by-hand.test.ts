import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newLink } from '#backend/care/link-secret.ts';
import type { SentNow } from '#shared/contracts/between-procedures.ts';
import type { AdministrationId } from '#shared/contracts/ids.ts';
import { PUBLIC_URL, startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { anOwnForm } from '#test/support/own-form.ts';
import { aLink, answerAndSend, entered, openPage, submitForm } from '#test/support/practice.ts';
import { aScene } from '#test/support/scene.ts';
import {
  goTo,
  leaveCare,
  messagesTo,
  rounds,
  type SendingScene,
  sendingScene,
  sentTo,
  wentOut,
} from './sending-scene.ts';

const ELSEWHERE = { email: 'jordan.new@mailbox.example' };
const NOTHING = [0, 0, 0, 0, 0, 0, 0, 0, 0];

let backend: TestBackend;
let scene: SendingScene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await sendingScene(backend);
});
afterAll(() => backend.close());

/** What a press of the clinician asks for. */
function press(by: 'message' | 'link' | 'kiosk', over: object = {}) {
  const administrationId = v7();
  return {
    clientId: scene.clientId,
    administrationId,
    measureId: 'phq9',
    by,
    oftenMeant: false,
    ...over,
  };
}

/** The link's path of something handed out; throws where a message carries it. */
function pathOf({ address }: SentNow): string {
  if (address === null) throw new Error('no address was shown');
  const { origin, pathname } = new URL(address);
  if (origin !== PUBLIC_URL.origin) throw new Error('the link leads elsewhere');
  return pathname;
}

/** What became of the messages about what can still be answered. */
const became = async () => (await scene.sendings()).outstanding.map((one) => one.message);

const sendNow = (input: object) => scene.done<SentNow>('plans.sendNow', input);

describe('something sent by hand', () => {
  it('as a link opens for the client', async () => {
    const link = pathOf(await sendNow(press('link')));
    await answerAndSend(backend, await entered(backend, scene, link), NOTHING);
    expect(await sentTo(backend, scene.clientId)).toMatchObject([{ way: 'link', forDay: null }]);
    expect((await scene.sendings()).outstanding).toEqual([]);
    expect(await messagesTo(backend, scene.clientId)).toEqual([]);
  });

  it('at the kiosk opens without a birth date, until it is begun', async () => {
    const link = pathOf(await sendNow(press('kiosk')));
    const reply = await openPage(backend, link);
    expect(await reply.text()).toContain('form method="post" action="' + link + '/start"');
  });

  it('by message waits to go out, and shows no address', async () => {
    const sent = await sendNow(press('message'));
    expect(sent.address).toBeNull();
    expect(await messagesTo(backend, scene.clientId)).toMatchObject([{ purpose: 'checkIn' }]);
    expect((await scene.sendings()).outstanding).toMatchObject([
      { administrationId: sent.administrationId, message: 'waiting' },
    ]);
  });

  it('is one, however often it is asked for, and by several at once', async () => {
    const input = press('link');
    const all = await Promise.all([sendNow(input), sendNow(input), sendNow(input)]);
    expect(new Set(all.map(({ administrationId }) => administrationId)).size).toBe(1);
    expect(await sentTo(backend, scene.clientId)).toHaveLength(1);
    for (const one of all) expect((await openPage(backend, pathOf(one))).status).toBe(200);
    const byMessage = press('message', { measureId: 'gad7' });
    await Promise.all([sendNow(byMessage), sendNow(byMessage)]);
    expect(await messagesTo(backend, scene.clientId)).toHaveLength(1);
  });

  it('is handed out again while it can be answered, and no second one is made', async () => {
    await aLink(backend, scene.practiceId, scene.clientId);
    const again = await sendNow(press('message'));
    expect(await messagesTo(backend, scene.clientId)).toMatchObject([{ purpose: 'checkIn' }]);
    backend.clock.pass(3_600_000);
    const input = press('message');
    await sendNow(input);
    await sendNow(input);
    expect(await messagesTo(backend, scene.clientId)).toMatchObject([
      { purpose: 'checkIn' },
      { purpose: 'reminder' },
    ]);
    const byLink = await sendNow(press('link'));
    expect(byLink.administrationId).toBe(again.administrationId);
    expect((await scene.sendings()).outstanding).toHaveLength(1);
  });

  it('is made anew when the earlier one is about to end unopened', async () => {
    const first = await sendNow(press('link'));
    goTo(backend, 7, 9);
    const again = await sendNow(press('message'));
    expect(again.administrationId).not.toBe(first.administrationId);
    expect(await messagesTo(backend, scene.clientId)).toMatchObject([{ about: null }]);
  });

  it('is handed out again to its end once it is opened', async () => {
    const first = await sendNow(press('link'));
    await backend.database.asSuperuser(
      'update care.administration set opened_at = sent_at where client_id = $1',
      [scene.clientId],
    );
    goTo(backend, 7, 9);
    const again = await sendNow(press('link'));
    expect(again.administrationId).toBe(first.administrationId);
  });

  it('may be a form of the practice’s own', async () => {
    const other = await aScene(backend);
    const { formId } = await anOwnForm(backend, other);
    const own = await sendingScene(backend, {}, other);
    const input = { ...press('link'), clientId: own.clientId, measureId: `form:${formId}` };
    const sent = await own.done<SentNow>('plans.sendNow', input);
    expect((await openPage(backend, await entered(backend, own, pathOf(sent)))).status).toBe(200);
  });
});

describe('sending by hand is refused', () => {
  it.each([
    ['for what nobody knows', { measureId: 'nothing' }, 'notFound'],
    ['for what may not be sent', { measureId: 'gse' }, 'notSendable'],
    ['for what the practice has to confirm first', { measureId: 'core10' }, 'notSendable'],
    ['by a way that there is not', { by: 'pigeon' }, 'malformedInput'],
  ])('%s', async (_, over, code) => {
    expect(await scene.refusal('plans.sendNow', press('link', over))).toBe(code);
  });

  it('by message to whoever has not agreed, and not by link', async () => {
    await scene.contact({ agreed: false });
    expect(await scene.refusal('plans.sendNow', press('message'))).toBe('notReachable');
    await sendNow(press('link'));
  });

  it('in a crisis, by every way and also what was sent before, but not in another pause', async () => {
    const input = press('link');
    await sendNow(input);
    const pause = { clientId: scene.clientId, pauseId: v7(), reason: 'crisis', until: null };
    await scene.done('plans.pause', pause);
    for (const by of ['message', 'link', 'kiosk'] as const) {
      expect(await scene.refusal('plans.sendNow', press(by))).toBe('sendingPaused');
    }
    expect(await scene.refusal('plans.sendNow', input)).toBe('sendingPaused');
    await scene.done('plans.resume', { clientId: scene.clientId, pauseId: pause.pauseId });
    await scene.done('plans.pause', { ...pause, pauseId: v7(), reason: 'away' });
    await sendNow(press('link'));
  });

  it('more often than a measure looks back, until it is meant', async () => {
    const link = pathOf(await sendNow(press('link')));
    await answerAndSend(backend, await entered(backend, scene, link), NOTHING);
    const again = press('link');
    expect(await scene.refusal('plans.sendNow', again)).toBe('moreOftenThanRecall');
    await sendNow({ ...again, oftenMeant: true });
    expect(await sentTo(backend, scene.clientId)).toHaveLength(2);
  });

  it('to whoever left care', async () => {
    await leaveCare(backend, scene);
    expect(await scene.refusal('plans.sendNow', press('link'))).toBe('clientNotInCare');
  });

  it('under an id that something else has', async () => {
    const input = press('link');
    await sendNow(input);
    const other = { ...input, measureId: 'gad7' };
    expect(await scene.refusal('plans.sendNow', other)).toBe('alreadyRecorded');
    const beside = await sendingScene(backend, {}, scene);
    const theirs = { ...input, clientId: beside.clientId };
    expect(await beside.refusal('plans.sendNow', theirs)).toBe('alreadyRecorded');
  });

  it('once its link has expired: what was asked for then is not opened again', async () => {
    const input = press('link');
    await sendNow(input);
    goTo(backend, 8, 9);
    expect(await scene.refusal('plans.sendNow', input)).toBe('alreadyRecorded');
    await sendNow(press('link'));
  });
});

it('what was sent by message can be answered on a device of the practice, which is given back', async () => {
  await sendNow(press('message'));
  const { address } = await sendNow(press('kiosk'));
  const { pathname } = new URL(address ?? '');
  const { cookie: staff } = scene.clinician;
  const first = await (await openPage(backend, pathname, { cookie: staff })).text();
  expect(first).toContain('When were you born?');
  expect(first).toContain('please hand the device back');
  const after = await openPage(backend, '/measures', { cookie: staff });
  expect(after.headers.get('location'), 'whoever was signed in on it is signed out').toContain(
    '/sign-in',
  );
});

describe('something sent by message that reached nobody', () => {
  it.each(['gave_up_at', 'cancelled_at'] as const)('is sent anew at once: %s', async (how) => {
    await sendNow(press('message'));
    await backend.database.asSuperuser(
      `update care.message set ${how} = $2 where client_id = $1 and sent_at is null`,
      [scene.clientId, backend.clock.now.toISOString()],
    );
    expect(await became()).toEqual(['failed']);
    await sendNow(press('message'));
    const [first, second] = await messagesTo(backend, scene.clientId);
    expect(second).toMatchObject({ purpose: 'checkIn', about: first?.messageId });
    expect(await became()).toEqual(['waiting']);
    await sendNow(press('message'));
    expect(await messagesTo(backend, scene.clientId)).toHaveLength(2);
    await wentOut(backend, scene.clientId, second?.messageId);
    expect(await became()).toEqual(['sent']);
  });

  it('is told anew in a pause in which nothing reminds', async () => {
    await sendNow(press('message'));
    await wentOut(backend, scene.clientId);
    const pause = { clientId: scene.clientId, pauseId: v7(), reason: 'away', until: null };
    await scene.done('plans.pause', pause);
    backend.clock.pass(3_600_000);
    await sendNow(press('message'));
    expect((await messagesTo(backend, scene.clientId)).at(-1)).toMatchObject({
      purpose: 'checkIn',
      cancelled: false,
    });
  });
});

it('what was opened on a device asks for the birth date once it is handed over as a link as well', async () => {
  const onDevice = pathOf(await sendNow(press('kiosk')));
  const link = pathOf(await sendNow(press('link')));
  for (const address of [link, `${link}?kiosk`, `${link}/q/1?kiosk`]) {
    const page = await (await openPage(backend, address, { cookie: 'kiosk=yes' })).text();
    expect(page, address).toContain('When were you born?');
    expect(page, address).not.toContain('please hand the device back');
  }
  // One character more or less is another link, and leads nowhere.
  expect((await openPage(backend, `${link}A`)).status).toBe(404);
  expect((await openPage(backend, onDevice.slice(0, -1))).status).toBe(404);
  await answerAndSend(backend, await entered(backend, scene, link), NOTHING);
  expect((await openPage(backend, `${link}/mine`)).status).toBe(200);
  await entered(backend, scene, onDevice);
  expect((await openPage(backend, `${onDevice}/mine`)).status).toBe(404);
});

it('what a plan has sent is handed out by hand as well', async () => {
  await scene.keep(scene.plan());
  goTo(backend, 1, 9);
  await rounds(backend);
  const { outstanding } = await scene.sendings();
  const sent = await sendNow(press('link'));
  expect(outstanding).toMatchObject([{ administrationId: sent.administrationId }]);
});

/** A form went out by message, whose link is opened, and what is told of it. */
async function sentThere() {
  const { administrationId } = await sendNow(press('message'));
  const link = await aLinkTo(administrationId);
  await wentOut(backend, scene.clientId);
  backend.clock.pass(60_000);
  return { administrationId, link };
}

/** Another link to a form, as delivery makes one for each try. */
async function aLinkTo(administrationId: AdministrationId): Promise<string> {
  const { secret, tokenHash } = newLink(randomBytes);
  const { expiresAt } = (await scene.sendings()).outstanding[0] ?? expect.fail('nothing is out');
  await backend.care.store.inPractice(
    scopeOf(scene.practiceId, { now: backend.care.now() }),
    ({ portalLinks }) => portalLinks.add(tokenHash, { administrationId, expiresAt }),
  );
  return `/m/${secret}`;
}

const statusOf = async (link: string) => (await openPage(backend, link)).status;

describe('an address that the client gives up', () => {
  it.each([
    ['for another', ELSEWHERE],
    ['for another way', { channel: 'text', phone: '+13125550142' }],
    ['with the agreement', { agreed: false }],
  ] as const)('opens nothing any more, given up %s', async (_, change) => {
    const { administrationId, link } = await sentThere();
    expect(await statusOf(link)).toBe(200);
    await scene.contact(change);
    expect(await statusOf(link)).toBe(404);
    expect(await became()).toEqual(['closed']);
    const closed = await backend.database.asSuperuser(
      `select subject from care.audit_event
       where client_id = $1 and action = 'administration.linksClosed'`,
      [scene.clientId],
    );
    expect(closed).toEqual([{ subject: { administrationId } }]);
  });

  it('is not that of whom the language alone is changed', async () => {
    const { link } = await sentThere();
    await scene.contact({ language: 'spanish' });
    expect(await statusOf(link)).toBe(200);
    expect(await became()).toEqual(['sent']);
  });

  it('keeps what was answered, which a new link leads to', async () => {
    const { administrationId, link } = await sentThere();
    const cookie = await entered(backend, scene, link);
    await submitForm(backend, `${cookie}/q/1`, { answer: '2' });
    await scene.contact(ELSEWHERE);
    const again = await sendNow(press('link'));
    expect(again.administrationId).toBe(administrationId);
    expect(await statusOf(pathOf(again))).toBe(200);
    expect((await scene.sendings()).outstanding).toMatchObject([{ answeredItems: 1 }]);
  });

  it('is followed by a message to the new one at once', async () => {
    await sentThere();
    await scene.contact(ELSEWHERE);
    await sendNow(press('message'));
    const [, second] = await messagesTo(backend, scene.clientId);
    expect(second).toMatchObject({ way: 'email', cancelled: false });
    expect(await became()).toEqual(['waiting']);
    backend.clock.pass(60_000);
    await wentOut(backend, scene.clientId);
    expect(await became()).toEqual(['sent']);
  });
});
