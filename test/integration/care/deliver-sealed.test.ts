import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { switchOffStaff } from '#backend/care/switch-off-staff.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { InsertionId, StaffId } from '#shared/contracts/ids.ts';
import type { InsertOutcome } from '#shared/contracts/insertion.ts';
import { RecordInsertionInput } from '#shared/contracts/procedures.ts';
import type { Fact } from '#shared/contracts/sealed.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { insertionInput } from '#test/support/inputs.ts';
import { aPractice, aStaffMember, call, type SignedIn } from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';
import { deliver, sealingBrowser } from '#test/support/sealed.ts';

const HOUR = 3_600_000;

let backend: TestBackend;
let scene: Scene;
let colleague: SignedIn;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
  colleague = await aStaffMember(backend, scene.practiceId);
});
afterAll(() => backend.close());

function insertion(outcome: InsertOutcome = { status: 'exact' }, id = v7() as InsertionId) {
  const input = RecordInsertionInput.parse({ ...insertionInput(scene.clientId, id), outcome });
  return { what: 'insertion', input } as const;
}

function acknowledgement(seenLatestAt = scene.latestAt): Fact {
  const { alertId } = scene;
  return {
    what: 'acknowledgement',
    input: { alertId, action: 'discussedInSession', seenLatestAt },
  };
}

const rows = <Row extends object>(sql: string) =>
  backend.database.asSuperuser<Row>(sql, [scene.practiceId]);

const late = () =>
  rows<{ actor: StaffId; subject: Record<string, unknown> }>(
    `select actor_id as actor, subject from care.audit_event
     where practice_id = $1 and action = 'entry.deliveredLate' order by at, event_id`,
  );

async function isOpen(): Promise<boolean> {
  const { alerts } = await briefOf(backend, scene, scene.clinician);
  return alerts.some(({ alertId, status }) => alertId === scene.alertId && status === 'open');
}

describe('what a browser brings late', () => {
  it('is recorded in its author’s name, whoever carries it, with when it happened', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const fact = insertion();
    const happenedAt = backend.clock.now.toISOString();
    const entry = await browser.seals(fact);
    backend.clock.pass(3 * HOUR);
    expect(await deliver(backend, colleague, [entry])).toEqual([['kept', null]]);
    expect(await late()).toEqual([
      {
        actor: scene.clinician.staffId,
        subject: {
          entryId: entry.entryId,
          what: 'insertion',
          insertionId: fact.input.insertionId,
          happenedAt,
          carriedBy: colleague.staffId,
          clockOff: null,
          because: null,
        },
      },
    ]);
    const recorded = await rows(
      `select staff_id, outcome->>'status' as status from care.insertion
       where practice_id = $1 and insertion_id = '${fact.input.insertionId}'`,
    );
    expect(recorded).toEqual([{ staff_id: scene.clinician.staffId, status: 'exact' }]);
  });

  it('is taken in order: an undo after its insertion', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const fact = insertion();
    const { insertionId } = fact.input;
    const undo: Fact = { what: 'undo', input: { insertionId, outcome: { status: 'restored' } } };
    const entries = [await browser.seals(fact), await browser.seals(undo)];
    const kept = ['kept', null];
    expect(await deliver(backend, colleague, entries)).toEqual([kept, kept]);
  });

  it('is one record and one reply, ten times at once and then again', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const entries = [await browser.seals(insertion()), await browser.seals(acknowledgement())];
    const at10 = await Promise.all(
      Array.from({ length: 10 }, () => deliver(backend, colleague, entries)),
    );
    for (const results of [...at10, await deliver(backend, scene.clinician, entries)]) {
      expect(results).toEqual([
        ['kept', null],
        ['kept', null],
      ]);
    }
    expect(await late()).toHaveLength(2);
    const audited = await rows(
      `select action from care.audit_event where practice_id = $1
       and action in ('alert.acknowledged', 'insertion.recorded') and at >= now() - interval '1 day'`,
    );
    // One of the two insertions is the scene's.
    expect(audited).toHaveLength(3);
  });

  it('is no second record where the server was told at the time', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const told = insertion();
    await call(backend, 'insertions.record', told.input, scene.clinician.token);
    const unsure = insertion(
      { status: 'unconfirmed', reason: 'pageUnreachable' },
      told.input.insertionId,
    );
    const entries = [await browser.seals(told), await browser.seals(unsure)];
    const kept = ['kept', null];
    expect(await deliver(backend, colleague, entries)).toEqual([kept, kept]);
    const recorded = await rows<{ status: string }>(
      `select outcome->>'status' as status from care.insertion
       where practice_id = $1 and insertion_id = '${told.input.insertionId}'`,
    );
    expect(recorded).toEqual([{ status: 'exact' }]);
  });
});

describe('a late acknowledgement', () => {
  it('closes the alert that was read', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const entry = await browser.seals(acknowledgement());
    expect(await deliver(backend, colleague, [entry])).toEqual([['kept', null]]);
    expect(await isOpen()).toBe(false);
  });

  it('leaves an alert open that a newer answer has joined since it was read, and says so each time', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const before = instantOf(new Date(Date.parse(scene.latestAt) - 1000));
    const entry = await browser.seals(acknowledgement(before));
    for (let time = 0; time < 2; time += 1) {
      expect(await deliver(backend, colleague, [entry])).toEqual([['refused', 'newerEvidence']]);
    }
    expect(await isOpen()).toBe(true);
    expect(await late()).toHaveLength(1);
  });

  it('is not taken from somebody who has left, while what is in a note still is', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const entries = [await browser.seals(acknowledgement()), await browser.seals(insertion())];
    const { staffId } = scene.clinician;
    await switchOffStaff(backend.care, scopeOf(scene.practiceId), { staffId, successor: null });
    expect(await deliver(backend, colleague, entries)).toEqual([
      ['refused', 'notAllowed'],
      ['kept', null],
    ]);
  });

  it('is refused for a client of another caseload, and holds up nothing behind it', async () => {
    const browser = await sealingBrowser(backend, colleague);
    const entries = [await browser.seals(acknowledgement()), await browser.seals(insertion())];
    const notFound = ['refused', 'notFound'];
    expect(await deliver(backend, scene.clinician, entries)).toEqual([notFound, notFound]);
    expect(await isOpen()).toBe(true);
  });
});

describe('whose it is', () => {
  it('can’t be forged by a colleague with a ticket of their own', async () => {
    const theirs = await sealingBrowser(backend, colleague);
    const forged = await theirs.seals(acknowledgement(), { author: scene.clinician });
    expect(await deliver(backend, colleague, [forged])).toEqual([['refused', 'notProven']]);
    expect(await isOpen()).toBe(true);
    expect(await rows(`select 1 from care.sealed_delivery where practice_id = $1`)).toEqual([]);
    const refused = await rows<{ actor: string; subject: object }>(
      `select actor_id as actor, subject from care.audit_event
       where practice_id = $1 and action = 'entry.refused'`,
    );
    expect(refused).toEqual([
      { actor: colleague.staffId, subject: { entryId: forged.entryId, because: 'notProven' } },
    ]);
  });

  it('can’t be given to another id or author, nor changed', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const entry = await browser.seals(acknowledgement());
    const { sealed } = entry;
    const flipped = `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`;
    const touched = [
      { ...entry, entryId: v7() },
      { ...entry, author: colleague.staffId },
      { ...entry, sealed: flipped },
    ];
    const unreadable = ['refused', 'unreadable'];
    expect(await deliver(backend, colleague, touched)).toEqual([
      unreadable,
      unreadable,
      unreadable,
    ]);
  });

  it('is not proven by a ticket whose time is over', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    backend.clock.pass(13 * HOUR);
    const tooLate = await browser.seals(acknowledgement());
    backend.clock.reset();
    expect(await deliver(backend, colleague, [tooLate])).toEqual([['refused', 'notProven']]);
  });

  it('may not be used twice: another fact under a kept id changes nothing', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const entry = await browser.seals(insertion());
    await deliver(backend, colleague, [entry]);
    const again = await browser.seals(acknowledgement(), { entryId: entry.entryId });
    expect(await deliver(backend, colleague, [again])).toEqual([['kept', null]]);
    expect(await isOpen()).toBe(true);
  });
});

describe('what this server or session can’t take', () => {
  it('is left for who can: another practice, another key', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const stranger = await aStaffMember(backend, await aPractice(backend, 'Oak Avenue'));
    const entry = await browser.seals(acknowledgement());
    const entries = [entry, { ...entry, keyId: '0123456789abcdef' }];
    expect(await deliver(backend, stranger, entries)).toEqual([
      ['left', null],
      ['left', 'unknownKey'],
    ]);
    expect(await late()).toEqual([]);
  });
});

describe('what another version of a browser says', () => {
  it('is left, as is an undo of what may stand in it, until a server understands it', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const fact = insertion();
    const { insertionId } = fact.input;
    const undo: Fact = { what: 'undo', input: { insertionId, outcome: { status: 'restored' } } };
    const [unknown, known, undone] = [
      await browser.seals({ ...fact, what: 'placement' } as unknown as Fact),
      await browser.seals(insertion()),
      await browser.seals(undo),
    ];
    const left = ['left', null];
    const kept = ['kept', null];
    expect(await deliver(backend, colleague, [unknown, known, undone])).toEqual([left, kept, left]);
    expect(
      await rows(`select 1 from care.audit_event where practice_id = $1
      and action = 'entry.refused'`),
    ).toEqual([]);
    const understood = await browser.seals(fact, { entryId: unknown.entryId });
    expect(await deliver(backend, colleague, [understood, undone])).toEqual([kept, kept]);
  });

  it('holds up no undo of what was told', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const fact = insertion();
    const { insertionId } = fact.input;
    const entries = [
      await browser.seals(fact),
      await browser.seals({} as unknown as Fact),
      await browser.seals({
        what: 'undo',
        input: { insertionId, outcome: { status: 'restored' } },
      }),
    ];
    expect(await deliver(backend, colleague, entries)).toEqual([
      ['kept', null],
      ['left', null],
      ['kept', null],
    ]);
  });
});

describe('the browser’s clock', () => {
  it.each([
    ['right to two minutes', 100, null],
    ['six minutes ahead', 360, 360],
    ['a day behind', -86_400, -86_400],
  ])('%s', async (_, aheadSeconds, clockOff) => {
    const browser = await sealingBrowser(backend, scene.clinician, aheadSeconds);
    const happenedAt = backend.clock.now.toISOString();
    const entry = await browser.seals(insertion());
    backend.clock.pass(HOUR);
    expect(await deliver(backend, colleague, [entry])).toEqual([['kept', null]]);
    expect((await late())[0]?.subject).toMatchObject({ happenedAt, clockOff });
  });
});
