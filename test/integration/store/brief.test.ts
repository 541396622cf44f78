import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import { BriefFacts } from '#shared/contracts/brief.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import { addDays } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import {
  addClient,
  briefRead,
  NOW,
  opening,
  respond,
  type Scene,
  scoreOf,
  seenAs,
  sendMeasure,
  setScene,
} from './scene.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

/** The brief as the clinician gets it at a moment. */
function briefAt(scene: Scene, now: string, clientId = scene.clientId) {
  return database.store.inPractice(scene.at(now), (care) =>
    care.brief.ofClient(clientId, scene.staffId, briefRead(clientId)),
  );
}

test('a client with nothing yet has an empty brief in the contract’s shape', async () => {
  const scene = await setScene(database.store);

  const facts = BriefFacts.parse(await briefAt(scene, NOW));

  expect(facts).toEqual({
    practiceId: scene.practiceId,
    asOf: NOW,
    timeZone: 'America/Chicago',
    client: {
      clientId: scene.clientId,
      displayName: 'Rosalind Achterberg',
      otherNames: [],
      birthDate: '1988-04-12',
      inCareSince: '2026-03-02',
    },
    links: [],
    lastLookedAt: null,
    responses: [],
    earlier: [],
    responseCounts: {},
    alerts: [],
    checkIns: [],
    contactOn: [],
    events: [],
    episodes: { startedOn: [], endedOn: [], chosenBaselines: [] },
    own: { forms: [], responses: [], handMeasures: [], handTotals: [] },
    phrases: [],
    goals: [],
    topics: [],
    protocol: null,
  });
});

test('everything the panel draws arrives in the contract’s shape', async () => {
  const scene = await setScene(database.store);
  await scene.run(async (care) => {
    await respond(care, scene.clientId, 14);
    await respond(care, scene.clientId, 9, { instrumentId: 'gad-7' });
    await care.alerts.apply(scene.clientId, opening(), 0);
    await care.links.link({
      ehr: 'simplepractice',
      recordId: 'a1b2c3',
      clientId: scene.clientId,
      confirmedName: 'Rosalind Achterberg',
      linkedBy: scene.staffId,
    });
    const administrationId = await sendMeasure(care, scene.clientId);
    await care.administrations.saveAnswer(administrationId, 1, 2);
  });

  const facts = BriefFacts.parse(await briefAt(scene, NOW));

  expect(facts.responses.map(({ instrumentId }) => instrumentId)).toEqual(['gad-7', 'phq-9']);
  expect(facts.responseCounts).toEqual({ 'gad-7': 1, 'phq-9': 1 });
  expect(facts.alerts.map(({ rule, status }) => [rule, status])).toEqual([['S1', 'open']]);
  expect(facts.links.map(({ recordId }) => recordId)).toEqual(['a1b2c3']);
  expect(facts.checkIns).toHaveLength(3);
  expect(facts.checkIns.filter(({ completedAt }) => completedAt === null)).toMatchObject([
    { answeredItems: 1, sentOn: '2026-11-20' },
  ]);
});

test('a positive risk answer on a form that was not sent arrives, as it was last saved', async () => {
  const scene = await setScene(database.store);
  const administrationId = await scene.run((care) =>
    sendMeasure(care, scene.clientId, { instrumentId: 'phq9' }),
  );
  const unsent = async (value: number | null) => {
    await scene.run((care) => care.administrations.saveAnswer(administrationId, 9, value));
    return BriefFacts.parse(await briefAt(scene, NOW)).checkIns[0]?.unsentRiskAnswer;
  };

  expect(await unsent(0)).toBeNull();
  expect(await unsent(2)).toEqual({ item: 9, value: 2, answeredAt: NOW });
  expect(await unsent(1)).toEqual({ item: 9, value: 1, answeredAt: NOW });
  expect(await unsent(null)).toBeNull();
  await unsent(3);
  await scene.run((care) =>
    care.responses.submit(administrationId, {
      answeredOn: '2026-11-20' as CalendarDate,
      answers: [],
      score: scoreOf(3),
    }),
  );
  expect((await briefAt(scene, NOW))?.checkIns[0]?.unsentRiskAnswer).toBeNull();
});

test('of a long history come the first and the newest 24 with answers, the others as scores', async () => {
  const scene = await setScene(database.store);
  const first = '2026-03-05' as CalendarDate;
  await scene.run(async (care) => {
    for (let week = 0; week < 30; week += 1) {
      await respond(care, scene.clientId, week % 20, { answeredOn: addDays(first, week * 7) });
    }
  });

  const facts = BriefFacts.parse(await briefAt(scene, NOW));

  const weeks = [0, ...Array.from({ length: 24 }, (_, index) => index + 6)];
  expect(facts.responses.map(({ answeredOn }) => answeredOn)).toEqual(
    weeks.map((week) => addDays(first, week * 7)),
  );
  expect(facts.earlier?.map(({ answeredOn }) => answeredOn).toSorted()).toEqual(
    [0, 1, 2, 3, 4, 5].map((week) => addDays(first, week * 7)),
  );
  expect(facts.responseCounts).toEqual({ 'phq-9': 30 });
});

test('closed alerts leave the brief after 90 days, unless nobody looked since', async () => {
  const scene = await setScene(database.store);
  const alertId = await scene.run((care) => care.alerts.apply(scene.clientId, opening(), 0));
  await scene.run((care) =>
    care.alerts.acknowledge(alertId, scene.staffId, seenAs('contactedClient')),
  );
  const codes = async (now: string) => (await briefAt(scene, now))?.alerts.map(({ rule }) => rule);

  expect(await codes('2027-01-20T12:00:00.000Z')).toEqual(['S1']);
  expect(await codes('2027-06-20T12:00:00.000Z')).toEqual([]);

  const before = '2026-11-01T12:00:00.000Z' as Instant;
  await scene.run((care) => care.looks.mark(scene.staffId, scene.clientId, before));
  expect(await codes('2027-06-20T12:00:00.000Z')).toEqual(['S1']);
});

test('an alert that a later answer ended since the last look is among what happened since', async () => {
  const scene = await setScene(database.store);
  const alertId = await scene.run((care) => care.alerts.apply(scene.clientId, opening(), 0));
  const looked = '2026-11-21T10:00:00.000Z' as Instant;
  const at = '2027-03-01T12:00:00.000Z' as Instant;
  await scene.run((care) => care.looks.mark(scene.staffId, scene.clientId, looked));
  await scene.run((care) =>
    care.alerts.apply(scene.clientId, { change: 'resolve', alertId, at }, 0),
  );

  const facts = BriefFacts.parse(await briefAt(scene, '2027-07-01T12:00:00.000Z'));

  expect(facts.alerts).toMatchObject([{ alertId, status: 'resolved', resolvedAt: at }]);
  expect(interpret(facts).alertsSinceLook).toMatchObject([{ alertId }]);
  expect(await scene.run((care) => care.alerts.find(alertId))).toMatchObject({ resolvedAt: at });
});

test('an acknowledged alert says who did what', async () => {
  const scene = await setScene(database.store);
  const alertId = await scene.run((care) => care.alerts.apply(scene.clientId, opening(), 0));
  await scene.run((care) =>
    care.alerts.acknowledge(alertId, scene.staffId, seenAs('discussedInSession')),
  );

  const facts = BriefFacts.parse(await briefAt(scene, NOW));

  expect(facts.alerts[0]?.acknowledgement).toEqual({
    by: 'Ines Kwon',
    at: NOW,
    action: 'discussedInSession',
    words: 'Contacted the client',
    sentence: null,
  });
});

test('"since you last looked" is the visit before the present one', async () => {
  const scene = await setScene(database.store);
  const look = (at: string) =>
    scene.run((care) => care.looks.mark(scene.staffId, scene.clientId, at as Instant));
  const last = async (now: string) => (await briefAt(scene, now))?.lastLookedAt;

  await look('2026-11-02T10:00:00.000Z');
  expect(await last('2026-11-02T10:05:00.000Z')).toBeNull();
  expect(await last('2026-11-09T10:00:00.000Z')).toBe('2026-11-02T10:00:00.000Z');

  await look('2026-11-09T10:00:00.000Z');
  await look('2026-11-09T10:40:00.000Z');
  expect(await last('2026-11-09T10:41:00.000Z')).toBe('2026-11-02T10:00:00.000Z');

  await look('2026-11-01T10:00:00.000Z');
  expect(await last('2026-11-16T10:00:00.000Z')).toBe('2026-11-09T10:40:00.000Z');
});

test('a client of another caseload and a client that isn’t there look alike', async () => {
  const scene = await setScene(database.store);
  const others = v7() as ClientId;
  await scene.run((care) => addClient(care, others, 'Bruno Tasker'));

  expect(await briefAt(scene, NOW, others)).toBeNull();
  expect(await briefAt(scene, NOW, v7() as ClientId)).toBeNull();
  expect(await scene.run((care) => care.audit.ofClient(others))).toEqual([]);
});

test('a linked record leads to its client, and the look is recorded with the link', async () => {
  const scene = await setScene(database.store);
  const record = { ehr: 'therapynotes', recordId: '4711' } as const;
  const bond = {
    ...record,
    clientId: scene.clientId,
    confirmedName: 'Rosalind Achterberg',
    linkedBy: scene.staffId,
  };
  const link = await scene.run((care) => care.links.link(bond));

  const found = await scene.run((care) => care.brief.ofRecord(record, scene.staffId));

  expect(found?.facts.client.clientId).toBe(scene.clientId);
  expect(link.ok && link.value.linkId).toBe(found?.linkId);
  expect(await scene.run((care) => care.audit.ofClient(scene.clientId))).toMatchObject([
    {
      action: 'brief.read',
      actorId: scene.staffId,
      subject: { ehr: 'therapynotes', linkId: found?.linkId },
    },
  ]);
  const unknown = { ehr: 'therapynotes', recordId: '4712' } as const;
  expect(await scene.run((care) => care.brief.ofRecord(unknown, scene.staffId))).toBeNull();
});

test('a look that can’t be recorded shows nothing', async () => {
  const scene = await setScene(database.store);
  await database.asSuperuser('revoke insert on care.audit_event from throughline_app');
  try {
    await expect(briefAt(scene, NOW)).rejects.toThrow('42501');
  } finally {
    await database.asSuperuser('grant insert on care.audit_event to throughline_app');
  }
  expect(await briefAt(scene, NOW)).not.toBeNull();
});
