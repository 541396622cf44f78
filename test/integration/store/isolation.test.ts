import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CareRepositories } from '#backend/store/store.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { FormId } from '#shared/contracts/custom-form.ts';
import type {
  AdministrationId,
  ClientId,
  ConsentId,
  CoupleId,
  GoalId,
  MessageId,
  PauseId,
  PlanId,
  PracticeId,
  ResponseId,
  TopicId,
} from '#shared/contracts/ids.ts';
import { DIARY_CARD } from '#shared/forms/diary-card.ts';
import { chartRequest } from '#shared/update/request.ts';
import { scopeOf, startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import {
  addClient,
  briefRead,
  opening,
  respond,
  type Scene,
  sendMeasure,
  setScene,
  termsRead,
} from './scene.ts';

let database: TestDatabase;
let cedar: Scene;
let birch: Scene;

/** Fills every table of a practice. */
async function fill(scene: Scene): Promise<void> {
  await scene.run(async (care) => {
    await respond(care, scene.clientId, 12);
    const administrationId = await sendMeasure(care, scene.clientId);
    await care.administrations.saveAnswer(administrationId, 1, 2);
    const alertId = await care.alerts.apply(scene.clientId, opening(), 0);
    await care.alertsSeen.add(alertId, scene.staffId, opening().latestAt);
    await care.staffContacts.put(scene.staffId, { email: 'ines@cedar.example', phone: null });
    await care.links.link({
      ehr: 'simplepractice',
      recordId: 'same-in-both',
      clientId: scene.clientId,
      confirmedName: 'Rosalind Achterberg',
      linkedBy: scene.staffId,
    });
    await care.looks.mark(scene.staffId, scene.clientId, scene.at('2026-11-01T00:00:00.000Z').now);
    await care.outbox.add('alertOpened', { clientId: scene.clientId });
    await care.licences.confirm('core10', termsRead(), scene.staffId);
    await care.ruleSettings.add(
      { version: 1, rules: [{ rule: 'T2', enabled: false, parameters: {} }] },
      scene.staffId,
    );
    await care.audit.append(briefRead(scene.clientId));
    await care.sealedDeliveries.arrive({
      entryId: v7(),
      staffId: scene.staffId,
      what: 'insertion',
      happenedAt: scene.at('2026-11-01T00:00:00.000Z').now,
    });
    await fillFleet(care, scene);
    await fillMessages(care, scene);
    await planSending(care, scene, administrationId);
    await fillCouple(care, scene);
    await addToRecord(care, scene);
    await answerOwnForm(care, scene);
    await agreeOnGoal(care, scene);
    await care.clientPages.chooseProgress(scene.clientId, 'chart');
    await care.clientPages.withhold(scene.clientId, 'gad7', scene.staffId);
    await care.insertions.record(scene.staffId, {
      insertionId: v7() as never,
      clientId: scene.clientId,
      ehr: 'simplepractice',
      recordId: 'same-in-both',
      appointmentId: null,
      request: chartRequest('narrative'),
      briefAsOf: scene.at('2026-11-01T00:00:00.000Z').now,
      parts: [{ label: 'Note', section: 'whole', text: 'An invented sentence.' }],
      outcome: { status: 'exact' },
    });
  });
}

/** Hears of a browser, and switches an adapter. */
async function fillFleet(care: CareRepositories, { staffId }: Scene): Promise<void> {
  const browserId = v7();
  await care.fleet.arrive(v7());
  await care.fleet.hear({ browserId, browser: 'chrome', extensionVersion: '1.4.0' });
  const count = {
    ehr: 'simplepractice',
    adapterVersion: 1,
    counted: 'page',
    name: 'note',
  } as const;
  await care.fleet.count(browserId, '2026-11-20' as CalendarDate, [{ ...count, times: 3 }]);
  const decision = { ehr: 'simplepractice', version: 1, mode: 'off', reason: 'a try' } as const;
  await care.adapterSwitches.add(decision, staffId);
}

/** Makes the client one of a couple, with a record and a consent. */
async function fillCouple(care: CareRepositories, { clientId, staffId }: Scene): Promise<void> {
  const partnerId = v7() as ClientId;
  await addClient(care, partnerId, 'Wanda Achterberg');
  const coupleId = v7() as CoupleId;
  const on = '2026-06-02' as CalendarDate;
  const agreed = { secretsPolicy: 'limited', policyAgreedOn: on, since: on } as const;
  await care.couples.link({ coupleId, partners: [clientId, partnerId], ...agreed }, staffId);
  await care.couples.bind(coupleId, { ehr: 'simplepractice', recordId: 'theirs' }, staffId);
  const consentId = v7() as ConsentId;
  await care.consents.give({ consentId, coupleId, clientId, measureId: 'csi16', expiresOn: on });
}

/** Writes to the client, and sets how messages read. */
async function fillMessages(care: CareRepositories, { clientId, staffId }: Scene): Promise<void> {
  await care.messages.add({ purpose: 'checkIn', clientId, way: 'email' });
  const wording = { version: 1, namesPractice: true, texts: [] };
  await care.practiceSettings.add('wording', wording, staffId);
}

/** Plans to send, pauses, and tells how an administration came to be. */
async function planSending(
  care: CareRepositories,
  { clientId, staffId }: Scene,
  administrationId: AdministrationId,
): Promise<void> {
  const day = '2026-11-24' as CalendarDate;
  const planId = v7() as PlanId;
  const cadence = { is: 'once', on: day } as const;
  const terms = {
    measures: ['phq9'],
    cadence,
    dueDays: 3,
    expiryDays: 7,
    reminderDays: [],
    hour: 9,
  };
  await care.contacts.put(clientId, { ...(await care.contacts.of(clientId)), language: 'spanish' });
  await care.appointmentDays.tell({ clientId, days: [day], by: 'page' }, staffId);
  await care.plans.add({ planId, clientId, version: 1, terms, oftenMeant: false }, staffId);
  const pause = { pauseId: v7() as PauseId, reason: 'away', from: day, until: null } as const;
  await care.pauses.add({ clientId, ...pause }, staffId);
  await care.sendings.add({
    administrationId,
    clientId,
    instrumentId: 'phq9',
    messageId: v7() as MessageId,
    place: 1,
    way: 'message',
    planId,
    planVersion: 1,
    forDay: day,
  });
}

/** Adds one of everything that a clinician can add. */
async function addToRecord(care: CareRepositories, { clientId, staffId }: Scene): Promise<void> {
  const on = '2026-06-02' as CalendarDate;
  const event = { eventId: v7(), on, kind: 'other', label: 'moved house' } as const;
  await care.events.add(clientId, event, staffId);
  await care.episodes.mark({ clientId, kind: 'began', on }, staffId);
  const responseId = v7() as ResponseId;
  await care.episodes.choose(clientId, responseId, staffId);
  const measure = {
    id: 'oq45',
    version: 1,
    name: 'OQ-45.2',
    direction: 'higherWorse',
    range: null,
    bands: [],
    bandsSource: '',
  } as const;
  await care.handMeasures.state({ measure: { ...measure, bands: [] }, edition: 1 }, staffId);
  const total = { clientId, responseId, handMeasureId: 'oq45', on, total: 71, supersedes: null };
  await care.handTotals.enter(total, 1, staffId);
  const said = { name: 'Summary', text: 'We read it together.', per: 'update' } as const;
  const shown = { language: 'en', shapes: ['narrative'], section: 'whole' } as const;
  await care.phrases.add({ id: v7(), ...said, ...shown, shapes: ['narrative'] }, staffId);
}

/** Agrees on a goal that is rated, and hears what the client wants to talk about. */
async function agreeOnGoal(care: CareRepositories, { clientId, staffId }: Scene): Promise<void> {
  const goalId = v7() as GoalId;
  const agreedOn = '2026-06-02' as CalendarDate;
  const goal = { goalId, words: 'sleep', scale: { kind: 'zeroToTen' }, agreedOn } as const;
  await care.goals.add(clientId, { ...goal, targetOn: null }, staffId);
  const day = { goalId, by: 'clinician', on: agreedOn } as const;
  await care.goals.rate(day, { value: 3, revision: 1, staffId });
  await care.topics.add(clientId, { topicId: v7() as TopicId, words: 'my mother' });
}

/** Makes a form, and sends it with an answer. */
async function answerOwnForm(care: CareRepositories, { clientId, staffId }: Scene): Promise<void> {
  const formId = FormId.parse(v7());
  await care.ownForms.hold(formId);
  await care.ownForms.add({ formId, version: 1, ...DIARY_CARD }, staffId);
  const administrationId = await sendMeasure(care, clientId, {
    instrumentId: `form:${formId}`,
    formId,
  });
  await care.ownAnswers.save(administrationId, 1, 4);
  const answeredOn = '2026-11-20' as CalendarDate;
  await care.ownResponses.submit(administrationId, { answeredOn, answers: [4] });
}

/** The tables of a practice. */
async function tables(): Promise<readonly string[]> {
  const rows = await database.asSuperuser<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname in ('care', 'fleet') order by 1`,
  );
  return rows.map(({ name }) => name);
}

beforeAll(async () => {
  database = await startTestDatabase();
  cedar = await setScene(database.store, 'Cedar Practice');
  birch = await setScene(database.store, 'Birch Practice');
  await fill(cedar);
  await fill(birch);
});
afterAll(() => database.close());

describe('the application’s login', () => {
  test('sees nothing while no practice is set', async () => {
    for (const table of await tables()) {
      const { rows } = await database.database.pool.query(`select * from ${table}`);
      expect(rows, table).toEqual([]);
    }
  });

  test('sees nothing after a practice was set and the transaction ended', async () => {
    const connection = await database.database.pool.connect();
    try {
      await connection.query(`begin; set local app.practice = '${cedar.practiceId}'`);
      await connection.query('commit');
      const { rows } = await connection.query('select * from care.client');
      expect(rows).toEqual([]);
    } finally {
      connection.release();
    }
  });

  test('sees one practice’s rows only, in every table', async () => {
    const connection = await database.database.pool.connect();
    try {
      await connection.query(`begin; set local app.practice = '${cedar.practiceId}'`);
      for (const table of await tables()) {
        const { rows } = await connection.query<{ practice_id: string }>(
          `select practice_id from ${table}`,
        );
        const practices = new Set(rows.map((row) => row.practice_id));
        expect([...practices], table).toEqual([cedar.practiceId]);
      }
      await connection.query('rollback');
    } finally {
      connection.release();
    }
  });

  const DENIED = [
    ['to become the owner', 'set role throughline_owner', '42501'],
    ['to become the superuser', 'set role throughline_super', '42501'],
    ['to switch row security off', 'set row_security = off; select * from care.client', '42501'],
    ['to drop the fence', 'alter table care.client disable row level security', '42501'],
    ['to make a table', 'create table public.loot (x int)', '42501'],
    ['to make a schema', 'create schema loot', '42501'],
    ['to delete', 'delete from care.client', '42501'],
    ['to alter an audit row', `update care.audit_event set action = 'nothing'`, '42501'],
    ['to alter settings', 'update care.rule_settings set version = 9', '42501'],
    ['to alter what was switched', `update care.adapter_switch set mode = 'on'`, '42501'],
    ['to alter terms that were read', `update care.licence_confirmation set terms = '{}'`, '42501'],
    ['to alter what was entered by hand', 'update care.hand_total set total = 0', '42501'],
    ['to alter a statement', `update care.hand_measure set name = 'x'`, '42501'],
    ['to alter a goal that was agreed', `update care.goal set words = 'x'`, '42501'],
    ['to alter a rating', 'update care.goal_rating set value = 0', '42501'],
    ['to alter what a client said', `update care.client_topic set words = 'x'`, '42501'],
    ['to alter how something was sent', 'update care.sending set place = 9', '42501'],
    ['to alter a plan as it read', `update care.plan_version set terms = '{}'`, '42501'],
    ['to delete an event', 'delete from care.care_event', '42501'],
    ['to alter an answer', 'update care.answer set value = 0', '42501'],
    ['to move a row to another practice', 'update care.client set practice_id = null', '42501'],
    ['to read the list of migrations', 'select * from migrations.applied', '42501'],
  ] as const;

  test.each(DENIED)('is not allowed %s', async (_, statement, code) => {
    const connection = await database.database.pool.connect();
    try {
      await expect(connection.query(statement)).rejects.toMatchObject({ code });
    } finally {
      // Not given back to the pool: a SET of this test must not outlive it.
      connection.release(true);
    }
  });

  test('can’t add a row to another practice', async () => {
    const connection = await database.database.pool.connect();
    try {
      await connection.query(`begin; set local app.practice = '${cedar.practiceId}'`);
      const adding = connection.query(
        `insert into care.outbox values ($1, $2, 'x', '{}', $3, $3, 0, null)`,
        [birch.practiceId, v7(), '2026-11-20T00:00:00.000Z'],
      );
      await expect(adding).rejects.toMatchObject({ code: '42501' });
      await connection.query('rollback');
    } finally {
      connection.release();
    }
  });
});

describe('two practices', () => {
  test('find nothing of each other’s', async () => {
    const found = await cedar.run(async (care) => ({
      client: await care.clients.find(birch.clientId),
      brief: await care.brief.ofClient(birch.clientId, birch.staffId, briefRead(birch.clientId)),
      caseload: await care.caseload.list(birch.staffId),
      scheduled: await care.caseload.scheduled(birch.staffId, 'simplepractice'),
      staff: await care.staff.find(birch.staffId),
      audit: await care.audit.ofClient(birch.clientId),
      alerts: await care.alerts.holdOpenOf(birch.clientId),
      checkIns: await care.checkIns.ofClient(birch.clientId),
      responses: await care.responses.ofClient(birch.clientId),
      insertions: await care.insertions.standing(birch.clientId, 'simplepractice'),
      course: (await care.episodes.courseOf(birch.clientId)).history,
    }));

    expect(found).toEqual({
      client: null,
      brief: null,
      caseload: [],
      scheduled: [],
      staff: null,
      audit: [],
      alerts: [],
      checkIns: [],
      responses: [],
      insertions: [],
      course: [],
    });
  });

  test('confirm licences and set rules each for themselves', async () => {
    const oak = await setScene(database.store, 'Oak Practice');
    const decided = await oak.run(async (care) => ({
      licences: await care.licences.standing(),
      withdrawn: await care.licences.withdraw('core10', oak.staffId),
      rules: await care.ruleSettings.inForce(),
    }));
    expect(decided).toEqual({
      licences: [],
      withdrawn: false,
      rules: { settings: { version: 0, rules: [] }, from: null },
    });
    expect(await cedar.run((care) => care.licences.standing())).toHaveLength(1);
  });

  test('may each link the same record id to their own client', async () => {
    const record = { ehr: 'simplepractice', recordId: 'same-in-both' } as const;
    const ofCedar = await cedar.run((care) => care.brief.ofRecord(record, cedar.staffId));
    const ofBirch = await birch.run((care) => care.brief.ofRecord(record, birch.staffId));

    expect(ofCedar?.facts.client.clientId).toBe(cedar.clientId);
    expect(ofBirch?.facts.client.clientId).toBe(birch.clientId);
  });

  test('stay apart while their calls share a pool', async () => {
    const calls = Array.from({ length: 400 }, (_, index) => (index % 3 === 0 ? cedar : birch));

    const seen = await Promise.all(
      calls.map((scene) => scene.run((care) => care.caseload.list(scene.staffId))),
    );

    const clients = seen.map((rows) => rows.map(({ client }) => client.clientId));
    expect(clients).toEqual(calls.map((scene) => [scene.clientId]));
  });

  test('stay apart when work fails half-way', async () => {
    const failing = cedar.run(async (care) => {
      await addClient(care, v7() as ClientId, 'Never Kept');
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');

    const rows = await database.asSuperuser(
      `select 1 from care.client where display_name = 'Never Kept'`,
    );
    expect(rows).toEqual([]);
    expect(await birch.run((care) => care.caseload.list(birch.staffId))).toHaveLength(1);
  });
});

test('a practice id that is no UUID never reaches SQL', async () => {
  const forged = "x'; set local app.practice = 'y" as PracticeId;
  const reading = database.store.inPractice(scopeOf(forged), (care) => care.practice.read());
  await expect(reading).rejects.toThrow();
});
