import { person } from '#test/ehr/people.ts';
import { openTab } from '#test/support/browser.ts';
import { connect } from '#test/support/connect.ts';
import { type PanelDriver, panelOf } from '#test/support/panel.ts';
import type { World } from '#test/support/world.ts';
import type { Report } from '../check.ts';
import { CLINICIAN, HERO } from '../practice.ts';

/** The clinician connects the browser once, opens the client's chart, and sees what matters. */
export async function openChart(world: World, report: Report): Promise<PanelDriver> {
  const { displayName, simplepractice } = person(HERO);
  report.step("The clinician opens the client's chart in SimplePractice");
  const page = await openTab(world.browser);
  const panel = panelOf(page);
  await page.goto(`${world.simplePractice.url}/clients/${simplepractice.hash}/overview`);
  await panel.shows('Signed out');
  report.verify('nothing about a client is shown before somebody signs in', true);
  await connect(panel, CLINICIAN);
  await panel.shows('record, name and birth date agree');
  const text = await panel.text();
  report.verify(
    'the panel names the client with two identifiers',
    text.includes(displayName) && text.includes('Born 14 Mar 1991'),
  );
  report.verify('the risk answer is shown with its words', text.includes('“Several days”'));
  report.verify('the trend is judged against measurement error', text.includes('reliably better'));
  report.verify('the alerts were verified just now', /Alerts verified \d+ s ago/.test(text));
  await page.screenshot({ path: report.picture('3-chart') });
  return panel;
}
