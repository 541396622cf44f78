import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PermissionName } from '#backend/access/catalogue.ts';
import { servedPaths } from '#backend/rpc/declared.ts';
import { router } from '#backend/rpc/router.ts';
import type { ConsentId } from '#shared/contracts/ids.ts';
import { csi16 } from '#shared/instruments/data/csi16.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import {
  answersArrive,
  consentTo,
  coupleSeen,
  csiAnswers,
  SCREEN_FOR_VIOLENCE,
  withCouple,
} from '#test/support/couple.ts';
import { PARTNER, wellFormedInput } from '#test/support/inputs.ts';
import { withOwnResponse } from '#test/support/own-form.ts';
import { call, valueOf } from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';

/** Two clients of one clinician who are a couple. Everything that a client can have, each has. */
interface Couple {
  readonly jordan: Scene;
  readonly riley: Scene;
  /** Riley's consent; Jordan's is `jordan.consentId`. */
  readonly rileys: ConsentId;
}

/** Called last: they end something that the others are asked about. */
const ENDING = new Set<PermissionName>([
  'couples.revokeConsent',
  'couples.unlink',
  'links.unlink',
  'events.remove',
]);

// The list comes from the router: a procedure is asked the day it is added.
const PROCEDURES = ([...servedPaths(router).keys()] as PermissionName[]).toSorted(
  (one, other) => Number(ENDING.has(one)) - Number(ENDING.has(other)),
);

/** Rows about all own clients: each row is held against the other partner. */
const OF_ALL = ['caseload.list', 'alerts.unacknowledged'] as const;

/** About both by their nature: looked at apart, below. */
const ABOUT_BOTH = new Set<PermissionName>(['couples.ofPage', 'couples.choices', ...OF_ALL]);

/** What happened to the couple, and what their own record then shows. */
const STATES = [
  ['nobody agreed', async (couple: Couple) => revokeAll(couple), 'off'],
  ['both agreed', async () => undefined, 'shared'],
  [
    'one of them took it back',
    async (couple: Couple) => revoke(couple.riley, couple.rileys),
    'off',
  ],
  [
    'one of them told of violence',
    async ({ riley }: Couple) =>
      answersArrive(backend, riley, riley.clientId, SCREEN_FOR_VIOLENCE, [1, 1, 0, 0]),
    'off',
  ],
  ['they are a couple no more', async ({ jordan }: Couple) => unlink(jordan), 'unknown'],
] as const;

let backend: TestBackend;

beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

describe.each(STATES)('when %s', (_, happens, shows) => {
  let couple: Couple;
  beforeAll(async () => {
    couple = await aCouple();
    await happens(couple);
  });

  it(`their own record shows: ${shows}`, async () => {
    const reply = await coupleSeen(backend, couple.jordan);
    expect(reply.is === 'couple' ? reply.view.is : reply.is).toBe(shows);
    // What the others are looked through for is there to be found.
    const text = JSON.stringify(reply);
    for (const total of [TOTALS.jordan, TOTALS.riley]) {
      expect(text.includes(`"displayed":${total}`)).toBe(shows === 'shared');
    }
    expect(text).not.toMatch(/hark|violen|partnerViolence/i);
  });

  it.each(OF_ALL)('%s tells of each in the own rows', async (name) => {
    const { token } = couple.jordan.clinician;
    const rows = await valueOf<readonly { client: { clientId: string } }[]>(
      await call(backend, name, undefined, token),
    );
    for (const [about, other] of pairs(couple)) {
      const own = rows.filter(({ client }) => client.clientId === about.clientId);
      await expectNothingOf(other, JSON.stringify(own));
    }
  });

  it.each(PROCEDURES.filter((name) => !ABOUT_BOTH.has(name)))(
    '%s about one tells nothing of the other',
    async (name) => {
      for (const [about, other] of pairs(couple)) {
        const reply = await call(
          backend,
          name,
          wellFormedInput(name, about),
          about.clinician.token,
        );
        await expectNothingOf(other, await reply.text());
      }
    },
  );
});

const TOTALS = { jordan: 37, riley: 73 };

async function aCouple(): Promise<Couple> {
  const first = await withOwnResponse(backend, await aScene(backend));
  const second = await aScene(backend, { ...PARTNER, of: first });
  const jordan = await withCouple(backend, first, second.clientId);
  const { coupleId } = jordan;
  const rileys = await consentTo(backend, jordan, second.clientId);
  const riley = { ...second, coupleId, partnerId: jordan.clientId, consentId: rileys };
  await answersArrive(backend, jordan, jordan.clientId, csi16, csiAnswers(TOTALS.jordan));
  await answersArrive(backend, riley, riley.clientId, csi16, csiAnswers(TOTALS.riley));
  return { jordan, riley, rileys };
}

function pairs({ jordan, riley }: Couple): readonly (readonly [Scene, Scene])[] {
  return [
    [jordan, riley],
    [riley, jordan],
  ];
}

/** Whatever a reply would have of a client: names, ids, scores, words. */
async function expectNothingOf(other: Scene, text: string): Promise<void> {
  const ids = await backend.database.asSuperuser<{ id: string }>(
    `select response_id::text as id from care.response where client_id = $1
     union select alert_id::text from care.alert where client_id = $1
     union select administration_id::text from care.administration where client_id = $1
     union select consent_id::text from care.couple_consent where client_id = $1`,
    [other.clientId],
  );
  const total = other.displayName === PARTNER.displayName ? TOTALS.riley : TOTALS.jordan;
  const canaries = [
    other.clientId,
    other.displayName,
    other.birthDate,
    other.recordId,
    other.linkId,
    other.eventId,
    other.goalId,
    other.insertionId,
    `"displayed":${total}`,
    `${total}/81`,
    ...ids.map(({ id }) => id),
  ];
  expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
}

async function revoke({ clinician, clientId }: Scene, consentId: ConsentId): Promise<void> {
  const input = { clientId, consentId };
  await valueOf(await call(backend, 'couples.revokeConsent', input, clinician.token));
}

async function revokeAll({ jordan, riley, rileys }: Couple): Promise<void> {
  await revoke(jordan, jordan.consentId);
  await revoke(riley, rileys);
}

async function unlink({ coupleId, clinician }: Scene): Promise<void> {
  await valueOf(await call(backend, 'couples.unlink', { coupleId }, clinician.token));
}
