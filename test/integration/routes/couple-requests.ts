import { v7 } from 'uuid';
import { PUBLIC_URL, type TestBackend } from '#test/support/backend.ts';
import { withCouple } from '#test/support/couple.ts';
import { aLink, answerAndSend, passHeader } from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';
import type { GoodRequest } from './good-requests.ts';

/** Requests about what a client lets a partner see, of a couple that nobody else asks about. */
export async function sharingRequests(
  backend: TestBackend,
): Promise<readonly (readonly [string, GoodRequest])[]> {
  const { practiceId, clientId, coupleId } = await withCouple(backend, await aScene(backend));
  const sent = await aLink(backend, practiceId, clientId);
  await answerAndSend(backend, sent, [1]);
  const posted = (path: string, fields: Readonly<Record<string, string>>): GoodRequest => ({
    method: 'POST',
    path: `${sent}${path}`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: PUBLIC_URL.origin,
      'sec-fetch-site': 'same-origin',
      ...passHeader(sent),
    },
    body: new URLSearchParams(fields).toString(),
    status: 303,
    asksDatabase: true,
  });
  const shown = {
    method: 'GET',
    path: `${sent}/mine/sharing`,
    headers: passHeader(sent),
    body: null,
    status: 200,
    asksDatabase: true,
  } as const;
  return [
    ['GET /m/:secret/mine/sharing', shown],
    [
      'POST /m/:secret/mine/share',
      posted('/mine/share', { couple: coupleId, measure: 'csi16', consent: v7() }),
    ],
    ['POST /m/:secret/mine/unshare', posted('/mine/unshare', { measure: 'csi4' })],
  ];
}

/** A couple of the same clinician, to be ended without being in another request's way. */
export async function aCoupleToEnd(backend: TestBackend, scene: Scene): Promise<Scene> {
  return withCouple(backend, await aScene(backend, { displayName: 'Robin Ames', of: scene }));
}
