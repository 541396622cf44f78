import { describe, expect, it } from 'vitest';
import { createSilenceWatch, SPEAKS_WITHIN_MS } from '#extension/local/silent-pages.ts';
import { eventually } from '#test/support/eventually.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';

function aWatch(area = memoryStorage()) {
  const silent: number[] = [];
  const due: (() => void)[] = [];
  const waits: number[] = [];
  const watch = createSilenceWatch({
    area,
    setTimeout(run, ms) {
      due.push(run);
      waits.push(ms);
    },
    onSilence: async (tabId) => void silent.push(tabId),
  });
  return { watch, silent, waits, passTime: () => due.splice(0).forEach((run) => run()) };
}

describe('a page of an EHR', () => {
  it('in which nothing speaks is told within three seconds', async () => {
    const { watch, silent, waits, passTime } = aWatch();
    await watch.onArrival(7);
    await watch.onLoaded(7);
    expect(waits).toEqual([SPEAKS_WITHIN_MS]);
    expect(SPEAKS_WITHIN_MS).toBeLessThanOrEqual(3000);
    passTime();
    await eventually(() => expect(silent).toEqual([7]));
  });

  it('in which our script speaks is left alone, also by a worker that began after it spoke', async () => {
    const area = memoryStorage();
    const before = aWatch(area);
    await before.watch.onArrival(7);
    await before.watch.onWord(7);
    const after = aWatch(area);
    await after.watch.onArrival(8);
    await after.watch.onLoaded(7);
    await after.watch.onLoaded(8);
    after.passTime();
    await eventually(() => expect(after.silent).toEqual([8]));
  });

  it('is asked anew when another page comes into its tab', async () => {
    const { watch, silent, passTime } = aWatch();
    await watch.onWord(7);
    await watch.onArrival(7);
    await watch.onLoaded(7);
    passTime();
    await eventually(() => expect(silent).toEqual([7]));
  });
});
