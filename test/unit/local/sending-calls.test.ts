import { describe, expect, it } from 'vitest';
import { failure } from '#extension/local/failure.ts';
import type { Rpc } from '#extension/local/rpc.ts';
import { sendingHandlers } from '#extension/local/sending-calls.ts';
import { OfClient, SendNow, WithholdMeasure } from '#shared/contracts/between-procedures.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { inventedId } from '#test/support/brief-facts.ts';

const ADDRESS = 'https://throughline.practice.example/c/a-secret';

const sendBy = (by: SendNow['by']) =>
  SendNow.parse({
    clientId: inventedId(1),
    administrationId: inventedId(2),
    measureId: 'phq9',
    by,
    oftenMeant: false,
  });

/** The worker's part about sending, and what happened in which order. */
function scene({ refuses = false, locks = true } = {}) {
  const happened: string[] = [];
  const handlers = sendingHandlers({
    rpc: (async (name: string) => {
      happened.push(name);
      if (refuses) return refuse({ ...failure('refused'), code: 'moreOftenThanRecall' as const });
      return ok({
        administrationId: inventedId(2),
        sentAt: instantOf(new Date('2026-11-20T18:58:00Z')),
        address: ADDRESS,
      });
    }) as Rpc,
    lock: {
      async lock() {
        happened.push('locked');
        if (!locks) throw new Error('storage is gone');
      },
    },
    openTab: async (url) => happened.push(`opened ${url}`),
    notify: (what) => happened.push(`told of ${what}`),
  });
  return { handlers, happened };
}

describe('a form that is opened on this device', () => {
  it('is opened once the browser is locked, and no page of ours learns its address', async () => {
    const { handlers, happened } = scene();
    const reply = await handlers['plans.sendNow'](sendBy('kiosk'));
    expect(reply).toMatchObject({ ok: true, value: { address: null } });
    expect(happened).toEqual(['plans.sendNow', 'told of brief', 'locked', `opened ${ADDRESS}`]);
  });

  it('is not opened where the browser could not be locked', async () => {
    const { handlers, happened } = scene({ locks: false });
    await expect(handlers['plans.sendNow'](sendBy('kiosk'))).rejects.toThrow('storage is gone');
    expect(happened).not.toContain(`opened ${ADDRESS}`);
  });

  it('locks nothing where nothing was sent, and says by which code', async () => {
    const { handlers, happened } = scene({ refuses: true });
    const reply = await handlers['plans.sendNow'](sendBy('kiosk'));
    expect(reply).toMatchObject({ ok: false, code: 'moreOftenThanRecall' });
    expect(happened).toEqual(['plans.sendNow', 'told of brief']);
  });
});

it.each(['link', 'message'] as const)('by %s nothing is locked and nothing opened', async (by) => {
  const { handlers, happened } = scene();
  const reply = await handlers['plans.sendNow'](sendBy(by));
  expect(reply).toMatchObject({ ok: true, value: { address: ADDRESS } });
  expect(happened).toEqual(['plans.sendNow', 'told of brief']);
});

it('what the client’s own page shows is asked and changed, and no other page has to look anew', async () => {
  const { handlers, happened } = scene();
  const clientId = inventedId(1);
  await handlers['clientPage.withheld'](OfClient.parse({ clientId }));
  const reply = await handlers['clientPage.withhold'](
    WithholdMeasure.parse({ clientId, measureId: 'phq9', withheld: true }),
  );
  expect(reply).toEqual({ ok: true, value: null });
  expect(happened).toEqual(['clientPage.withheld', 'clientPage.withhold']);
});
