import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import type { WorkerCall } from '#extension/messages/worker.ts';
import { settled } from '#test/support/outbox-worker.ts';
import { ID, REQUEST, scene, unreachable } from './inserter-scene.ts';

describe('the register', () => {
  it('is told later when it could not be told at once, in order, once each', async () => {
    const { inserter, register, recorded } = scene();
    register.says = 'unreachable';
    await inserter.insert(REQUEST);
    inserter.onInserted(ID, { status: 'exact' });
    await settled();
    await inserter.undo();
    inserter.onUndone(ID, { status: 'restored' });
    await settled();
    expect(inserter.insertion.value).toMatchObject({ recording: 'failed' });
    expect(inserter.unrecorded.value).toBe(2);
    inserter.onPageChanged();
    register.says = null;
    await inserter.recordAgain();
    expect(recorded()).toMatchObject([
      ['insertion', {}],
      ['undo', {}],
    ]);
    expect(inserter.unrecorded.value).toBe(0);
  });

  it('sets aside what it refuses for good until that was read, and goes on with the rest', async () => {
    const { inserter, register, recorded } = scene();
    register.refuses = 'insertion';
    await inserter.insert(REQUEST);
    inserter.onInserted(ID, { status: 'exact' });
    await settled();
    expect(inserter.insertion.value).toMatchObject({ recording: 'refused' });
    await inserter.undo();
    inserter.onUndone(ID, { status: 'restored' });
    await settled();
    expect(recorded()).toMatchObject([['undo', {}]]);
    expect([inserter.refused.value, inserter.unrecorded.value]).toEqual([1, 0]);
    await inserter.forgetRefused();
    expect(inserter.refused.value).toBe(0);
  });

  it('gets the page’s word also when the worker dies while it is told', async () => {
    const { inserter, recorded, worker } = scene();
    await inserter.insert(REQUEST);
    const { ask } = worker;
    worker.ask = (async (call: WorkerCall, input: never) => {
      worker.ask = ask;
      await ask(call, input);
      return { ok: false, reason: 'unreachable', message: '' };
    }) as AskWorker;
    inserter.onInserted(ID, { status: 'exact' });
    await settled();
    expect(inserter.insertion.value).toMatchObject({ recording: 'saved' });
    expect(recorded()).toHaveLength(1);
  });

  it('gets the page’s word when the worker is there again', async () => {
    const { inserter, recorded, worker } = scene();
    await inserter.insert(REQUEST);
    const { ask } = worker;
    worker.ask = unreachable;
    inserter.onInserted(ID, { status: 'exact' });
    await settled();
    expect([inserter.unrecorded.value, recorded()]).toEqual([1, []]);
    worker.ask = ask;
    await inserter.recordAgain();
    expect([inserter.unrecorded.value, recorded().length]).toEqual([0, 1]);
  });

  it('is never said to have what the worker knows nothing of', async () => {
    const { inserter, worker } = scene();
    await inserter.insert(REQUEST);
    worker.ask = async () => ({ ok: false, reason: 'refused', message: '' });
    inserter.onInserted(ID, { status: 'exact' });
    await settled();
    expect(inserter.insertion.value).toMatchObject({ recording: 'refused' });
    expect(inserter.refused.value).toBe(1);
  });

  it('is known to lack what a panel before this one could not have recorded', async () => {
    const first = scene();
    first.register.says = 'unreachable';
    await first.inserter.insert(REQUEST);
    first.inserter.onInserted(ID, { status: 'exact' });
    await settled();
    const { inserter, worker } = scene();
    worker.ask = first.worker.ask;
    await inserter.refreshRegister();
    expect(inserter.unrecorded.value).toBe(1);
  });
});

async function inserted() {
  const made = scene();
  await made.inserter.insert(REQUEST);
  made.inserter.onInserted(ID, { status: 'exact' });
  await settled();
  return made;
}

describe('Undo', () => {
  it('asks the page once, and records what it reported', async () => {
    const { inserter, sent, heldAtSending, recorded } = await inserted();
    await Promise.all([inserter.undo(), inserter.undo()]);
    expect(sent.filter(({ type }) => type === 'undo')).toEqual([{ type: 'undo', insertionId: ID }]);
    expect(heldAtSending.at(-1)).toMatchObject({ entries: [{ what: 'undo', outcome: null }] });
    inserter.onUndone(ID, { status: 'notRestored', reason: 'noteChangedSince' });
    await settled();
    expect(inserter.insertion.value).toMatchObject({
      undo: { phase: 'done', outcome: { status: 'notRestored' }, recording: 'saved' },
    });
    expect(recorded().at(-1)).toMatchObject(['undo', { insertionId: ID }]);
  });

  it('claims nothing when the page does not answer, and believes its late word', async () => {
    const { inserter, timeOut, recorded } = await inserted();
    await inserter.undo();
    timeOut();
    expect(inserter.insertion.value).toMatchObject({
      undo: { outcome: { status: 'unconfirmed', reason: 'pageUnreachable' } },
    });
    inserter.onUndone(ID, { status: 'restored' });
    await settled();
    expect(inserter.insertion.value).toMatchObject({ undo: { outcome: { status: 'restored' } } });
    expect(recorded().at(-1)).toMatchObject(['undo', { outcome: { status: 'restored' } }]);
  });

  it('is recorded also when the page has turned before it answers', async () => {
    const { inserter, recorded } = await inserted();
    await inserter.undo();
    inserter.onPageChanged();
    inserter.onUndone(ID, { status: 'restored' });
    await settled();
    expect(inserter.insertion.value).toEqual({ phase: 'none' });
    expect(recorded().at(-1)).toMatchObject(['undo', { outcome: { status: 'restored' } }]);
  });

  it('is not asked for when the worker can’t keep it, and can be tried again', async () => {
    const { inserter, sent, worker } = await inserted();
    const { ask } = worker;
    worker.ask = unreachable;
    await inserter.undo();
    expect(inserter.insertion.value).toMatchObject({ undo: { phase: 'heldBack' } });
    expect(sent.map(({ type }) => type)).toEqual(['insert']);
    worker.ask = ask;
    await inserter.undo();
    expect(sent.map(({ type }) => type)).toEqual(['insert', 'undo']);
  });

  it('is nothing before an insertion', async () => {
    const { inserter, sent } = scene();
    await inserter.undo();
    inserter.onUndone(ID, { status: 'restored' });
    expect(sent).toEqual([]);
    expect(inserter.insertion.value).toEqual({ phase: 'none' });
  });
});
