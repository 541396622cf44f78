import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PanelDriver } from '#test/support/panel.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['kit-bauer']);
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** What has the keyboard in the panel; null while the page has it. */
async function focusedInPanel(panel: PanelDriver): Promise<string | null> {
  const frame = await panel.frame();
  return frame.evaluate(() =>
    document.hasFocus() ? (document.activeElement?.textContent ?? '') : null,
  );
}

describe('after Insert the keyboard', () => {
  it('comes back to the result when a key was pressed, with Undo the next stop', async () => {
    const panel = await stage.openNote('kit-bauer');
    await panel.shows('Goes to');
    await panel.focus('Insert');
    await panel.page.keyboard.press('Enter');
    await panel.shows('Undo');
    await expect.poll(() => focusedInPanel(panel)).toContain('Inserted exactly');
    const frame = await panel.frame();
    expect(await frame.$eval('.receipt', (receipt) => receipt.role)).toBe('status');
    await panel.page.keyboard.press('Tab');
    expect(await focusedInPanel(panel)).toBe('Undo');
  });

  it('stays behind the text in the note when it was clicked, ready to write on', async () => {
    const panel = await stage.openNote('kit-bauer');
    await panel.shows('Goes to');
    await panel.press('Insert');
    await panel.shows('Undo');
    expect(await focusedInPanel(panel)).toBeNull();
    await panel.page.keyboard.type('Then we');
    const written = await panel.page.evaluate(() => document.activeElement?.textContent ?? '');
    expect(written.trimEnd()).toMatch(/Then we$/);
  });
});
