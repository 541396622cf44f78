import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dateInZone } from '#shared/contracts/calendar.ts';
import type { CoupleView } from '#shared/contracts/couple.ts';
import type { OwnSharing } from '#shared/contracts/couple-procedures.ts';
import type { AdministrationId, ConsentId, CoupleId } from '#shared/contracts/ids.ts';
import { csi16 } from '#shared/instruments/data/csi16.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { score } from '#shared/scoring/score.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import {
  answersArrive,
  answersOne,
  asClient,
  consentTo,
  coupleSeen,
  csiAnswers,
  SCREEN_FOR_VIOLENCE,
  withCouple,
} from '#test/support/couple.ts';
import { PARTNER, wellFormedInput } from '#test/support/inputs.ts';
import { aStaffMember, call, valueOf } from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';

let backend: TestBackend;
let scene: Scene;
let others: ConsentId;

beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

/** Jordan and Riley agreed on the CSI-16; 38 and 55 points of 81. */
beforeEach(async () => {
  backend.clock.reset();
  scene = await withCouple(backend, await aScene(backend));
  others = await consentTo(backend, scene, scene.partnerId);
  await answersArrive(backend, scene, scene.clientId, csi16, csiAnswers(38));
  await answersArrive(backend, scene, scene.partnerId, csi16, csiAnswers(55));
});

async function seen(): Promise<CoupleView> {
  const reply = await coupleSeen(backend, scene);
  if (reply.is !== 'couple') throw new Error('the couple is not known');
  return reply.view;
}

const ask = (name: string, input: unknown) => call(backend, name, input, scene.clinician.token);

/** Asks for the couple's own record to be linked to the one partner of the scene. */
function partnersLink({ clientId, displayName: name, birthDate, recordId }: Scene) {
  const subject = { recordId: `${recordId}-couple`, name, birthDate };
  return { ehr: 'simplepractice', subject, clientId, nameConfirmed: false };
}

/** A reply without ids and moments, which differ between any two. */
function shapeOf(view: unknown): string {
  return JSON.stringify(view)
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'moment')
    .replaceAll(/[0-9a-f-]{36}/g, 'id');
}

describe('a couple’s own record', () => {
  it('shows what both agreed to, side by side, and how far it lies apart', async () => {
    const view = await seen();
    expect(view).toMatchObject({
      is: 'shared',
      measures: [
        {
          measureId: 'csi16',
          partners: [{ latest: { displayed: 38 } }, { latest: { displayed: 55 } }],
          gap: { points: 17, threshold: 7, beyondError: true, widening: null },
        },
      ],
    });
  });

  it('judges the gap by the rule as the practice has set it', async () => {
    const rules = [{ rule: 'P1', enabled: true, parameters: { share: 2 } }] as const;
    await asClient(backend, scene, scene.clientId, ({ ruleSettings }) =>
      ruleSettings.add({ version: 1, rules: [...rules] }, scene.clinician.staffId),
    );
    const view = await seen();
    expect(view.is === 'shared' && view.measures[0]?.gap).toMatchObject({
      threshold: 14,
      beyondError: true,
    });
  });

  it('shows nothing that only one agreed to', async () => {
    await consentTo(backend, scene, scene.clientId, { measureId: 'phq9' });
    const view = await seen();
    expect(view.is === 'shared' && view.measures.map(({ measureId }) => measureId)).toEqual([
      'csi16',
    ]);
  });

  it('shows the total of a PHQ-9 that both agreed to, and neither its answers nor its alerts', async () => {
    await consentTo(backend, scene, scene.clientId, { measureId: 'phq9' });
    await consentTo(backend, scene, scene.partnerId, { measureId: 'phq9' });
    const text = JSON.stringify(await seen());
    expect(text).toContain('"displayed":9');
    for (const word of ['safety', 'answers', 'alert', 'Several days', 'missingItems', 'responseId'])
      expect(text).not.toContain(word);
  });

  it('names each partner by name and birth date, in the order of their scores', async () => {
    const reply = await coupleSeen(backend, scene);
    if (reply.is !== 'couple' || reply.view.is !== 'shared') throw new Error('nothing is shared');
    const { people, couple, view, timeZone } = reply;
    expect(people.map(({ clientId }) => clientId)).toEqual(couple.partners);
    expect(view.measures[0]?.partners.map(({ clientId }) => clientId)).toEqual(couple.partners);
    expect(people).toContainEqual({
      clientId: scene.partnerId,
      displayName: PARTNER.displayName,
      birthDate: PARTNER.birthDate,
    });
    expect(timeZone).toBe('America/Chicago');
  });

  it('says that a blank in a score was filled in, and not which', async () => {
    await consentTo(backend, scene, scene.clientId, { measureId: 'phq9' });
    await consentTo(backend, scene, scene.partnerId, { measureId: 'phq9' });
    const answers = [1, 1, null, 1, 1, 1, 1, 1, 0];
    await answersArrive(backend, scene, scene.partnerId, phq9, answers);
    const view = await seen();
    const measures = view.is === 'shared' ? view.measures : [];
    const courses = measures.find(({ measureId }) => measureId === 'phq9')?.partners;
    const partners = courses?.find(({ clientId }) => clientId === scene.partnerId);
    expect(Object.keys(partners?.latest ?? {}).toSorted()).toEqual([
      'band',
      'displayed',
      'on',
      'prorated',
    ]);
    expect(partners?.latest).toMatchObject({ displayed: 8, prorated: true });
  });

  it('is off from the moment on that either takes the consent back', async () => {
    const input = { clientId: scene.partnerId, consentId: others };
    for (let time = 0; time < 2; time += 1) {
      await valueOf(await ask('couples.revokeConsent', input));
      expect(await seen()).toMatchObject({ is: 'off' });
    }
  });

  it('is off the day after the consent’s last day', async () => {
    const until = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(
      backend.clock.now,
    );
    await valueOf(
      await ask('couples.revokeConsent', { clientId: scene.partnerId, consentId: others }),
    );
    await consentTo(backend, scene, scene.partnerId, { expiresOn: until });
    expect(await seen()).toMatchObject({ is: 'shared' });
    backend.clock.pass(86_400_000);
    const scope = { practiceId: scene.practiceId };
    const later = await asClient(backend, scope, scene.clientId, async ({ couples }) => {
      const couple = await couples.ofClient(scene.clientId);
      return couple === null ? null : couples.view(couple);
    });
    expect(later).toMatchObject({ is: 'off' });
  });

  it('is known no more once the couple has ended, and nobody’s scores are found by it', async () => {
    for (let time = 0; time < 2; time += 1) {
      await valueOf(await ask('couples.unlink', { coupleId: scene.coupleId }));
    }
    const reply = await coupleSeen(backend, scene);
    expect(reply.is).toBe('unknown');
    expect(JSON.stringify(reply)).not.toContain('displayed":');
  });
});

describe('an answer about violence by a partner', () => {
  const YES = [1, 0, 0, 0];
  const NO = [0, 0, 0, 0];

  /** The form is sent, and as it was sent it says no. */
  const submitsNo = (left: AdministrationId) =>
    asClient(backend, scene, scene.partnerId, ({ responses }, now) =>
      responses.submit(left, {
        answeredOn: dateInZone(now, 'America/Chicago'),
        answers: NO,
        score: score(SCREEN_FOR_VIOLENCE, NO),
      }),
    );

  it.each([
    [
      'sent by the one',
      async () => answersArrive(backend, scene, scene.clientId, SCREEN_FOR_VIOLENCE, YES),
    ],
    [
      'sent by the other',
      async () => answersArrive(backend, scene, scene.partnerId, SCREEN_FOR_VIOLENCE, YES),
    ],
    [
      'saved and not sent',
      async () =>
        answersOne(backend, scene, scene.partnerId, {
          form: SCREEN_FOR_VIOLENCE,
          item: 2,
          values: [1],
        }),
    ],
    [
      'saved and changed to a no',
      async () =>
        answersOne(backend, scene, scene.partnerId, {
          form: SCREEN_FOR_VIOLENCE,
          item: 1,
          values: [1, 0],
        }),
    ],
    [
      'saved and left blank',
      async () =>
        answersOne(backend, scene, scene.partnerId, {
          form: SCREEN_FOR_VIOLENCE,
          item: 1,
          values: [1, null],
        }),
    ],
    [
      'changed to a no before it was sent',
      async () => {
        const form = SCREEN_FOR_VIOLENCE;
        const said = { form, item: 1, values: [1, 0] };
        const left = await answersOne(backend, scene, scene.partnerId, said);
        await submitsNo(left);
      },
    ],
  ])('%s switches the view off, exactly as if nothing had been agreed', async (_, tells) => {
    await tells();
    const told = await seen();
    const nothing = await withCouple(backend, await aScene(backend));
    const reply = await coupleSeen(backend, nothing);
    expect(reply.is === 'couple' && shapeOf(reply.view)).toBe(shapeOf(told));
  });

  it('leaves the view as it is when nothing happened', async () => {
    await answersArrive(backend, scene, scene.partnerId, SCREEN_FOR_VIOLENCE, NO);
    expect(await seen()).toMatchObject({ is: 'shared' });
  });

  it('changes nothing of what either partner’s chart says of sharing', async () => {
    const before = await valueOf<OwnSharing>(await ask('couples.of', { clientId: scene.clientId }));
    await answersArrive(backend, scene, scene.partnerId, SCREEN_FOR_VIOLENCE, YES);
    const after = await valueOf<OwnSharing>(await ask('couples.of', { clientId: scene.clientId }));
    expect(after).toEqual(before);
    expect(after.consents).toMatchObject([{ measureId: 'csi16', name: 'CSI-16' }]);
  });

  it('raises its alert in the own record alone', async () => {
    await answersArrive(backend, scene, scene.partnerId, SCREEN_FOR_VIOLENCE, YES);
    const alerts = await backend.database.asSuperuser<{ client_id: string }>(
      `select client_id from care.alert where practice_id = $1 and rule = 'P2'`,
      [scene.practiceId],
    );
    expect(alerts.map((alert) => alert.client_id)).toEqual([scene.partnerId]);
  });
});

describe('setting a couple up', () => {
  it('puts nobody into two couples', async () => {
    const third = await aScene(backend, { displayName: 'Robin Avery', of: scene });
    const page = {
      ehr: 'simplepractice',
      subjects: [
        { recordId: 'other', name: 'Jordan Avery', birthDate: null },
        { recordId: 'other', name: 'Robin Avery', birthDate: null },
      ],
    };
    const reply = await ask('couples.link', {
      coupleId: v7(),
      partners: [scene.clientId, third.clientId],
      page,
      secretsPolicy: 'limited',
      policyAgreedOn: '2026-01-07',
    });
    expect(reply.status).toBe(409);
    expect(await reply.text()).toContain('alreadyInCouple');
  });

  it('at the same moment makes one couple of several', async () => {
    const one = await aScene(backend);
    const two = await aScene(backend, { ...PARTNER, of: one });
    const replies = await Promise.all(
      Array.from({ length: 5 }, (_, index) => {
        const about = { ...one, partnerId: two.clientId, coupleId: v7() as CoupleId };
        const partners = [one.clientId, two.clientId];
        const input = {
          ...(wellFormedInput('couples.link', about) as object),
          partners: index % 2 === 0 ? partners : partners.toReversed(),
        };
        return call(backend, 'couples.link', input, one.clinician.token);
      }),
    );
    const statuses = replies
      .map(({ status }) => String(status))
      .toSorted((first, second) => first.localeCompare(second));
    expect(statuses).toEqual(['200', '409', '409', '409', '409']);
  });

  it.each([
    ['whose names the page doesn’t show', { name: 'Pat Quill' }, 'identityDisagrees'],
    ['on a record that is one client’s', null, 'alreadyLinked'],
  ])('refuses partners %s', async (_, shown, refusal) => {
    const one = await aScene(backend);
    const two = await aScene(backend, { displayName: 'Riley Averill', of: one });
    const recordId = shown === null ? one.recordId : 'their-own';
    const subject = { recordId, birthDate: null };
    const reply = await call(
      backend,
      'couples.link',
      {
        coupleId: v7(),
        partners: [one.clientId, two.clientId],
        page: {
          ehr: 'simplepractice',
          subjects: [
            { ...subject, name: 'Jordan' },
            { ...subject, name: 'Riley Averill', ...shown },
          ],
        },
        secretsPolicy: 'noSecrets',
        policyAgreedOn: '2026-01-07',
      },
      one.clinician.token,
    );
    expect(await reply.text()).toContain(refusal);
  });

  it('keeps the couple’s record from becoming one partner’s', async () => {
    const link = partnersLink(scene);
    const reply = await ask('links.link', link);
    expect(reply.status).toBe(409);
    expect(await reply.text()).toContain('alreadyLinked');
    const { ehr, subject } = link;
    const brief = await ask('brief.ofRecord', { ehr, subject });
    expect(await brief.text()).not.toContain('certain');
    expect((await coupleSeen(backend, scene)).is).toBe('couple');
    await valueOf(await ask('couples.unlink', { coupleId: scene.coupleId }));
    expect((await ask('links.link', link)).status).toBe(200);
  });

  it('gives a record to the couple or to the partner when both are tried at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await aScene(backend);
      const two = await aScene(backend, { ...PARTNER, of: one });
      const about = { ...one, partnerId: two.clientId, coupleId: v7() as CoupleId };
      const replies = await Promise.all([
        call(backend, 'couples.link', wellFormedInput('couples.link', about), one.clinician.token),
        call(backend, 'links.link', partnersLink(one), one.clinician.token),
      ]);
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 409]));
    }
  });

  it('ends by whoever has one of the two, and by nobody else', async () => {
    const colleague = await aStaffMember(backend, scene.practiceId);
    const input = { coupleId: scene.coupleId };
    expect((await call(backend, 'couples.unlink', input, colleague.token)).status).toBe(404);
    await backend.database.asSuperuser(
      `update care.assignment set staff_id = $3 where practice_id = $1 and client_id = $2`,
      [scene.practiceId, scene.partnerId, colleague.staffId],
    );
    expect((await coupleSeen(backend, scene)).is).toBe('unknown');
    expect((await call(backend, 'couples.unlink', input, colleague.token)).status).toBe(200);
  });
});

describe('the audit log', () => {
  it('has every look at the view once for each partner, and not what it showed', async () => {
    await seen();
    const rows = await backend.database.asSuperuser<{ client_id: string; subject: unknown }>(
      `select client_id, subject from care.audit_event
       where practice_id = $1 and action = 'couple.read' order by client_id`,
      [scene.practiceId],
    );
    expect(rows).toEqual([
      { client_id: scene.clientId, subject: { coupleId: scene.coupleId } },
      { client_id: scene.partnerId, subject: { coupleId: scene.coupleId } },
    ]);
  });

  it('has a look at a page that is no known couple’s, and not whose', async () => {
    const stranger = await aStaffMember(backend, scene.practiceId);
    const { token } = stranger;
    await valueOf(
      await call(backend, 'couples.ofPage', wellFormedInput('couples.ofPage', scene), token),
    );
    const rows = await backend.database.asSuperuser(
      `select client_id, actor_id, subject from care.audit_event
       where practice_id = $1 and action = 'couple.refused'`,
      [scene.practiceId],
    );
    const subject = { ehr: 'simplepractice' };
    expect(rows).toEqual([{ client_id: null, actor_id: stranger.staffId, subject }]);
  });
});
