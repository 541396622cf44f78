import { expect, test } from 'vitest';
import { createSeenAgain } from '#extension/panel/state/seen-again.ts';

function panel() {
  const happened: string[] = [];
  const waiting: PromiseWithResolvers<void>[] = [];
  const seen = createSeenAgain({
    tick: () => happened.push(`tick while blank: ${seen.isBlank.peek()}`),
    verify() {
      happened.push(`asked while blank: ${seen.isBlank.peek()}`);
      const answer = Promise.withResolvers<void>();
      waiting.push(answer);
      return answer.promise;
    },
  });
  return { seen, happened, waiting };
}

test('a panel that is seen again is blank before anything is asked, and until the answer', async () => {
  const { seen, happened, waiting } = panel();
  expect(seen.isBlank.peek()).toBe(false);
  const done = seen.begin();
  expect(happened).toEqual(['tick while blank: true', 'asked while blank: true']);
  expect(seen.isBlank.peek()).toBe(true);
  waiting[0]?.resolve();
  await done;
  expect(seen.isBlank.peek()).toBe(false);
});

test('an answer to an earlier question shows nothing', async () => {
  const { seen, waiting } = panel();
  const [first, second] = [seen.begin(), seen.begin()];
  waiting[0]?.resolve();
  await first;
  expect(seen.isBlank.peek()).toBe(true);
  waiting[1]?.resolve();
  await second;
  expect(seen.isBlank.peek()).toBe(false);
});

test('a question that fails leaves what the store says', async () => {
  const { seen, waiting } = panel();
  const done = seen.begin();
  waiting[0]?.reject(new Error('gone'));
  await expect(done).rejects.toThrow('gone');
  expect(seen.isBlank.peek()).toBe(false);
});
