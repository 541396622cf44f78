import type { Page } from 'puppeteer';

/** What a page does to the panel in it. */
export interface Attack {
  readonly name: string;
  /**
   * What comes of it. `harmless`: the panel stands as before, and may be used. `hidden`: it can't be
   * seen as it is, so nothing in it may be done. `anew`: it is loaded or laid out once more, and stands as before.
   * `shut`: it looks as before, and nothing in it may be done.
   */
  readonly comes: 'harmless' | 'hidden' | 'shut' | 'anew';
  readonly begin: (page: Page) => Promise<unknown>;
  readonly end: (page: Page) => Promise<unknown>;
}

/** What a page can say about an element to make it hard to see. */
export const TRICKS = {
  fades: 'opacity: 0.01 !important',
  blurs: 'filter: blur(30px) !important',
  darkens: 'filter: brightness(0) !important',
  shrinks: 'transform: scale(0.02) !important',
  turns: 'transform: rotate(180deg) !important',
  scales: 'scale: 0.02 !important',
  clips: 'clip-path: inset(50%) !important',
  masks: 'mask: linear-gradient(transparent, transparent) !important',
  blends: 'background: #fff !important; mix-blend-mode: color-dodge !important',
  'pushes away': 'left: 5000px !important; translate: 5000px !important; inset: 5000px !important',
  hides: 'visibility: hidden !important',
  narrows: 'width: 2px !important; height: 2px !important; overflow: hidden !important',
  zooms: 'zoom: 0.1 !important',
  contains: 'contain: strict !important; perspective: 1px !important',
} as const;

/**
 * What makes the browser draw nothing of the frame at all. It then draws no picture either, so nothing
 * can be photographed until it ends.
 */
export const UNDRAWN = {
  'has no box': ['html', 'display: none !important'],
  'skips its root': ['html', 'content-visibility: hidden !important'],
  'skips whatever it finds': ['*', 'content-visibility: hidden !important'],
} as const;

/** Everything that a sheet or attribute of an attack has written. */
async function endStyles(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
}

async function endCovers(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const cover of document.querySelectorAll('.attack')) cover.remove();
  });
}

/** Writes on everything that a selector finds. */
export function byStyle(selector: string, css: string): Pick<Attack, 'begin' | 'end'> {
  return {
    begin: (page) =>
      page.evaluate(
        (meant, rule) => {
          // Made by a program: the page's own policy allows no sheet in its markup.
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`${meant} { ${rule} }`);
          document.adoptedStyleSheets.push(sheet);
        },
        selector,
        css,
      ),
    end: endStyles,
  };
}

/** Writes into the host's own attribute, and in a sheet as well. */
function onHost(css: string): Pick<Attack, 'begin' | 'end'> {
  const { begin, end } = byStyle('html > [popover], html > div', css);
  return {
    async begin(page) {
      await begin(page);
      await page.evaluate((rule) => {
        const host = document.querySelector<HTMLElement>('html > [popover]');
        if (host !== null) host.style.cssText = rule;
      }, css);
    },
    end,
  };
}

/** A cover lets every click through to what is below it: whoever clicks feels nothing of it. */
const COVER =
  'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;border:0;padding:0;background:#888;pointer-events:none;z-index:2147483647';

/** Puts a cover over the window and brings it up by one of the ways in which elements come on top. */
export function byCover(
  how: 'showPopover' | 'showModal' | 'requestFullscreen' | null,
  css = '',
): Pick<Attack, 'begin' | 'end'> {
  const begin: Attack['begin'] = (page) =>
    page.evaluate(
      async (style, show) => {
        const cover = document.createElement(show === 'showModal' ? 'dialog' : 'div');
        cover.className = 'attack';
        cover.style.cssText = style;
        if (show === 'showPopover') cover.popover = 'manual';
        document.documentElement.append(cover);
        if (show !== null) await (Reflect.get(cover, show) as () => unknown).call(cover);
      },
      `${COVER};${css}`,
      how,
    );
  return { begin, end: endCovers };
}

const onPage = (begin: () => unknown, end: () => unknown): Pick<Attack, 'begin' | 'end'> => ({
  begin: (page) => page.evaluate(begin),
  end: (page) => page.evaluate(end),
});

/** The attacks of the threat model: the first ten, and what else a page can do. */
export const ATTACKS: readonly Attack[] = [
  { name: 'fades the page', comes: 'harmless', ...byStyle('html', TRICKS.fades) },
  { name: 'fades the host', comes: 'harmless', ...onHost(TRICKS.fades) },
  { name: 'opens a popover over it', comes: 'hidden', ...byCover('showPopover') },
  { name: 'covers it by z-index', comes: 'harmless', ...byCover(null) },
  { name: 'blurs the host', comes: 'harmless', ...onHost(TRICKS.blurs) },
  { name: 'scales the host down', comes: 'harmless', ...onHost(TRICKS.shrinks) },
  { name: 'clips the host', comes: 'harmless', ...onHost(TRICKS.clips) },
  { name: 'blends the host away', comes: 'harmless', ...onHost(TRICKS.blends) },
  { name: 'pushes the host off the screen', comes: 'harmless', ...onHost(TRICKS['pushes away']) },
  {
    name: 'takes the host out',
    comes: 'anew',
    ...onPage(
      () => document.querySelector('html > [popover]')?.remove(),
      () => undefined,
    ),
  },
  { name: 'opens a dialog over it', comes: 'hidden', ...byCover('showModal') },
  { name: 'shows an element on the full screen', comes: 'hidden', ...byCover('requestFullscreen') },
  {
    name: 'covers no more than a sixth of it',
    comes: 'hidden',
    ...byCover('showPopover', 'inset:0 auto 0 1040px;width:66px'),
  },
  {
    name: 'covers it with a pane that is nearly clear',
    comes: 'hidden',
    ...byCover('showPopover', 'background:rgb(255 255 255 / 0.6)'),
  },
  {
    name: 'makes the page inert',
    comes: 'shut',
    ...onPage(
      () => document.documentElement.setAttribute('inert', ''),
      () => document.documentElement.removeAttribute('inert'),
    ),
  },
  { name: 'zooms the page out', comes: 'anew', ...byStyle('html', TRICKS.zooms) },
  {
    name: 'scrolls',
    comes: 'harmless',
    ...onPage(
      () => {
        document.body.style.height = '9000px';
        scrollTo(0, 8000);
      },
      () => {
        document.body.removeAttribute('style');
        scrollTo(0, 0);
      },
    ),
  },
  {
    name: 'hangs the host into an element that is not drawn',
    comes: 'anew',
    ...onPage(
      () => {
        const host = document.querySelector('html > [popover]');
        const holder = document.createElement('div');
        holder.className = 'attack';
        holder.style.display = 'none';
        document.body.append(holder);
        if (host !== null) holder.append(host);
      },
      () => document.querySelector('.attack')?.remove(),
    ),
  },
  {
    name: 'closes the host’s popover',
    comes: 'harmless',
    ...onPage(
      () => document.querySelector<HTMLElement>('html > [popover]')?.hidePopover(),
      () => undefined,
    ),
  },
];
