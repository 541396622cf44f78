import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { person } from '#test/ehr/people.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { appointmentOf, follow } from '../stories/notes.ts';
import { type Stage, setStage } from '../stories/stage.ts';
import { ownPage, type ToolbarWords } from './own-page.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['kit-bauer', 'riley-chen']);
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const HOST = 'html > [popover]';
const hasHost = async ({ page }: PanelDriver) => (await page.$(HOST)) !== null;

/** What a page does that does not give in: again each time that the panel is back. */
const FIGHTS: Readonly<Record<string, () => void>> = {
  'takes it out': () => {
    const root = document.documentElement;
    const fight = () => root.querySelector(':scope > [popover]')?.remove();
    new MutationObserver(fight).observe(root, { childList: true });
    fight();
  },
  'writes on it': () => {
    const host = document.querySelector('html > [popover]');
    if (host === null) return;
    const fight = () => host.setAttribute('title', 'away');
    new MutationObserver(() => host.hasAttribute('title') || fight()).observe(host, {
      attributes: true,
    });
    fight();
  },
  'moves it to another place': () => {
    const host = document.querySelector('html > [popover]');
    if (host === null) return;
    const fight = () => host.parentElement === document.body || document.body.append(host);
    new MutationObserver(fight).observe(document.documentElement, { childList: true });
    fight();
  },
  'closes its popover': () => {
    const host = document.querySelector<HTMLElement>('html > [popover]');
    host?.addEventListener('toggle', () => host.matches(':popover-open') && host.hidePopover());
    host?.hidePopover();
  },
  'forbids it to open': () => {
    const host = document.querySelector<HTMLElement>('html > [popover]');
    host?.addEventListener('beforetoggle', (event) => event.preventDefault());
    host?.hidePopover();
  },
  'takes it out while it opens': () => {
    const host = document.querySelector<HTMLElement>('html > [popover]');
    host?.addEventListener('beforetoggle', () => host.remove());
    host?.hidePopover();
  },
};

describe('a page that', () => {
  it.each(Object.entries(FIGHTS))('%s again and again wins, and it is said', async (_, fight) => {
    const own = await ownPage(stage.browser);
    const panel = await stage.openNote('kit-bauer');
    await panel.shows('record, name and birth date agree');
    await panel.page.evaluate(fight);
    await until('the panel is gone', async () => !(await hasHost(panel)));
    await until('the toolbar says so', async () => (await own.toolbar(panel.page)).text === 'off');
    const words = await own.toolbar(panel.page);
    expect(words.title).toMatch(/kept hiding or moving the Throughline panel, so .* was closed/);
    expect(words.title).toMatch(/Nothing is verified here\. Reload the page/);
    expect(words.title).not.toMatch(/Kit|Bauer|PHQ/);

    await staysAway(panel, own, words);
    await panel.page.reload();
    await panel.shows('record, name and birth date agree');
    await until('it counts again', async () => (await own.toolbar(panel.page)).text !== 'off');
  });

  it('puts another root into the document keeps the panel', async () => {
    const panel = await stage.openChart('kit-bauer');
    await panel.shows('record, name and birth date agree');
    await panel.page.evaluate(() => {
      const root = document.documentElement.cloneNode(true);
      document.replaceChild(root, document.documentElement);
      document.querySelectorAll('html > [popover]').forEach((copy) => copy.remove());
    });
    await until('the panel is in the new root', () => hasHost(panel));
  });
});

/** The page goes on to other clients: no panel, and no calm badge either. */
async function staysAway(
  panel: PanelDriver,
  own: { toolbar: (page: PanelDriver['page']) => Promise<ToolbarWords> },
  words: ToolbarWords,
): Promise<void> {
  const { simplePractice } = stage;
  for (const key of ['riley-chen', 'kit-bauer']) {
    await follow(panel.page, `/appointments/${appointmentOf(key)}`);
    const { displayName } = person(key);
    await panel.page.waitForFunction(
      (name) => document.querySelector('h1')?.textContent === name,
      {},
      displayName,
    );
    await until('the page is drawn', () => simplePractice.state.requests.length > 0);
  }
  await until(
    'the toolbar still says so',
    async () => (await own.toolbar(panel.page)).title === words.title,
  );
  expect(await hasHost(panel)).toBe(false);
}
