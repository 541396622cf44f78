import { setTimeout as pause } from 'node:timers/promises';
import type { Protocol } from 'puppeteer';
import { drawn, type Visitor } from './visit.ts';

const EXTENSION = 'chrome-extension://';

/** What extensions put into a page. */
export interface Footprint {
  /** Ids of the extensions that ran a script in it. */
  readonly extensions: readonly string[];
  readonly scripts: number;
  /** Characters of these scripts, as the browser was given them; style sheets don't count. */
  readonly characters: number;
}

/** Loads a visitor's page once, not measured, and sees which scripts of extensions come to it. */
export async function footprintOn(visitor: Visitor, watchedForMs: number): Promise<Footprint> {
  const { page, session } = visitor;
  const parsed: Protocol.Debugger.ScriptParsedEvent[] = [];
  const note = (script: Protocol.Debugger.ScriptParsedEvent) => {
    if (script.url.startsWith(EXTENSION)) parsed.push(script);
  };
  await session.send('Debugger.enable');
  session.on('Debugger.scriptParsed', note);
  await page.reload();
  await drawn(visitor);
  await pause(watchedForMs);
  session.off('Debugger.scriptParsed', note);
  await session.send('Debugger.disable');
  return {
    extensions: [...new Set(parsed.map(({ url }) => new URL(url).host))],
    scripts: parsed.length,
    characters: parsed.reduce((sum, { length = 0 }) => sum + length, 0),
  };
}
