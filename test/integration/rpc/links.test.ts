import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientId, EhrLinkId } from '#shared/contracts/ids.ts';
import type { Candidate } from '#shared/contracts/procedures.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { aClient, call, valueOf } from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';

let backend: TestBackend;
let scene: Scene;
let riley: ClientId;

const RILEY = { displayName: 'Riley Chen', birthDate: '2001-09-02' };

beforeAll(async () => {
  backend = await startTestBackend();
  scene = await aScene(backend);
  riley = await aClient(backend, scene.practiceId, scene.clinician, RILEY);
});
afterAll(() => backend.close());

interface Shown {
  readonly recordId?: string | null;
  readonly name?: string | null;
  readonly birthDate?: string | null;
  readonly nameConfirmed?: boolean;
}

async function linkRiley({ nameConfirmed = false, ...shown }: Shown): Promise<Response> {
  const subject = {
    recordId: 'riley-1',
    name: RILEY.displayName,
    birthDate: RILEY.birthDate,
    ...shown,
  };
  return call(
    backend,
    'links.link',
    { ehr: 'simplepractice', subject, clientId: riley, nameConfirmed },
    scene.clinician.token,
  );
}

async function refusalOf(reply: Response): Promise<string> {
  const body = (await reply.json()) as { error: { data: { refusal: string } } };
  return body.error.data.refusal;
}

describe('linking a record to a client', () => {
  it.each<[string, Shown]>([
    ['the birth date differs', { birthDate: '2001-09-03' }],
    [
      'the birth date differs and the name was confirmed',
      { birthDate: '2001-09-03', nameConfirmed: true },
    ],
    ['the page shows no birth date', { birthDate: null }],
    ['the page shows no name', { name: null, nameConfirmed: true }],
    ['the page shows no record id', { recordId: null }],
    ['the name differs and nobody confirmed it', { name: 'Lee Chen' }],
  ])('is refused when %s', async (_, shown) => {
    const reply = await linkRiley(shown);
    expect(reply.status).toBe(409);
    expect(await refusalOf(reply)).toBe('identityDisagrees');
  });

  it('is refused for a record that belongs to another client', async () => {
    const reply = await linkRiley({ recordId: scene.recordId });
    expect(await refusalOf(reply)).toBe('alreadyLinked');
    expect((await briefOf(backend, scene, scene.clinician)).client.clientId).toBe(scene.clientId);
  });

  it('remembers a confirmed other name, so that the page is recognised from then on', async () => {
    const made = await linkRiley({ recordId: 'riley-2', name: 'Lee Chen', nameConfirmed: true });
    expect(made.status).toBe(200);
    const page = { recordId: 'riley-2', displayName: 'Lee Chen', birthDate: RILEY.birthDate };
    const { client } = await briefOf(backend, page, scene.clinician);
    expect(client.otherNames).toEqual(['Lee Chen']);
  });

  it('twice at the same moment makes one link', async () => {
    const made = await Promise.all(
      Array.from({ length: 5 }, async () =>
        valueOf<{ linkId: EhrLinkId }>(await linkRiley({ recordId: 'riley-3' })),
      ),
    );
    expect(new Set(made.map(({ linkId }) => linkId)).size).toBe(1);
  });

  it('can be taken back, twice, and the record shows nothing any more', async () => {
    const shown = { recordId: 'riley-4' };
    const { linkId } = await valueOf<{ linkId: EhrLinkId }>(await linkRiley(shown));
    for (let time = 0; time < 2; time += 1) {
      const reply = await call(backend, 'links.unlink', { linkId }, scene.clinician.token);
      expect(reply.status).toBe(200);
    }
    const page = { ...shown, ...RILEY };
    await expect(briefOf(backend, page, scene.clinician)).rejects.toThrow('unlinked');
  });
});

describe('candidates for a link', () => {
  it('are the clients that fit, those that fit in both first', async () => {
    const namesake = { displayName: 'Riley Chen', birthDate: '1980-01-01' };
    await aClient(backend, scene.practiceId, scene.clinician, namesake);
    const { displayName: name, birthDate } = RILEY;
    const subject = { recordId: null, name, birthDate };
    const found = await valueOf<Candidate[]>(
      await call(backend, 'links.candidates', { subject }, scene.clinician.token),
    );
    expect(found.map((one) => [one.nameAgrees, one.birthDateAgrees])).toEqual([
      [true, true],
      [true, false],
    ]);
    expect(found[0]?.client.clientId).toBe(riley);
  });
});
