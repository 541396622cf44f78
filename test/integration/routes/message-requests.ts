import { instantOf } from '#shared/contracts/calendar.ts';
import { PUBLIC_URL, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { aPractice, aStaffMember } from '#test/support/practice.ts';
import type { Scene } from '#test/support/scene.ts';
import type { GoodRequest } from './good-requests.ts';

const WHICH = { purpose: 'checkIn', language: 'english', way: 'text' } as const;

/** Requests about messages; each that changes something has its own to change. */
export async function messageRequests(
  backend: TestBackend,
  scene: Scene,
): Promise<readonly (readonly [string, GoodRequest])[]> {
  const { cookie } = await aStaffMember(backend, scene.practiceId, 'admin');
  const shown = (path: string): GoodRequest => ({
    method: 'GET',
    path,
    headers: { cookie },
    body: null,
    status: 200,
    asksDatabase: true,
  });
  const posted = (path: string, fields: object, as = cookie): GoodRequest => ({
    ...shown(path),
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: PUBLIC_URL.origin,
      'sec-fetch-site': 'same-origin',
      cookie: as,
    },
    body: new URLSearchParams({ ...fields }).toString(),
    status: 303,
  });
  const [again, settled] = [await aDeadMessage(backend, scene), await aDeadMessage(backend, scene)];
  // Each of a practice of its own, which has set nothing yet: what is set names the version it replaces.
  const [writing, elsewhere] = [
    await aStaffMember(backend, await aPractice(backend), 'admin'),
    await aStaffMember(backend, await aPractice(backend), 'admin'),
  ];
  const text = { version: '0', ...WHICH, body: 'Please: {link}', do: 'save' };
  const naming = { version: '0', names: 'yes' };
  return [
    ['GET /messages', shown('/messages')],
    ['POST /messages/:message/again', posted(`/messages/${again}/again`, {})],
    ['POST /messages/:message/settle', posted(`/messages/${settled}/settle`, {})],
    ['GET /wording', shown('/wording')],
    ['GET /wording/edit', shown(`/wording/edit?${new URLSearchParams(WHICH).toString()}`)],
    ['POST /wording/edit', posted('/wording/edit', text, writing.cookie)],
    ['POST /wording/naming', posted('/wording/naming', naming, elsewhere.cookie)],
  ];
}

/** A message to the scene's client that was given up. */
async function aDeadMessage({ care, clock }: TestBackend, { practiceId, clientId }: Scene) {
  const now = instantOf(clock.now);
  return care.store.inPractice(scopeOf(practiceId, { now }), async ({ messages }) => {
    const messageId = await messages.add({ purpose: 'checkIn', clientId, way: 'email' });
    await messages.giveUp(messageId, 'noAddress');
    return messageId;
  });
}
