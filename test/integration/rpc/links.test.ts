import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

describe('a name that a person confirmed when linking', () => {
  const BETH = { displayName: 'Beth Lee', birthDate: '1979-06-11' };
  const ANN = { ...BETH, displayName: 'Ann Lee' };
  let beth: ClientId;
  let own: Scene;
  beforeEach(async () => {
    own = await aScene(backend);
    beth = await aClient(backend, own.practiceId, own.clinician, BETH);
  });

  const subjectOf = ({ displayName: name, birthDate }: typeof BETH, recordId: string | null) => ({
    recordId,
    name,
    birthDate,
  });
  const link = (recordId: string, page: typeof BETH, nameConfirmed: boolean) =>
    call(
      backend,
      'links.link',
      {
        ehr: 'simplepractice',
        subject: subjectOf(page, recordId),
        clientId: beth,
        nameConfirmed,
      },
      own.clinician.token,
    );
  const linked = async (recordId: string, page: typeof BETH) =>
    (await valueOf<{ linkId: EhrLinkId }>(await link(recordId, page, true))).linkId;
  const unlink = (linkId: EhrLinkId) =>
    call(backend, 'links.unlink', { linkId }, own.clinician.token);
  const brief = (recordId: string, page: typeof BETH) =>
    briefOf(backend, { ...page, recordId }, own.clinician);
  const candidatesFor = async (page: typeof BETH) => {
    const input = { subject: subjectOf(page, null) };
    const found = await valueOf<Candidate[]>(
      await call(backend, 'links.candidates', input, own.clinician.token),
    );
    return found.filter(({ client }) => client.clientId === beth);
  };
  const recorded = async () => {
    const rows = await backend.database.asSuperuser<{ action: string; link: string }>(
      `select action, subject ->> 'linkId' as link from care.audit_event
       where client_id = $1 and action like 'link.%' order by event_id`,
      [beth],
    );
    return rows.map(({ action, link: linkId }) => [action, linkId]);
  };

  it('makes its record recognised, and is recorded without the name', async () => {
    const linkId = await linked('beth-1', ANN);
    expect((await brief('beth-1', ANN)).client.otherNames).toEqual(['Ann Lee']);
    expect((await brief('beth-1', BETH)).client.clientId).toBe(beth);
    expect(await recorded()).toEqual([
      ['link.made', linkId],
      ['link.nameConfirmed', linkId],
    ]);
  });

  it('counts on no other record, not even as a candidate', async () => {
    await linked('beth-1', ANN);
    expect(await candidatesFor(ANN)).toMatchObject([{ nameAgrees: false, birthDateAgrees: true }]);
    expect(await refusalOf(await link('beth-2', ANN, false))).toBe('identityDisagrees');
    expect((await link('beth-2', BETH, false)).status).toBe(200);
    await expect(brief('beth-2', ANN)).rejects.toThrow('mismatch');
    const facts = await valueOf<{ client: { otherNames: string[] } }[]>(
      await call(backend, 'caseload.list', undefined, own.clinician.token),
    );
    expect(facts.flatMap(({ client }) => client.otherNames)).toEqual([]);
  });

  it('leaves nothing with the client once a wrong link is taken back', async () => {
    const linkId = await linked('beth-1', ANN);
    expect((await unlink(linkId)).status).toBe(200);
    expect(await candidatesFor(ANN)).toMatchObject([{ nameAgrees: false, birthDateAgrees: true }]);
    expect(await refusalOf(await link('beth-1', ANN, false))).toBe('identityDisagrees');
    await expect(brief('beth-1', ANN)).rejects.toThrow('unlinked');
    expect((await link('beth-1', BETH, false)).status).toBe(200);
    await expect(brief('beth-1', ANN)).rejects.toThrow('mismatch');
  });

  it('stays with a second record when the first is unlinked', async () => {
    const first = await linked('beth-1', ANN);
    await linked('beth-2', ANN);
    await unlink(first);
    expect((await brief('beth-2', ANN)).client.clientId).toBe(beth);
    await expect(brief('beth-1', ANN)).rejects.toThrow('unlinked');
    expect(await candidatesFor(ANN)).toMatchObject([{ nameAgrees: false }]);
  });

  it('gives way to another that is confirmed for the same record', async () => {
    const first = await linked('beth-1', ANN);
    const second = await linked('beth-1', { ...BETH, displayName: 'Eliza Lee' });
    expect(second).not.toBe(first);
    expect(await linked('beth-1', BETH)).toBe(second);
    await expect(brief('beth-1', ANN)).rejects.toThrow('mismatch');
    expect((await brief('beth-1', BETH)).client.otherNames).toEqual(['Eliza Lee']);
    expect((await recorded()).slice(0, 5)).toEqual([
      ['link.made', first],
      ['link.nameConfirmed', first],
      ['link.ended', first],
      ['link.made', second],
      ['link.nameConfirmed', second],
    ]);
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
