import type { Appearance, HeaderView } from '../api.ts';
import { read } from './data.ts';
import { component, el } from './dom.ts';
import { headerBlocks } from './header.ts';
import { plainPage } from './list-pages.ts';
import type { Page } from './page.ts';
import { routeOf } from './routes.ts';

const NAVIGATION = [
  ['/calendar/appointments', 'Calendar'],
  ['/clients', 'Clients'],
  ['/practice_settings/general', 'Settings'],
] as const;

/**
 * The single-page application. The URL changes first; the header and the rest of the page each
 * follow when their own data is there, and until then what was there before stays.
 */
export function startApplication(root: HTMLElement, appearance: Appearance): void {
  const navigation = el('nav', { 'aria-label': 'Main' });
  const header = el('div', { class: 'header-outlet' });
  const outlet = el('div', { class: 'page-outlet' });
  let shown: Page = { element: outlet };
  let turn = 0;

  const place = (page: Page) => {
    shown.destroy?.();
    shown = page;
    outlet.replaceChildren(page.element);
  };
  const drawHeader = async (source: string, mine: number) => {
    const view = await read<HeaderView>(source);
    if (mine !== turn) return;
    header.replaceChildren(...(view === null ? [] : headerBlocks(view, appearance)));
  };
  const show = async () => {
    turn += 1;
    const mine = turn;
    const path = location.pathname;
    navigation.replaceChildren(...NAVIGATION.map(([target, name]) => navLink(target, name, path)));
    const route = routeOf(path, appearance, { visit, reload: () => void show() });
    if (route.header === null) header.replaceChildren();
    else void drawHeader(route.header, mine);
    const page = await route.page();
    if (mine === turn) place(page ?? plainPage('This page does not exist'));
    else page?.destroy?.();
  };
  const visit = (path: string) => {
    history.pushState(null, '', path);
    void show();
  };

  root.append(
    component(
      'div',
      { class: 'app-bar' },
      el('span', { class: 'practice' }, 'Hale Practice'),
      navigation,
    ),
    component('main', {}, header, outlet),
    el('footer', { class: 'stand-in-note' }, 'Stand-in for tests: all people are invented'),
  );
  followLinks(visit);
  window.addEventListener('popstate', () => void show());
  if (location.pathname === '/') history.replaceState(null, '', '/calendar/appointments');
  void show();
}

function navLink(target: string, name: string, path: string): HTMLElement {
  const current = path.startsWith(target) ? { 'aria-current': 'page' } : {};
  return el('a', { href: target, ...current }, name);
}

/** Turns plain clicks on the application's own links into navigation without a page load. */
function followLinks(visit: (path: string) => void): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="/"]') : null;
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (link === null || !plain) return;
    event.preventDefault();
    visit(link.getAttribute('href') ?? '/');
  });
}
