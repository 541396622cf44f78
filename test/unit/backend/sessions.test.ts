import { describe, expect, it } from 'vitest';
import { BELIEVED_FOR, createSessions, type Session } from '#backend/identity/sessions.ts';
import type { PracticeId, StaffId } from '#shared/contracts/ids.ts';

const DANA: Session = {
  practiceId: 'practice' as PracticeId,
  staffId: 'dana' as StaffId,
  role: 'clinician',
  expiresAt: 1_000_000,
};

/** Sessions over a table that can be changed, counting how often it was asked. */
function aTable() {
  const table = new Map([['token', DANA]]);
  const clock = { now: 0 };
  let asked = 0;
  const sessions = createSessions(
    async (token) => {
      asked += 1;
      return table.get(token) ?? null;
    },
    () => clock.now,
  );
  return { table, clock, sessions, asked: () => asked };
}

describe('a session that was found', () => {
  it('is believed for three seconds and then asked for again', async () => {
    const { sessions, clock, asked, table } = aTable();
    await sessions.of('token');
    table.delete('token');
    clock.now = BELIEVED_FOR - 1;
    expect(await sessions.of('token')).toBe(DANA);
    expect(asked()).toBe(1);
    clock.now = BELIEVED_FOR;
    expect(await sessions.of('token')).toBeNull();
  });

  it('is never believed beyond its own end', async () => {
    const { sessions, clock, table } = aTable();
    clock.now = DANA.expiresAt - 1_000;
    await sessions.of('token');
    table.delete('token');
    clock.now = DANA.expiresAt;
    expect(await sessions.of('token')).toBeNull();
  });

  it('is forgotten at once when it is revoked, by token or by person', async () => {
    for (const revoke of ['token', 'person']) {
      const { sessions, table } = aTable();
      await sessions.of('token');
      table.delete('token');
      if (revoke === 'token') sessions.forget('token');
      else sessions.forgetStaff(DANA.staffId);
      expect(await sessions.of('token')).toBeNull();
    }
  });

  it('is not remembered when it was revoked while it was being looked up', async () => {
    const table = new Map([['token', DANA]]);
    const answers: (() => void)[] = [];
    const sessions = createSessions(
      async (token) => {
        const found = table.get(token) ?? null;
        await new Promise<void>((resolve) => answers.push(resolve));
        return found;
      },
      () => 0,
    );
    const underWay = sessions.of('token');
    table.delete('token');
    sessions.forget('token');
    answers[0]?.();
    await underWay;
    const after = sessions.of('token');
    answers[1]?.();
    expect(await after).toBeNull();
  });

  it('is asked for every time when it does not exist', async () => {
    const { sessions, asked } = aTable();
    await sessions.of('guess');
    await sessions.of('guess');
    expect(asked()).toBe(2);
  });
});
