import type { Page } from 'puppeteer';
import type { PanelDriver } from './panel.ts';

/** A sign-in of somebody invented. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
}

/**
 * Connects the browser as a person does: starts in the panel, signs in on the tab that opens,
 * checks that both show the same code, approves, and returns to the EHR.
 */
export async function connect(panel: PanelDriver, staff: SignIn): Promise<void> {
  const browser = panel.page.browser();
  const opening = browser.waitForTarget((target) => target.url().includes('user_code='));
  await panel.press('Sign in');
  const tab = await (await opening).page();
  if (tab === null) throw new Error('the sign-in page did not open');
  await approve(panel, tab, staff);
}

/** Does the rest on the tab that opened: signs in, checks the code, approves, returns to the EHR. */
export async function approve(panel: PanelDriver, tab: Page, staff: SignIn): Promise<void> {
  await tab.bringToFront();
  await tab.locator('#email').fill(staff.email);
  await tab.locator('#password').fill(staff.password);
  await leaveBy(tab, 'button.main');
  const code = await tab.$eval('.code', (element) => element.textContent.trim());
  const shown = await panel.text();
  if (!shown.includes(code)) throw new Error('panel and page show different codes');
  await leaveBy(tab, 'button[value="approve"]');
  await tab.close();
  await panel.page.bringToFront();
}

/** Presses a button of a page without a script and waits for the page that follows. */
async function leaveBy(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}
