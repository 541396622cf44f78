import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasAddress, ladderMessages, stepsFor } from '#shared/alerts/escalation.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { StaffId } from '#shared/contracts/ids.ts';
import { EscalationLadder } from '#shared/contracts/ladder.ts';
import { inventedId } from '#test/support/brief-facts.ts';

const AT = '2026-11-20T18:58:00.000Z' as Instant;
const STAFF = [1, 2, 3, 4].map((number) => StaffId.parse(inventedId(number)));

const person = fc.constantFrom(...STAFF);
const way = fc.constantFrom('email', 'text', 'browser');
const step = fc.record({
  afterMinutes: fc.integer({ min: 0, max: 10_080 }),
  to: fc.oneof(
    fc.constant({ is: 'clinicians' as const }),
    fc.record({ is: fc.constant('person' as const), staffId: person }),
  ),
  by: fc.uniqueArray(way, { minLength: 1, maxLength: 3 }),
});
const steps = fc.array(step, { minLength: 1, maxLength: 6 });
const ladder = fc.record({ emergency: steps, urgent: steps }).map((told) =>
  EscalationLadder.parse({
    ...told,
    version: 1,
    outOfHours: { days: [1], fromHour: 9, toHour: 17, words: '' },
  }),
);
const reachable = fc
  .uniqueArray(person)
  .chain((ids) =>
    fc.tuple(
      ...ids.map((staffId) =>
        fc
          .uniqueArray(fc.constantFrom('email' as const, 'text' as const))
          .map((ways) => ({ staffId, ways: [...ways, 'browser' as const] })),
      ),
    ),
  );
const people = fc.record({
  clinicians: fc.uniqueArray(person),
  admins: fc.uniqueArray(person),
  reachable,
});
const tier = fc.constantFrom('emergency' as const, 'urgent' as const);

describe('any ladder, whoever can be told', () => {
  it('tells each person once a step and way, by ways they have, when the step says', () => {
    fc.assert(
      fc.property(ladder, tier, people, (of, urgency, who) => {
        const told = ladderMessages(of, { tier: urgency, evidenceAt: AT }, who);
        const keys = told.map((one) => [one.step, one.staffId, one.way].join());
        expect(new Set(keys).size).toBe(keys.length);
        for (const { step: place, staffId, way: by, dueAt } of told) {
          expect(who.reachable.find((one) => one.staffId === staffId)?.ways).toContain(by);
          const minutes = stepsFor(of, urgency)[place - 1]?.afterMinutes ?? Number.NaN;
          expect(Date.parse(dueAt) - Date.parse(AT)).toBe(minutes * 60_000);
        }
      }),
    );
  });

  it('tells somebody at every step, with an address as long as anybody has one', () => {
    fc.assert(
      fc.property(ladder, tier, people, (of, urgency, who) => {
        const told = ladderMessages(of, { tier: urgency, evidenceAt: AT }, who);
        const addressed = who.reachable.filter(hasAddress).map(({ staffId }) => staffId);
        for (const place of stepsFor(of, urgency).keys()) {
          const hears = told.filter((one) => one.step === place + 1).map(({ staffId }) => staffId);
          expect(hears.length > 0).toBe(who.reachable.length > 0);
          expect(hears.some((one) => addressed.includes(one))).toBe(addressed.length > 0);
        }
      }),
    );
  });

  it('tells somebody by mail or text at a step at least, as long as anybody has an address', () => {
    fc.assert(
      fc.property(ladder, tier, people, (of, urgency, who) => {
        const told = ladderMessages(of, { tier: urgency, evidenceAt: AT }, who);
        const leaves = told.some(({ way: by }) => by !== 'browser');
        expect(leaves).toBe(who.reachable.some(hasAddress));
      }),
    );
  });

  it('never leaves somebody with a closed browser who has a mailbox or a telephone', () => {
    fc.assert(
      fc.property(ladder, tier, people, (of, urgency, who) => {
        const told = ladderMessages(of, { tier: urgency, evidenceAt: AT }, who);
        for (const { step: place, staffId } of told) {
          const by = stepsFor(of, urgency)[place - 1]?.by ?? [];
          const ways = who.reachable.find((one) => one.staffId === staffId)?.ways ?? [];
          if (!by.some((one) => one !== 'browser') || ways.length === 1) continue;
          const used = told.filter((one) => one.step === place && one.staffId === staffId);
          expect(used.some((one) => one.way !== 'browser')).toBe(true);
        }
      }),
    );
  });
});
