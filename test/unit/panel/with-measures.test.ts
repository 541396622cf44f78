import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import { CATALOGUE, loadMeasures } from '#extension/panel/measures/loaded.ts';
import { measuresNamedIn, withMeasures } from '#extension/panel/measures/with-measures.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import type { BriefQuery } from '#shared/contracts/procedures.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { factsAt } from '#test/unit/shared/a-brief.ts';
import { aResponse, phq9History } from '#test/unit/shared/a-history.ts';

const AT = Instant.parse('2026-11-20T18:58:00.000Z');
const QUERY: BriefQuery = {
  ehr: 'simplepractice',
  subject: { recordId: '1', name: 'Kit Bauer', birthDate: null },
};
const FACTS = factsAt(AT, { responses: phq9History([[12, 0]]) });

/** A worker that answers every question with a brief. */
function answering(asked: string[] = []): AskWorker {
  return ((call: string) => {
    asked.push(call);
    const reply = { verdict: 'certain', brief: FACTS };
    return Promise.resolve({ ok: true, value: { source: 'live', verifiedAt: AT, reply } });
  }) as AskWorker;
}

describe('the measures of a brief', () => {
  it('are loaded before the brief is handed on', async () => {
    const order: string[] = [];
    const ask = withMeasures(answering(order), async (ids) => {
      await Promise.resolve();
      order.push(...ids);
    });
    expect((await ask('brief.get', QUERY)).ok).toBe(true);
    expect(order[0]).toBe('brief.get');
    expect(new Set(order.slice(1))).toEqual(new Set(['phq9', 'phqads']));
  });

  it('hold a brief back when they cannot be loaded, and do not blame the server', async () => {
    const ask = withMeasures(answering(), () => Promise.reject(new Error('not there')));
    expect(await ask('brief.get', QUERY)).toMatchObject({ ok: false, reason: 'partMissing' });
  });

  it('are asked for by no other call', async () => {
    const ask = withMeasures(answering(), () => Promise.reject(new Error('not asked for')));
    expect((await ask('session.whoAmI', {})).ok).toBe(true);
  });

  it('are those of responses, of older ones left out, of check-ins, of alerts about parts, and of what the EHR shows', () => {
    const shown = { measureId: 'cesd' };
    const alert = { instrumentId: 'dass21.depression' };
    const checkIn = { instrumentId: 'pcl5' };
    const named = measuresNamedIn({
      ...FACTS,
      responses: [aResponse(gad7, [0, 0, 0, 0, 0, 0, 0], { number: 1, on: '2026-01-07' as never })],
      responseCounts: { csi4: 30 },
      alerts: [alert as never],
      checkIns: [checkIn as never],
      externalPoints: [shown as never],
    });
    expect(new Set(named)).toEqual(new Set(['csi4', 'gad7', 'pcl5', 'dass21', 'cesd', 'phqads']));
  });

  it('are held once, and unknown ones are passed over', async () => {
    expect(CATALOGUE).toEqual([]);
    await loadMeasures(['phq9', 'form:1', 'phq9', 'toString']);
    await loadMeasures(['phq9', 'gad7']);
    expect(CATALOGUE).toEqual([phq9, gad7]);
  });
});
