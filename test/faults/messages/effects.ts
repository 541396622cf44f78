import { TELEHEALTH_PAGES } from '#extension/local/safe-view/telehealth.ts';
import type { Use, WatchedBrowser } from './watched-browser.ts';

/** The tab that every forged message claims to be from. */
const TAB = 7;
/** The one script that may be brought, and only to the page that asks. */
const PANEL_PART = '/client-page.js';

/** Which tabs spoke, whose badge holds, and what each may still ask; tells nothing of anybody. */
const NOTED = /^(?:heardTabs|badgesConfirmed|questionsLeft)$/;
/** A calendar's day as a tab shows it, in memory only; nobody is asked about it before a clinician asks. */
const SHOWN = /^schedules$/;
/** Answers for the clinician's own pages, sealed, and what was counted of a tab. */
const KEPT = /^(?:cacheKey|keyRing|fleet\w*|health\w*)/;

/**
 * Uses that go beyond what the content script of a tab is there for: its own badge, its own panel,
 * and notes of that. Everything else is an effect that no stranger may have.
 */
export function privileged(uses: ReturnType<WatchedBrowser['takeUses']>): readonly Use[] {
  return uses.filter((use) => !isOrdinary(use));
}

function isOrdinary({ path, args: [first] }: Use): boolean {
  if (path.startsWith('action.set')) return valueOf(first, 'tabId') === TAB;
  if (path === 'scripting.executeScript') {
    const target = valueOf(first, 'target');
    return valueOf(target, 'tabId') === TAB && String(valueOf(first, 'files')) === PANEL_PART;
  }
  if (path === 'storage.session.set' || path === 'storage.local.set') {
    return Object.keys(first ?? {}).every((key) =>
      [NOTED, SHOWN, KEPT].some((names) => names.test(key)),
    );
  }
  // A badge says whether a shared screen is being protected.
  if (path === 'tabs.query') return valueOf(first, 'url') === TELEHEALTH_PAGES;
  // Our own pages are told that a tab is held, or no longer; the word says no more.
  if (path === 'runtime.sendMessage') return valueOf(first, 'type') === 'changed';
  return path === 'permissions.contains' || path === 'management.getSelf' || path === 'alarms.get';
}

function valueOf(of: unknown, key: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, key) : undefined;
}
