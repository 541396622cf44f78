import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_LADDER } from '#shared/alerts/escalation.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { ladderFields, OWN_CONTACT, TWO_ACTIONS } from '#test/support/alerting.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { aStaffMember, call, openPage, type SignedIn, submitForm } from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';

let backend: TestBackend;
let scene: Scene;
let admin: SignedIn;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
  admin = await aStaffMember(backend, scene.practiceId, 'admin');
});
afterAll(() => backend.close());

type Fields = Readonly<Record<string, string>>;

const save = (path: string, fields: Fields, { cookie } = admin) =>
  submitForm(backend, path, fields, { cookie });
const page = async (path: string, { cookie } = admin) =>
  (await openPage(backend, path, { cookie })).text();

async function protocol(): Promise<BriefFacts['protocol']> {
  return (await briefOf(backend, scene, scene.clinician)).protocol;
}

const recorded = (action: string) =>
  backend.database.asSuperuser<{ subject: object; clientId: string | null }>(
    `select subject, client_id as "clientId" from care.audit_event
     where practice_id = $1 and action = $2 order by at, event_id`,
    [scene.practiceId, action],
  );

describe('the list of what is done about alerts', () => {
  it('is the one that everybody begins with, until an admin sets it', async () => {
    expect(await protocol()).toBeNull();
    expect(await page('/alert-actions')).toContain('this is the list that everybody begins with');
    const saved = await save('/alert-actions', TWO_ACTIONS);
    expect(saved.headers.get('location')).toBe('/alert-actions?saved');
    expect(await protocol()).toEqual({
      version: 1,
      actions: [
        {
          id: 'own1a1',
          words: 'Called the client',
          sentence: 'The client was called the same day.',
          forSafety: true,
          inUse: true,
        },
        {
          id: 'own1a2',
          words: 'Passed to the front desk',
          sentence: null,
          forSafety: false,
          inUse: true,
        },
      ],
    });
    expect(await recorded('protocol.set')).toEqual([{ subject: { version: 1 }, clientId: null }]);
    const shown = await page('/alert-actions', scene.clinician);
    expect(shown).toContain('The client was called the same day.');
    expect(shown).toContain('An admin of the practice decides');
    expect(shown).not.toContain('<button class="main">');
  });

  it('keeps the id of an action that is worded otherwise, and gives none twice', async () => {
    await save('/alert-actions', TWO_ACTIONS);
    const again = { version: '1', 'a1.id': 'own1a1', 'a1.words': 'Phoned', 'a1.forSafety': 'on' };
    await save('/alert-actions', { ...again, 'a1.inUse': 'on', 'a2.words': 'Passed on' });
    expect((await protocol())?.actions).toMatchObject([
      { id: 'own1a1', words: 'Phoned' },
      { id: 'own2a2', words: 'Passed on', inUse: false },
    ]);
  });

  it.each([
    ['list', { 'a1.forSafety': '' }, 'or none could be closed'],
    ['list', { 'a1.words': '', 'a1.sentence': '', 'a2.words': '' }, 'Write at least one action'],
    ['a2.words', { 'a2.words': 'called the CLIENT' }, 'Another action reads the same'],
    ['a2.words', { 'a2.words': 'x'.repeat(81) }, 'Shorten this to 80 characters.'],
    ['a2.words', { 'a2.words': '', 'a2.sentence': 'Passed on.' }, 'Say what was done'],
    ['a1.sentence', { 'a1.sentence': 'There was no risk.' }, 'An Update never says this'],
    ['a1.sentence', { 'a1.sentence': 'Called within 2 hours.' }, 'no answer stands behind'],
    ['a1.sentence', { 'a1.sentence': '<b>Called</b>' }, 'Use plain words.'],
    ['a1.sentence', { 'a1.sentence': 'y'.repeat(301) }, 'Shorten this to 300 characters.'],
  ])('is refused with words beside %s: %o', async (field, over, words) => {
    const refused = await save('/alert-actions', { ...TWO_ACTIONS, ...over });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain(words);
    expect(text).toContain(`id="${field}-problem"`);
    expect(await protocol()).toBeNull();
  });

  it('is not overwritten by who saw the one before', async () => {
    const both = await Promise.all([
      save('/alert-actions', TWO_ACTIONS),
      save('/alert-actions', { ...TWO_ACTIONS, 'a1.words': 'Phoned' }),
    ]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([303, 409]));
    expect((await protocol())?.version).toBe(1);
  });

  it('takes the place of a newer one once that was said, with all that was typed', async () => {
    await save('/alert-actions', TWO_ACTIONS);
    const late = { ...TWO_ACTIONS, 'a1.words': 'Phoned' };
    const refused = await (await save('/alert-actions', late)).text();
    expect(refused).toContain('Somebody has saved a newer version');
    expect(refused).toContain('value="Phoned"');
    expect(refused).toContain('name="version" value="1"');
    // Another mistake on an old page says nothing of the newer one, and lifts nothing.
    const wrong = await (
      await save('/alert-actions', { ...late, 'a1.words': 'x'.repeat(81) })
    ).text();
    expect(wrong).toContain('name="version" value="0"');
    expect((await save('/alert-actions', { ...late, version: '1' })).status).toBe(303);
    expect((await protocol())?.actions[0]?.words).toBe('Phoned');
  });
});

/** What is typed where no step of a tier names more than open browsers. */
const BY_BROWSER_ALONE: Fields = {
  'urgent1.email': '',
  'urgent1.browser': 'on',
  'urgent2.text': '',
  'urgent2.browser': 'on',
};

describe('who is told of alerts', () => {
  it('names nobody beside the clinicians until an admin does, and says so', async () => {
    expect(await page('/escalation')).toContain('No backup person is named.');
    const saved = await save('/escalation', ladderFields(admin.staffId));
    expect(saved.headers.get('location')).toBe('/escalation?saved');
    const shown = await page('/escalation', scene.clinician);
    expect(shown).not.toContain('No backup person is named.');
    expect(shown).toContain(`After 60 minutes: ${admin.displayName}, by text message`);
    expect(await recorded('ladder.set')).toEqual([{ subject: { version: 1 }, clientId: null }]);
  });

  it.each([
    ['emergency1.after', { 'emergency1.after': '5' }, 'The first step is at once'],
    ['urgent2.after', { 'urgent2.after': '0' }, 'Each step comes later'],
    ['urgent2.after', { 'urgent2.after': 'soon' }, 'Type whole minutes'],
    ['urgent2.after', { 'urgent2.after': '10081' }, 'Type whole minutes'],
    ['emergency2.after', { 'emergency2.text': '' }, 'Tick at least one way'],
    ['hours', { fromHour: '18', toHour: '8' }, 'The hours end before they begin'],
    ['hours', { words: ' ' }, 'Write what clients read'],
    ['urgent', { 'urgent1.after': '', 'urgent2.after': '' }, 'Write at least one step'],
    ['urgent', BY_BROWSER_ALONE, 'Tick e-mail or text message at one step at least.'],
  ])('is refused with words beside %s: %o', async (field, over, words) => {
    const refused = await save('/escalation', { ...ladderFields(admin.staffId), ...over });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain(words);
    expect(text).toContain(`id="${field}-problem"`);
    expect(await recorded('ladder.set')).toEqual([]);
  });

  it('warns where it was saved for open browsers alone before that was refused', async () => {
    const { urgent, ...rest } = DEFAULT_LADDER;
    const calls = urgent.map((step) => ({ ...step, by: ['browser' as const] }));
    await backend.care.store.inPractice(scopeOf(scene.practiceId), ({ practiceSettings }) =>
      practiceSettings.add('ladder', { ...rest, version: 1, urgent: calls }, admin.staffId),
    );
    const shown = await page('/escalation', scene.clinician);
    expect(shown.match(/every step is for open browsers alone/g)).toHaveLength(1);
  });

  it('warns of a step for somebody who has left, and is not saved with it unseen', async () => {
    const { staffId } = await aStaffMember(backend, scene.practiceId);
    await save('/escalation', ladderFields(staffId));
    expect(await page('/escalation')).not.toContain('has left the practice');
    await backend.care.store.inPractice(scopeOf(scene.practiceId), ({ staff }) =>
      staff.switchOff(staffId),
    );
    const shown = await page('/escalation');
    expect(shown).toMatch(/step 2: whoever it names has left the practice/);
    expect(shown).toContain(`<option value="${staffId}" selected>Has left: choose somebody else`);
    const again = { ...ladderFields(staffId), version: '1', words: 'Closed.' };
    const refused = await save('/escalation', again);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('does not work in the practice any more');
  });

  it('can not be somebody of another practice', async () => {
    const { clinician } = await aScene(backend);
    const refused = await save('/escalation', ladderFields(clinician.staffId));
    expect(await refused.text()).toContain('does not work in the practice any more');
  });
});

describe('where somebody is told', () => {
  it('is set by themselves, and shown to others as a way alone', async () => {
    const { clinician } = scene;
    expect(await page('/my-contact', clinician)).toContain('No message about an alert can reach');
    await save('/my-contact', OWN_CONTACT, clinician);
    const own = await page('/my-contact', clinician);
    expect(own).toContain('ines@elm-street.example');
    expect(own).toContain('+13125550142');
    const ladder = await page('/escalation');
    expect(ladder).toContain(`${clinician.displayName}: e-mail and text message`);
    expect(ladder).not.toContain('ines@elm-street.example');
    expect(await recorded('staffContact.set')).toEqual([
      { subject: { staffId: clinician.staffId, email: true, phone: true }, clientId: null },
    ]);
  });

  it.each([
    ['email', { email: 'ines at elm street' }, 'no address that mail can be sent to'],
    ['email', { email: 'ines@elm.example\nbcc: all@elm.example' }, 'no address'],
    ['phone', { phone: '312 555 0142' }, 'Begin with + and the country'],
  ])('is refused with words beside %s: %o', async (field, over, words) => {
    const refused = await save('/my-contact', { ...OWN_CONTACT, ...over }, scene.clinician);
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain(words);
    expect(text).toContain(`id="${field}-problem"`);
  });
});

describe('the alerts that wait', () => {
  it('are those of the own clients, with who has seen them; no time empties the list', async () => {
    const { clinician, alertId, latestAt } = scene;
    expect(await page('/alerts', clinician)).toContain('Seen by nobody.');
    const seen = { alerts: [{ alertId, latestAt }] };
    await call(backend, 'alerts.seen', seen, clinician.token);
    const shown = await page('/alerts', clinician);
    expect(shown).toContain('Jordan Avery');
    expect(shown).toContain('new risk answer, PHQ-9');
    expect(shown).toContain(`Seen by ${clinician.displayName}`);
    const waiting = { clientIds: [scene.clientId], alertIds: [alertId] };
    expect(await recorded('alerts.listed')).toEqual([
      { subject: waiting, clientId: null },
      { subject: waiting, clientId: null },
    ]);
    expect(await recorded('alert.seen')).toEqual([
      { subject: { alertIds: [alertId] }, clientId: scene.clientId },
    ]);
  });

  it('are not those of a colleague', async () => {
    const colleague = await aStaffMember(backend, scene.practiceId);
    const shown = await page('/alerts', colleague);
    expect(shown).not.toContain('Avery');
    expect(shown).not.toContain(scene.clinician.displayName);
    expect(shown).toContain('None of your clients’ urgent or safety alerts is open.');
  });

  it('are counted where they are put aside: none waits is not none is open', async () => {
    const { practiceId, clinician, alertId } = scene;
    await backend.care.store.inPractice(scopeOf(practiceId), ({ alerts }) =>
      alerts.snooze(scene.mayWait.alertId, clinician.staffId),
    );
    await backend.database.asSuperuser(
      `update care.alert set tier = 'urgent' where practice_id = $1 and alert_id = $2`,
      [practiceId, scene.mayWait.alertId],
    );
    const { latestAt: seenLatestAt } = scene;
    const done = { alertId, action: 'contactedClient', seenLatestAt };
    expect((await call(backend, 'alerts.acknowledge', done, clinician.token)).status).toBe(200);
    const shown = await page('/alerts', clinician);
    expect(shown).toContain('None waits. 1 is open and put aside');
    expect(shown).not.toContain('None of your clients’');
  });
});
