import { openTab } from '#test/support/browser.ts';
import { panelOf } from '#test/support/panel.ts';
import type { World } from '#test/support/world.ts';
import type { Report } from '../check.ts';
import { COUPLE_PATH } from '../couple.ts';

/** The couple's own record: what both agreed to share, side by side, and nothing else of either. */
export async function lookAtCouple(world: World, report: Report): Promise<void> {
  report.step('The couple’s record shows what both partners agreed to share');
  const page = await openTab(world.browser);
  const panel = panelOf(page);
  await page.goto(`${world.simplePractice.url}${COUPLE_PATH}`);
  await panel.shows('is within measurement error');
  const text = await panel.text();
  report.verify(
    'both are named, each against the own baseline',
    text.includes('Sam Rivera and Dana Rivera') && text.includes('GAD-7'),
  );
  report.verify('no measure that was not agreed to is there', !text.includes('PHQ'));
  report.verify('nothing can be inserted for two at once', !(await panel.offers('Insert')));
  await page.screenshot({ path: report.picture('7-couple') });
}
