import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, HTTPRequest, Page } from 'puppeteer';
import type { InsertOutcome, InsertPlan, UndoOutcome } from '#shared/contracts/insertion.ts';
import type { NoteField, PageReading } from '#shared/contracts/reading.ts';
import type { MakeEditor, TestLine } from '#test/editors/browser/test-editor.ts';
import { editorScript, type RealEditor } from '#test/editors/script.ts';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import type { EditorName } from './browser/editors.ts';
import type { Program, SeenOnce } from './browser/program.ts';

/** The global that {@link Program} is in the page. */
declare const program: Program;
/** What an editor's script leaves in the page. */
declare const makeTestEditor: MakeEditor;

/** A page at a real EHR address with markup of the test's own and the in-page program in it. */
export interface EhrTab {
  readonly page: Page;
  /** Puts markup into the page's body and looks at it once, without following the page. */
  lookAt(markup: string, language?: string): Promise<SeenOnce>;
  /** Starts the program and waits for a settled reading. */
  open(): Promise<PageReading>;
  /** The newest reading that was reported. */
  newest(): Promise<PageReading>;
  /** Waits until the newest reading is settled and passes the test. */
  settled(test?: (reading: PageReading) => boolean): Promise<PageReading>;
  /** Puts an editor into the element of a selector; its model is read with {@link model}. */
  editor(name: EditorName, selector: string, lines?: readonly string[]): Promise<void>;
  /** The same with an editor that comes as a script of its own. */
  realEditor(name: RealEditor, selector: string, lines?: readonly TestLine[]): Promise<void>;
  /** Has the page's own program put a text in the place of all that an editor holds. */
  rewrite(selector: string, text: string): Promise<void>;
  setReadOnly(selector: string, readOnly: boolean): Promise<void>;
  model(selector: string): Promise<string>;
  structure(selector: string): Promise<string>;
  insert(plan: InsertPlan): Promise<InsertOutcome>;
  undo(plan: InsertPlan): Promise<UndoOutcome>;
}

/** A browser in which an address shows the markup a test gives for it, or a stand-in's page. */
export interface Harness {
  readonly browser: Browser;
  /** Opens an address; with markup, the address serves just that. */
  tab(address: string, markup?: string): Promise<EhrTab>;
  close(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('./browser/program.ts', import.meta.url));

/**
 * Starts a browser and bundles the program once.
 *
 * @param hosts where stand-ins listen: host name to port of 127.0.0.1
 */
export async function startHarness(hosts: Record<string, number> = {}): Promise<Harness> {
  const [bundle, browser] = await Promise.all([bundled(), launchBrowser({ hosts })]);
  return {
    browser,
    async tab(address, markup) {
      const page = await openTab(browser);
      if (markup !== undefined) {
        await page.setRequestInterception(true);
        page.on('request', (request) => void answer(request, markup));
      }
      await page.goto(address);
      await page.evaluate(bundle);
      return ehrTab(page);
    },
    close: () => browser.close(),
  };
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [PROGRAM],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome130',
  });
  return outputFiles[0]?.text ?? '';
}

async function answer(request: HTTPRequest, markup: string): Promise<void> {
  const isPage = request.resourceType() === 'document';
  if (isPage && request.frame()?.parentFrame() !== null) {
    await request.respond({ contentType: 'text/html', body: '<input>' });
    return;
  }
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>.ProseMirror,[contenteditable]{white-space:pre-wrap;min-height:40px}</style></head><body>${markup}</body></html>`;
  await request.respond(
    isPage ? { status: 200, contentType: 'text/html', body } : { status: 404, body: '' },
  );
}

function ehrTab(page: Page): EhrTab {
  const loaded = new Set<RealEditor>();
  const newest = async () => page.evaluate(() => program.readings.at(-1) as PageReading);
  const settled: EhrTab['settled'] = async (test = () => true) => {
    for (;;) {
      // Together: one that comes between the reading and the count would be waited for in vain.
      const { reading, seen } = await page.evaluate(() => ({
        reading: program.readings.at(-1) as PageReading,
        seen: program.readings.length,
      }));
      if (reading.settled && test(reading)) return reading;
      await page.waitForFunction((count) => program.readings.length > count, SOON, seen);
    }
  };
  return {
    page,
    newest,
    settled,
    lookAt: (markup, language = 'en') =>
      page.evaluate(
        (content, lang) => {
          document.documentElement.lang = lang;
          document.body.innerHTML = content;
          const seen = program.lookOnce();
          if (seen === null) throw new Error('no adapter knows this address');
          return seen;
        },
        markup,
        language,
      ),
    async open() {
      await page.evaluate(() => program.open());
      return settled();
    },
    async editor(name, selector, lines = []) {
      await page.evaluate(
        (kind, place, content) => {
          const element = document.querySelector(place);
          if (element === null) throw new Error(`nothing at ${place}`);
          Object.assign(element, { testEditor: program.makeEditor(kind, element, content) });
        },
        name,
        selector,
        lines,
      );
    },
    async realEditor(name, selector, lines = []) {
      // Some editors refuse to be in a page twice.
      if (!loaded.has(name)) await page.evaluate(await editorScript(name));
      loaded.add(name);
      await page.evaluate(
        async (place, content) => {
          const element = document.querySelector<HTMLElement>(place);
          if (element === null) throw new Error(`nothing at ${place}`);
          Object.assign(element, { testEditor: await makeTestEditor(element, content) });
        },
        selector,
        lines,
      );
      await page.waitForFunction(
        (place) => document.querySelector(`${place} :is(iframe, textarea, [contenteditable])`),
        SOON,
        selector,
      );
    },
    rewrite: (selector, text) =>
      page.$eval(
        selector,
        (element, words) => Reflect.get(element, 'testEditor').rewrite(words),
        text,
      ),
    setReadOnly: (selector, readOnly) =>
      page.$eval(
        selector,
        (element, is) => Reflect.get(element, 'testEditor').setReadOnly(is),
        readOnly,
      ),
    model: (selector) =>
      page.$eval(selector, (element) => Reflect.get(element, 'testEditor').model() as string),
    structure: (selector) =>
      page.$eval(selector, (element) => Reflect.get(element, 'testEditor').structure() as string),
    insert: (plan) =>
      page.evaluate(async (one) => {
        if (program.page === null) throw new Error('not open');
        return program.page.insert(one);
      }, plan),
    undo: ({ insertionId }) =>
      page.evaluate(async (id) => {
        if (program.page === null) throw new Error('not open');
        return program.page.undo(id);
      }, insertionId),
  };
}

/** Frames are not drawn in a tab behind another: the page is asked by the clock. */
const SOON = { polling: 50 };

let insertions = 0;

/** A plan that puts text into fields of a reading, for the person it names. */
export function planFor(
  reading: PageReading,
  parts: readonly { field: NoteField | undefined; text: string; replaces?: string }[],
): InsertPlan {
  const [subject] = reading.subjects;
  insertions += 1;
  const id = `019a0000-0000-7000-8000-${String(insertions).padStart(12, '0')}`;
  return {
    insertionId: id as InsertPlan['insertionId'],
    expected: {
      ehr: reading.ehr,
      navigation: reading.navigation,
      recordId: subject?.recordId ?? null,
      name: subject?.name ?? null,
      birthDate: subject?.birthDate ?? null,
      appointmentId: reading.appointment?.id ?? null,
      appointmentDate: reading.appointment?.date ?? null,
      template: reading.note?.template ?? null,
    },
    parts: parts.map(({ field, text, replaces = null }) => ({
      fieldKey: field?.key ?? 'none',
      label: field?.label ?? '',
      text,
      replaces,
    })),
  };
}
