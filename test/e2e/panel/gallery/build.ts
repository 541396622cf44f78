import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The gallery as a page on the disk, and how to take it away again. */
export interface Gallery {
  /** Address of one state. */
  readonly address: (state: string) => string;
  readonly remove: () => Promise<void>;
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Throughline</title>
    <link rel="stylesheet" href="style.css">
  </head>
  <body><div id="panel"></div><script src="main.js"></script></body>
</html>`;

/**
 * Builds the panel's views over invented states, or another page of views by its script. It is no
 * part of any build that ships.
 */
export async function buildGallery(script = 'main.tsx'): Promise<Gallery> {
  const outdir = await mkdtemp(join(tmpdir(), 'panel-gallery-'));
  await build({
    entryPoints: { main: script, style: 'style.css' },
    absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
    outdir,
    bundle: true,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  });
  await writeFile(join(outdir, 'index.html'), PAGE);
  const page = pathToFileURL(join(outdir, 'index.html')).href;
  return {
    address: (state) => `${page}#${encodeURIComponent(state)}`,
    remove: () => rm(outdir, { recursive: true }),
  };
}
