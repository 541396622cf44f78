import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'puppeteer';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface WithAxe {
  readonly axe: { readonly run: () => Promise<AxeResults> };
}

/**
 * What axe finds wrong in a document, one line for each element: its rules for WCAG 2.2 A and AA,
 * and its own best practices. Throws when it looked at nothing.
 */
export async function violationsIn(frame: Frame): Promise<readonly string[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(SOURCE);
  const results = await frame.evaluate(async () => {
    // No colour is looked at on its way to another; a change that is called off has ended as well.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    // The script that was evaluated just now defines it.
    return (globalThis as unknown as WithAxe).axe.run();
  });
  if (results.passes.length === 0) throw new Error('axe looked at nothing');
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
