import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '#backend/access/caller.ts';
import type { CareDeps } from '#backend/care/deps.ts';
import { lookAtSchedule } from '#backend/care/schedule/look-at-schedule.ts';
import type { CareRepositories, Store } from '#backend/store/store.ts';
import type { ClientId, EhrLinkId } from '#shared/contracts/ids.ts';
import { ScheduleReply } from '#shared/contracts/overlay-procedures.ts';
import type { ScheduleEntry, Subject } from '#shared/contracts/reading.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { invent } from '#test/support/waiting.ts';
import {
  addClient,
  NOW,
  opening,
  respond,
  type Scene,
  sendMeasure,
  setScene,
} from '../store/scene.ts';

let database: TestDatabase;
let scene: Scene;

beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(async () => {
  scene = await setScene(database.store);
});
afterAll(() => database.close());

/** The calendar's entry of a name, and of a record where the calendar names one. */
function entry(name: string, over: Partial<Subject & { several: boolean }> = {}): ScheduleEntry {
  const { several = false, ...subject } = over;
  return {
    key: v7(),
    startsAt: '10:00',
    several,
    subject: { recordId: null, name, birthDate: null, ...subject },
  };
}

/** What the clinician of the scene is told of a calendar. */
async function look(
  entries: readonly ScheduleEntry[],
  store: Store = database.store,
): Promise<ScheduleReply['rows']> {
  const deps: CareDeps = {
    store,
    now: () => NOW,
    newId: () => v7(),
    randomBytes: () => new Uint8Array(),
    channels: [],
  };
  const { practiceId, staffId } = scene;
  const caller: Caller = { practiceId, staffId, role: 'clinician', requestId: v7() };
  const asked = lookAtSchedule(deps);
  return ScheduleReply.parse(
    await asked(caller, { ehr: 'simplepractice', on: null, entries: [...entries] }),
  ).rows;
}

const matchesOf = async (...entries: readonly ScheduleEntry[]) =>
  (await look(entries)).map(({ match }) => match);

/** Another client, in the caseload or only in the practice. */
async function another(
  name: string,
  isOwn = true,
  otherNames: readonly string[] = [],
): Promise<ClientId> {
  const clientId = v7() as ClientId;
  await scene.run(async (care) => {
    await addClient(care, clientId, name, otherNames);
    if (isOwn) await care.caseload.assign(scene.staffId, clientId);
  });
  return clientId;
}

const linked = (recordId: string, clientId: ClientId, confirmedName: string) =>
  scene.run((care) =>
    care.links.link({
      ehr: 'simplepractice',
      recordId,
      clientId,
      confirmedName,
      linkedBy: scene.staffId,
    }),
  );

/** Whom the log says that the clinician was told of. */
async function recorded(): Promise<readonly unknown[]> {
  const rows = await database.asSuperuser<{ subject: { clientIds: readonly string[] } }>(
    `select subject from care.audit_event where practice_id = $1 and action = 'schedule.read'`,
    [scene.practiceId],
  );
  return rows.map(({ subject }) => subject.clientIds);
}

describe('who comes is certain', () => {
  it('where the name is one client’s of the caseload and nobody else’s', async () => {
    const asked = [entry('Rosalind Achterberg'), entry('Somebody Unknown')];
    const [known, unknown] = await look(asked);
    expect(known).toEqual({
      key: asked[0]?.key,
      match: 'certain',
      clientId: scene.clientId,
      waiting: invent({}),
    });
    expect(unknown).toEqual({ key: asked[1]?.key, match: 'none' });
  });

  it('where the record is linked, also under the name that was confirmed for it', async () => {
    await linked('r-1', scene.clientId, 'Rosie Achterberg');
    expect(
      await matchesOf(
        entry('Rosie Achterberg', { recordId: 'r-1' }),
        entry('Rosalind Achterberg', { recordId: 'r-1' }),
      ),
    ).toEqual(['certain', 'certain']);
  });
});

describe('who comes stays open', () => {
  it('for a couple, a family or a group, whoever is named', async () => {
    expect(await matchesOf(entry('Rosalind Achterberg', { several: true }))).toEqual(['several']);
  });

  it('where two clients of the caseload have the name', async () => {
    await another('Rosalind  Achterberg');
    expect(await matchesOf(entry('Rosalind Achterberg'))).toEqual(['ambiguous']);
  });

  it('where somebody of a colleague’s has the name', async () => {
    await another('rosalind achterberg', false);
    expect(await matchesOf(entry('Rosalind Achterberg'))).toEqual(['ambiguous']);
  });

  it.each([
    ['a middle name', 'Ada M. Quill', 'Ada Quill', 'Ada Quill'],
    ['an accent', 'José García', 'Jose Garcia', 'José García'],
    ['an apostrophe', 'Sean O’Neil', 'Sean ONeil', "Sean O'Neil"],
    ['the order', 'Bruno Tasker', 'Tasker, Bruno', 'Bruno Tasker'],
    ['a middle name of both', 'Ann B. Moor', 'Ann C. Moor', 'Ann Moor'],
  ])('where a colleague’s client differs in %s alone', async (_what, mine, theirs, shown) => {
    await another(mine);
    expect(await matchesOf(entry(shown))).toEqual(['certain']);
    await another(theirs, false);
    expect(await matchesOf(entry(shown))).toEqual(['ambiguous']);
  });

  it('where another name of a colleague’s client fits, be it confirmed for a record', async () => {
    await another('Linda Oakes', false, ['Rosalind Achterberg']);
    expect(await matchesOf(entry('Rosalind Achterberg'))).toEqual(['ambiguous']);
    await another('Bruno Tasker');
    const theirs = await another('Benno Tasker', false);
    expect(await matchesOf(entry('Bruno Tasker'))).toEqual(['certain']);
    await linked('r-3', theirs, 'Bruno Tasker');
    expect(await matchesOf(entry('Bruno Tasker'))).toEqual(['ambiguous']);
  });

  it('where somebody of the name is in care no more', async () => {
    const former = await another('Achterberg, Rosalind', false);
    await database.asSuperuser(
      'update care.client set active = false where practice_id = $1 and client_id = $2',
      [scene.practiceId, former],
    );
    expect(await matchesOf(entry('Rosalind Achterberg'))).toEqual(['ambiguous']);
  });

  it('where two entries could mean the client', async () => {
    const both = [entry('Rosalind Achterberg'), entry('Achterberg, Rosalind M.')];
    expect(await matchesOf(...both)).toEqual(['ambiguous', 'ambiguous']);
  });

  it('where the name fits and the record is not the client’s', async () => {
    expect(await matchesOf(entry('Rosalind Achterberg', { recordId: 'r-9' }))).toEqual([
      'ambiguous',
    ]);
  });

  it('where the record is linked and another name or birth date stands there', async () => {
    await linked('r-1', scene.clientId, 'Rosalind Achterberg');
    const birthDate = '1990-01-01' as Subject['birthDate'];
    expect(
      await matchesOf(
        entry('Bruno Tasker', { recordId: 'r-1' }),
        entry('Rosalind Achterberg', { recordId: 'r-1', birthDate }),
      ),
    ).toEqual(['ambiguous', 'ambiguous']);
  });

  it('where the birth date differs', async () => {
    const birthDate = '1990-01-01' as Subject['birthDate'];
    expect(await matchesOf(entry('Rosalind Achterberg', { birthDate }))).toEqual(['none']);
  });

  it('where the client is in a colleague’s caseload, or the record is', async () => {
    const theirs = await another('Bruno Tasker', false);
    await linked('r-2', theirs, 'Bruno Tasker');
    expect(
      await matchesOf(entry('Bruno Tasker'), entry('Bruno Tasker', { recordId: 'r-2' })),
    ).toEqual(['none', 'none']);
  });
});

describe('what is told', () => {
  it('counts alerts, what nobody saw, and what is not answered', async () => {
    await scene.run(async (care) => {
      await respond(care, scene.clientId, 12);
      await sendMeasure(care, scene.clientId);
      await care.alerts.apply(scene.clientId, { ...opening(), tier: 'urgent' }, 0);
    });
    const [before] = await look([entry('Rosalind Achterberg')]);
    expect(before).toMatchObject({
      waiting: { emergency: { count: 0 }, urgent: { count: 1 }, unseen: { count: 1 } },
    });
    await scene.run((care) => care.looks.mark(scene.staffId, scene.clientId, NOW));
    expect((await look([entry('Rosalind Achterberg')]))[0]).toMatchObject({
      waiting: { unseen: { count: 0, since: null } },
    });
  });

  it('is in the log: everybody told of, once, and nobody else', async () => {
    await linked('r-1', scene.clientId, 'Rosalind Achterberg');
    await another('Bruno Tasker', false);
    const twice = () => entry('Rosalind Achterberg', { recordId: 'r-1' });
    await look([twice(), twice(), entry('Bruno Tasker'), entry('Nobody Here')]);
    expect(await recorded()).toEqual([[scene.clientId]]);
  });

  it('is nothing where it can’t be recorded', async () => {
    const unrecorded: Store = {
      ...database.store,
      inPractice: (scope, work, planning) =>
        database.store.inPractice(scope, (care) => work(withoutLog(care)), planning),
    };
    await expect(look([entry('Rosalind Achterberg')], unrecorded)).rejects.toThrow('no log');
  });

  it('ends with the bond', async () => {
    await linked('r-1', scene.clientId, 'Rosie Achterberg');
    const rows = await database.asSuperuser<{ linkId: EhrLinkId }>(
      `select link_id as "linkId" from care.ehr_link where practice_id = $1`,
      [scene.practiceId],
    );
    const linkId = rows[0]?.linkId ?? (v7() as EhrLinkId);
    await scene.run((care) => care.links.unlink(linkId, scene.staffId));
    expect(await matchesOf(entry('Rosie Achterberg', { recordId: 'r-1' }))).toEqual(['none']);
  });
});

/** The same, with a log that takes nothing. */
function withoutLog(care: CareRepositories): CareRepositories {
  const failing = { ...care };
  Object.defineProperty(failing, 'audit', {
    value: { append: () => Promise.reject(new Error('no log')) },
  });
  return failing;
}
