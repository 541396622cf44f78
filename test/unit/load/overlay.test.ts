import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findOthers } from '#test/load/overlay/contestants.ts';
import { extensionTime } from '#test/load/overlay/script-time.ts';

const OURS = 'chrome-extension://abc/reader.js';
const PAGE = 'https://secure.simplepractice.com/assets/app.js';

/** A function of a profile. */
function called(id: number, functionName: string, url: string, children: number[] = []) {
  const place = { scriptId: '1', lineNumber: 0, columnNumber: 0 };
  return { id, callFrame: { functionName, url, ...place }, children };
}

describe('the time of an extension’s scripts', () => {
  const nodes = [
    called(1, '(root)', '', [2, 5, 7]),
    called(2, 'look', OURS, [3]),
    called(3, 'querySelectorAll', '', [4]),
    called(4, 'getterOfThePage', PAGE),
    called(5, 'draw', PAGE, [6]),
    called(6, 'append', ''),
    called(7, '(garbage collector)', ''),
  ];
  const spent = (...samples: number[]) =>
    extensionTime({ nodes, samples, timeDeltas: samples.map(() => 100) });

  it('holds its own functions, and what they ask of the browser', () => {
    expect(spent(2, 3, 3)).toBeCloseTo(0.3);
  });

  it('does not hold the page’s, not even where the extension has called them', () => {
    expect(spent(4, 5, 6)).toBe(0);
  });

  it('does not hold what the browser does for everybody', () => {
    expect(spent(1, 7)).toBe(0);
  });

  it('does not hold the time in which another program had the processor', () => {
    expect(extensionTime({ nodes, samples: [2], timeDeltas: [50_000] })).toBeCloseTo(0.2);
  });
});

describe('the other extensions', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-others-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function place(name: string, form: number): void {
    mkdirSync(join(folder, name));
    const manifest = { manifest_version: form, version: '2.1.2' };
    writeFileSync(join(folder, name, 'manifest.json'), JSON.stringify(manifest));
  }

  it('are measured where they are, with their version', () => {
    place('vimium', 3);
    const { contestants, skipped } = findOthers(folder);
    expect(contestants).toEqual([
      { name: 'vimium', directory: join(folder, 'vimium'), version: '2.1.2' },
    ]);
    expect(skipped).toEqual({
      keepassxcBrowser: `not there: ${join(folder, 'keepassxc-browser')}`,
    });
  });

  it('are left out, with a word, where this browser can no longer load them', () => {
    place('keepassxc-browser', 2);
    expect(findOthers(folder).contestants).toEqual([]);
    expect(findOthers(folder).skipped['keepassxcBrowser']).toContain('manifest of form 2');
  });
});
