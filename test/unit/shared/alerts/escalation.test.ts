import { describe, expect, it } from 'vitest';
import {
  DEFAULT_LADDER,
  isOutOfHours,
  type LadderPeople,
  ladderMessages,
  stepsFor,
} from '#shared/alerts/escalation.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { StaffId } from '#shared/contracts/ids.ts';
import { EscalationLadder } from '#shared/contracts/ladder.ts';
import { inventedId } from '#test/support/brief-facts.ts';

const [INES, RUTH, BACKUP, ADMIN] = [1, 2, 3, 4].map((number) =>
  StaffId.parse(inventedId(number)),
) as [StaffId, StaffId, StaffId, StaffId];
const AT = '2026-11-20T18:58:00.000Z' as Instant;

const WITH_BACKUP = EscalationLadder.parse({
  ...DEFAULT_LADDER,
  version: 1,
  emergency: [
    { afterMinutes: 0, to: { is: 'clinicians' }, by: ['text', 'browser'] },
    { afterMinutes: 90, to: { is: 'person', staffId: BACKUP }, by: ['email'] },
  ],
});

/** Names nobody but the backup person. */
const BACKUP_ALONE = EscalationLadder.parse({
  ...DEFAULT_LADDER,
  version: 1,
  emergency: [{ afterMinutes: 0, to: { is: 'person', staffId: BACKUP }, by: ['email'] }],
});

const atBrowser = (staffId: StaffId) => ({ staffId, ways: ['browser'] }) as const;
const everywhere = (staffId: StaffId) => ({ staffId, ways: ['email', 'text', 'browser'] }) as const;

function told(
  ladder: EscalationLadder,
  people: Omit<LadderPeople, 'admins'>,
  tier: 'emergency' | 'urgent' | 'review' = 'emergency',
) {
  const around = { admins: [ADMIN], ...people };
  return ladderMessages(ladder, { tier, evidenceAt: AT }, around).map(
    ({ step, staffId, way, dueAt }) => [step, staffId, way, dueAt],
  );
}

describe('the ladder of a practice that has set none', () => {
  it('is a ladder as the contract has it', () => {
    expect(EscalationLadder.parse(DEFAULT_LADDER)).toEqual(DEFAULT_LADDER);
  });

  it.each(['emergency', 'urgent'] as const)('goes on for an hour for what is %s', (tier) => {
    expect(stepsFor(DEFAULT_LADDER, tier).map(({ afterMinutes }) => afterMinutes)).toEqual([
      0, 15, 60,
    ]);
  });

  it.each(['review', 'info'] as const)('says nothing of what is for %s', (tier) => {
    expect(stepsFor(DEFAULT_LADDER, tier)).toEqual([]);
  });
});

describe('a ladder', () => {
  it('tells each clinician by each way, then the backup person', () => {
    const people = {
      clinicians: [INES, RUTH],
      reachable: [INES, RUTH, BACKUP].map(everywhere),
    };
    const later = '2026-11-20T20:28:00.000Z';
    expect(told(WITH_BACKUP, people)).toEqual([
      [1, INES, 'text', AT],
      [1, INES, 'browser', AT],
      [1, RUTH, 'text', AT],
      [1, RUTH, 'browser', AT],
      [2, BACKUP, 'email', later],
    ]);
  });

  it('tells by another way who has none that the step names, and not by an open browser alone', () => {
    const ines = { staffId: INES, ways: ['email', 'browser'] } as const;
    const people = { clinicians: [INES], reachable: [ines] };
    expect(told(WITH_BACKUP, people)).toEqual([
      [1, INES, 'email', AT],
      [1, INES, 'browser', AT],
      // In the place of the backup person, who does not work here any more.
      [2, INES, 'email', '2026-11-20T20:28:00.000Z'],
    ]);
  });

  it('of open browsers alone goes by every way that people have: a closed one tells nobody', () => {
    const browsers = EscalationLadder.parse({
      ...DEFAULT_LADDER,
      version: 1,
      emergency: [
        { afterMinutes: 0, to: { is: 'clinicians' }, by: ['browser'] },
        { afterMinutes: 90, to: { is: 'person', staffId: BACKUP }, by: ['browser'] },
      ],
    });
    const ines = { staffId: INES, ways: ['text', 'browser'] } as const;
    const people = { clinicians: [INES], reachable: [ines, everywhere(BACKUP)] };
    expect(told(browsers, people).map(([step, who, way]) => [step, who, way])).toEqual([
      [1, INES, 'text'],
      [1, INES, 'browser'],
      [2, BACKUP, 'email'],
      [2, BACKUP, 'text'],
      [2, BACKUP, 'browser'],
    ]);
  });

  it('calls an open browser alone at a step, where another step of the tier leaves the building', () => {
    const mixed = EscalationLadder.parse({
      ...DEFAULT_LADDER,
      version: 1,
      emergency: [
        { afterMinutes: 0, to: { is: 'clinicians' }, by: ['browser'] },
        { afterMinutes: 5, to: { is: 'clinicians' }, by: ['text'] },
      ],
    });
    const people = { clinicians: [INES], reachable: [everywhere(INES)] };
    expect(told(mixed, people).map(([step, , way]) => [step, way])).toEqual([
      [1, 'browser'],
      [2, 'text'],
    ]);
  });

  it('tells whom it names at once where no clinician can be told', () => {
    const people = { clinicians: [INES], reachable: [everywhere(BACKUP)] };
    expect(told(WITH_BACKUP, people).map(([step, who]) => [step, who])).toEqual([
      [1, BACKUP],
      [1, BACKUP],
      [2, BACKUP],
    ]);
  });
});

/** Who is told at any step. */
const names = (ladder: EscalationLadder, people: Omit<LadderPeople, 'admins'>) => [
  ...new Set(told(ladder, people).map(([, who]) => who)),
];

describe('nobody waits for whoever can not be told', () => {
  it('where the person it names was switched off: the clinicians are told', () => {
    const people = { clinicians: [INES], reachable: [INES, ADMIN].map(everywhere) };
    expect(told(BACKUP_ALONE, people)).toEqual([[1, INES, 'email', AT]]);
  });

  it('where the backup person was switched off: the admins are told, not the same clinicians', () => {
    const reachable = [INES, ADMIN].map(everywhere);
    expect(told(WITH_BACKUP, { clinicians: [INES], reachable }).slice(2)).toEqual([
      [2, ADMIN, 'email', '2026-11-20T20:28:00.000Z'],
    ]);
  });

  it('where there is neither a clinician nor a named person: the admins are told', () => {
    const reachable = [RUTH, ADMIN].map(everywhere);
    expect(names(DEFAULT_LADDER, { clinicians: [], reachable })).toEqual([ADMIN]);
    expect(names(BACKUP_ALONE, { clinicians: [], reachable })).toEqual([ADMIN]);
  });

  it('where no admin has an address either: everybody who has one is told', () => {
    const reachable = [everywhere(RUTH), atBrowser(ADMIN)];
    expect(names(DEFAULT_LADDER, { clinicians: [], reachable })).toEqual([RUTH]);
  });

  it('where a clinician has no address: the backup person is told at once beside her browser', () => {
    const reachable = [atBrowser(INES), everywhere(BACKUP), everywhere(ADMIN)];
    expect(told(WITH_BACKUP, { clinicians: [INES], reachable }).slice(0, 3)).toEqual([
      [1, INES, 'browser', AT],
      [1, BACKUP, 'text', AT],
      [1, BACKUP, 'browser', AT],
    ]);
  });

  it('where nobody has an address: the open browser is called, or that of the next', () => {
    const reachable = [INES, ADMIN].map(atBrowser);
    expect(names(DEFAULT_LADDER, { clinicians: [INES], reachable })).toEqual([INES]);
    expect(names(BACKUP_ALONE, { clinicians: [RUTH], reachable })).toEqual([ADMIN]);
  });
});

describe('the hours of a practice', () => {
  const { outOfHours } = DEFAULT_LADDER;
  it.each([
    ['Friday, 9:00 am', '2026-11-20T15:00:00.000Z', false],
    ['Friday, 8:59 am', '2026-11-20T14:59:59.000Z', true],
    ['Friday, 4:59 pm', '2026-11-20T22:59:59.000Z', false],
    ['Friday, 5:00 pm', '2026-11-20T23:00:00.000Z', true],
    ['Saturday, noon', '2026-11-21T18:00:00.000Z', true],
    ['Monday, 12:30 am', '2026-11-23T06:30:00.000Z', true],
  ])('are told by its own clock: %s', (_, now, isOut) => {
    expect(isOutOfHours(outOfHours, now as Instant, 'America/Chicago')).toBe(isOut);
  });

  it('may be around the clock', () => {
    const always = { ...outOfHours, days: [1, 2, 3, 4, 5, 6, 7], fromHour: 0, toHour: 24 };
    expect(isOutOfHours(always, '2026-11-22T05:59:00.000Z' as Instant, 'America/Chicago')).toBe(
      false,
    );
  });
});
