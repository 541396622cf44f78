import { expect, test } from 'vitest';
import { visitSimplePractice } from '#test/support/visit.ts';

test('a click waits for what is drawn later', async () => {
  await visitSimplePractice({}, async ({ page }) => {
    await page.setContent('<main></main>');
    await page.evaluate(() => {
      setTimeout(() => {
        const button = document.createElement('button');
        button.textContent = 'Late';
        button.addEventListener('click', () => button.remove());
        document.querySelector('main')?.append(button);
      }, 300);
    });
    await page.click('main button');
    expect(await page.$('main button')).toBeNull();
  });
});
