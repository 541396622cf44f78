import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BriefReply } from '#shared/contracts/procedures.ts';
import type { Subject } from '#shared/contracts/reading.ts';
import { chartRequest } from '#shared/update/request.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { aClient, aLink, answerAndSend, call, valueOf } from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';

let backend: TestBackend;
let scene: Scene;

beforeAll(async () => {
  backend = await startTestBackend();
  scene = await aScene(backend);
});
afterAll(() => backend.close());

/** What the page shows, with some of it different from the client's own. */
async function briefWhen(over: Partial<Record<keyof Subject, string | null>>): Promise<BriefReply> {
  const { recordId, displayName: name, birthDate, clinician } = scene;
  const subject = { recordId, name, birthDate, ...over };
  const reply = await call(
    backend,
    'brief.ofRecord',
    { ehr: 'simplepractice', subject },
    clinician.token,
  );
  return valueOf<BriefReply>(reply);
}

/** Actions recorded about the scene's client, or about nobody, oldest first. */
async function recorded(clientId: string | null): Promise<string[]> {
  const rows = await backend.database.asSuperuser<{ action: string }>(
    `select action from care.audit_event
     where practice_id = $1 and client_id is not distinct from $2 order by event_id`,
    [scene.practiceId, clientId],
  );
  return rows.map(({ action }) => action);
}

describe('the brief of the client on screen', () => {
  it('is given when record, name and birth date agree, in the shape of the contract', async () => {
    const reply = await briefWhen({});
    expect(BriefReply.safeParse(reply).success).toBe(true);
    expect(reply).toMatchObject({
      verdict: 'certain',
      brief: { client: { clientId: scene.clientId }, responseCounts: { phq9: 1 } },
    });
    expect((await recorded(scene.clientId)).at(-1)).toBe('brief.read');
  });

  it('is given when the page writes the same name in another way', async () => {
    expect((await briefWhen({ name: 'AVERY, Jordan' })).verdict).toBe('certain');
  });

  it.each([
    ['name', { name: 'Jordan Averill' }],
    ['birthDate', { birthDate: '1991-03-15' }],
  ] as const)('is withheld when the %s differs, and says which', async (differs, over) => {
    const reply = await briefWhen(over);
    expect(reply).toMatchObject({ verdict: 'mismatch', differs: [differs], linkId: scene.linkId });
    expect(JSON.stringify(reply)).not.toContain('phq9');
    expect((await recorded(scene.clientId)).at(-1)).toBe('brief.withheld');
  });

  it('is withheld when the page shows no name', async () => {
    const reply = await briefWhen({ name: null });
    expect(reply.verdict).toBe('insufficient');
    expect(JSON.stringify(reply)).not.toContain('Avery');
  });

  it('is not guessed from name and birth date when the record is not linked', async () => {
    const reply = await briefWhen({ recordId: 'never-linked' });
    expect(Object.keys(reply)).toEqual(['verdict', 'asOf']);
    expect(reply.verdict).toBe('unlinked');
    expect((await recorded(null)).at(-1)).toBe('brief.refused');
  });

  it('is insufficient when the page shows a single identifier', async () => {
    const only = { name: null, birthDate: null };
    expect((await briefWhen({ ...only, recordId: 'never-linked' })).verdict).toBe('insufficient');
  });

  it('is ambiguous when two clients have the name and birth date of an unlinked page', async () => {
    const twin = { displayName: 'Alex Morgan', birthDate: '1996-05-05' };
    await aClient(backend, scene.practiceId, scene.clinician, twin);
    await aClient(backend, scene.practiceId, scene.clinician, twin);
    const { displayName: name, birthDate } = twin;
    expect((await briefWhen({ recordId: 'x', name, birthDate })).verdict).toBe('ambiguous');
  });
});

describe('since you last looked', () => {
  it('counts from the visit before this one, and never moves backwards', async () => {
    const { clinician, clientId } = scene;
    const look = async ({ asOf, responseCounts }: Awaited<ReturnType<typeof briefOf>>) => {
      const input = { clientId, asOf, responseCounts };
      expect((await call(backend, 'look.mark', input, clinician.token)).status).toBe(200);
    };
    const first = await briefOf(backend, scene, clinician);
    await look(first);
    backend.clock.pass(10 * 60_000);
    expect((await briefOf(backend, scene, clinician)).lastLookedAt).toBeNull();
    backend.clock.pass(3 * 60 * 60_000);
    await look(await briefOf(backend, scene, clinician));
    await look(first);
    expect((await briefOf(backend, scene, clinician)).lastLookedAt).toBe(first.asOf);
  });

  it('never lets a moment to come hide what is answered later', async () => {
    const { clinician, clientId, practiceId } = scene;
    const { responseCounts } = await briefOf(backend, scene, clinician);
    const look = { clientId, asOf: '2099-01-01T00:00:00.000Z', responseCounts };
    expect((await call(backend, 'look.mark', look, clinician.token)).status).toBe(200);
    backend.clock.pass(2 * 60 * 60_000);
    const link = await aLink(backend, practiceId, clientId, 'gad7');
    await answerAndSend(backend, link, [1, 1, 1, 1, 1, 1, 1]);
    const { lastLookedAt, responses } = await briefOf(backend, scene, clinician);
    const newest = responses.find(({ instrumentId }) => instrumentId === 'gad7');
    expect(newest?.submittedAt.localeCompare(lastLookedAt ?? '')).toBe(1);
  });
});

describe('the Clinical Update', () => {
  it('is composed from the brief, in both shapes', async () => {
    for (const shape of ['narrative', 'soap'] as const) {
      const input = { clientId: scene.clientId, request: chartRequest(shape) };
      const update = await valueOf<{ text: string }>(
        await call(backend, 'update.compose', input, scene.clinician.token),
      );
      expect(update.text).toContain('PHQ-9');
      expect((await recorded(scene.clientId)).at(-1)).toBe('update.composed');
    }
  });
});
