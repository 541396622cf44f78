import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PermissionName } from '#backend/access/catalogue.ts';
import { declared, servedPaths } from '#backend/rpc/declared.ts';
import { router } from '#backend/rpc/router.ts';
import { group, procedure } from '#backend/rpc/trpc.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { withCouple } from '#test/support/couple.ts';
import { wellFormedInput } from '#test/support/inputs.ts';
import { withOwnResponse } from '#test/support/own-form.ts';
import { aPractice, aStaffMember, call, type SignedIn, valueOf } from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';

// The list of procedures comes from the router itself: a new one is tested the day it is added.
const PROCEDURES = [...servedPaths(router).keys()] as PermissionName[];

/** Procedures that a clinician may call about any page: the reply holds no other's client. */
const ANSWERED_WITHOUT_CLIENT = new Set<PermissionName>([
  'alerts.unacknowledged',
  'alerts.path',
  'plans.putTemplates',
  'session.whoAmI',
  'brief.ofRecord',
  'caseload.list',
  'links.candidates',
  'schedule.look',
  'couples.ofPage',
  'couples.choices',
  'handTotals.measures',
  'sealed.key',
  'sealed.deliver',
  'fleet.report',
  'fleet.switches',
]);

/** Procedures that an admin may call: what they answer is about the caller, or about nobody. */
const FOR_ADMINS = new Set<PermissionName>([
  'alerts.path',
  'plans.putTemplates',
  'session.whoAmI',
  'sealed.key',
  'sealed.deliver',
  'fleet.report',
  'fleet.switches',
]);

let backend: TestBackend;
let scene: Scene;
let admin: SignedIn;
let colleague: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  backend = await startTestBackend();
  scene = await withCouple(backend, await withOwnResponse(backend, await aScene(backend)));
  admin = await aStaffMember(backend, scene.practiceId, 'admin');
  colleague = await aStaffMember(backend, scene.practiceId);
  stranger = await aStaffMember(backend, await aPractice(backend, 'Oak Avenue'));
});
afterAll(() => backend.close());

describe.each(PROCEDURES)('%s', (name) => {
  it('is refused to whoever is signed out, whatever the input', async () => {
    for (const token of [null, 'not-a-token', 'A'.repeat(32)]) {
      const reply = await call(backend, name, wellFormedInput(name, scene), token);
      expect(reply.status).toBe(401);
      expect(await reply.text()).not.toContain('Avery');
    }
  });

  it('gives an admin nothing clinical', async () => {
    const reply = await call(backend, name, wellFormedInput(name, scene), admin.token);
    expect(reply.status).toBe(FOR_ADMINS.has(name) ? 200 : 403);
    expect(await reply.text()).not.toContain('Avery');
    expect(await denialsOf(admin, name)).toBe(FOR_ADMINS.has(name) ? 0 : 1);
  });

  it.each(['a colleague', 'another practice'])(
    'treats the client of another caseload as absent for %s',
    async (who) => {
      const { token } = who === 'a colleague' ? colleague : stranger;
      const { staffId } = who === 'a colleague' ? colleague : stranger;
      const theirs = await call(backend, name, wellFormedInput(name, scene), token);
      expect(await denialsOf({ staffId }, name)).toBe(theirs.status === 404 ? 1 : 0);
      const absent = await call(backend, name, wellFormedInput(name, nobody(scene)), token);
      const text = await theirs.text();
      expect(theirs.status).toBe(ANSWERED_WITHOUT_CLIENT.has(name) ? 200 : 404);
      expect(text).not.toContain('Avery');
      expect(absent.status).toBe(theirs.status);
      expect(withoutMoments(await absent.text())).toBe(withoutMoments(text));
    },
  );

  it('answers the clinician of the client', async () => {
    const reply = await call(backend, name, wellFormedInput(name, scene), scene.clinician.token);
    expect(reply.status).toBe(200);
    expect(await valueOf(reply)).toBeDefined();
  });
});

describe('a procedure without a declared permission', () => {
  it('keeps the router from being built', () => {
    const undeclared = group({
      notes: group({ list: procedure('caseload.list').query(() => []) }),
    });
    expect(() => declared(undeclared)).toThrow('No permission is declared for notes.list');
  });

  it('may not borrow the permission of another', () => {
    const borrowed = group({
      update: group({ compose: procedure('session.whoAmI').query(() => null) }),
    });
    expect(() => declared(borrowed)).toThrow('asks for the permission of session.whoAmI');
  });
});

/** Refusals of one procedure that the audit log holds against a member of staff. */
async function denialsOf({ staffId }: Pick<SignedIn, 'staffId'>, name: string): Promise<number> {
  const rows = await backend.database.asSuperuser(
    `select 1 from care.audit_event
     where action = 'access.denied' and actor_id = $1 and subject->>'permission' = $2`,
    [staffId, name],
  );
  return rows.length;
}

/** The same subjects with ids that exist nowhere. */
function nobody(of: Scene): Scene {
  return {
    ...of,
    clientId: idOfNobody(of.clientId) as Scene['clientId'],
    linkId: idOfNobody(of.linkId) as Scene['linkId'],
    alertId: idOfNobody(of.alertId) as Scene['alertId'],
    mayWait: { ...of.mayWait, alertId: idOfNobody(of.mayWait.alertId) as Scene['alertId'] },
    insertionId: idOfNobody(of.insertionId) as Scene['insertionId'],
    partnerId: idOfNobody(of.partnerId) as Scene['partnerId'],
    coupleId: idOfNobody(of.coupleId) as Scene['coupleId'],
    consentId: idOfNobody(of.consentId) as Scene['consentId'],
    eventId: idOfNobody(of.eventId),
    responseId: idOfNobody(of.responseId) as Scene['responseId'],
    recordId: 'nobody',
  };
}

function idOfNobody(id: string): string {
  return `${id.slice(0, -6)}ffffff`;
}

/** A reply without what differs between any two: moments and request ids. */
function withoutMoments(text: string): string {
  return text
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'moment')
    .replaceAll(/"requestId":"[^"]+"/g, 'id');
}
