import type { Page } from 'puppeteer';
import { person } from '#test/ehr/people.ts';
import type { PanelDriver } from '#test/support/panel.ts';

/** What only a client's record can have put on a screen: measures, scores, judgements, counts. */
export const CLINICAL = /PHQ|GAD-7|PCL-5|CES-D|\b\d{1,2}\/(?:20|21|27|60|80)\b|reliabl|item 9/i;

/** The sentence that must never stand where nobody could look. */
export const NONE_OPEN = /None open/;

/** Words that give a client away: both names, the year of birth and the birth date as the panel writes it. */
export function tracesOf(key: string): RegExp {
  const { displayName, legalName, birthDate } = person(key);
  const names = [displayName, ...(legalName === undefined ? [] : [legalName])].flatMap((name) =>
    name.split(' '),
  );
  return new RegExp([...names, birthDate.slice(0, 4), birthDate].join('|'));
}

/**
 * Keeps every state that the panel goes through from now on, so that a story can say what was never
 * on the screen. The value hands them out.
 */
export async function recordPanel(panel: PanelDriver): Promise<() => Promise<readonly string[]>> {
  const frame = await panel.frame();
  const states = await frame.evaluateHandle(() => {
    const seen: string[] = [document.documentElement.outerHTML];
    const look = () => seen.push(document.documentElement.outerHTML);
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    return seen;
  });
  return () => states.jsonValue();
}

/**
 * Keeps every state of every panel that the tab loads from now on, from its first one. The value
 * hands them out, a list for each panel in the order in which they were loaded. Call before a page
 * loads.
 */
export async function recordPanelsOf(page: Page): Promise<() => readonly (readonly string[])[]> {
  const panels = new Map<string, string[]>();
  page.on('console', (message) => {
    const [, panel, state] = /^panel (\S+) (.*)$/s.exec(message.text()) ?? [];
    if (panel === undefined || state === undefined) return;
    panels.set(panel, [...(panels.get(panel) ?? []), state]);
  });
  await page.evaluateOnNewDocument(() => {
    if (location.protocol !== 'chrome-extension:') return;
    new MutationObserver(() => {
      console.debug(`panel ${performance.timeOrigin} ${document.documentElement.outerHTML}`);
    }).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
  return () => [...panels.values()];
}
