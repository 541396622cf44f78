import { preview } from '#test/demo/steps/insertions.ts';
import type { Front, Way } from '#test/support/front.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';

/** What the panel says where it learned that the server is gone before the press. */
const TOO_LATE = /Inserting waits until the server|Not inserted\. The server could not confirm/;

const UNDER_WAY = /Inserting, then reading|Asking the server once more/;

/**
 * Inserts the Update of an open note while nothing reaches the server; the text as it was read before.
 * Insert stands only until the panel has learned that the server is gone, and its line tells it at once:
 * where that came before the press, the server comes back, the page is loaded anew, and it is tried again.
 */
export async function insertUnheard(
  panel: PanelDriver,
  front: Pick<Front, 'become'>,
  way: Exclude<Way, 'open'>,
): Promise<string> {
  await panel.shows('Goes to Simple Progress Note');
  await panel.focus('Insert');
  const read = await preview(panel);
  await front.become(way);
  await panel.page.keyboard.press('Enter');
  if (await isInserted(panel)) return read;
  await front.become('open');
  await panel.page.reload();
  return insertUnheard(panel, front, way);
}

/** True once the panel says so; false once it says that it won't. */
async function isInserted(panel: PanelDriver): Promise<boolean> {
  let said = '';
  // While it is under way the panel may learn that the server is gone, and go on.
  const isTold = () =>
    said.includes('Inserted exactly') || (TOO_LATE.test(said) && !UNDER_WAY.test(said));
  await until('the panel tells whether it was inserted', async () => {
    said = (await panel.text()).replaceAll(/\s+/g, ' ');
    return isTold();
  });
  return said.includes('Inserted exactly');
}
