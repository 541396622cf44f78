import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of some files as they lie in the build, and compressed one by one at gzip's usual level. */
export interface Size {
  readonly files: readonly string[];
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** What an EHR's page and a panel's frame have to load. */
export interface BuildSizes {
  /** Of the scripts that read the EHRs, the largest: a page has one of them. */
  readonly contentScript: Size;
  /** What a page of a client loads beside that. */
  readonly clientPage: Size;
  /**
   * The panel's page with all scripts and styles that it names or that those import, and the measures
   * that it loads for a client who answers PHQ-9, GAD-7 and PCL-5.
   */
  readonly panel: Size;
}

/** Weighs an unpacked build of the extension. */
export function sizesOf(directory: string): BuildSizes {
  return {
    contentScript: largest(contentScripts(directory).map((file) => sizeOf(directory, [file]))),
    clientPage: sizeOf(directory, ['client-page.js']),
    panel: sizeOf(directory, withImports(directory, ['panel.html', ...measures(directory)])),
  };
}

function contentScripts(directory: string): readonly string[] {
  const manifest: unknown = JSON.parse(read(directory, 'manifest.json').toString('utf8'));
  const { content_scripts: scripts } = manifest as { content_scripts: { js: string[] }[] };
  return [...new Set(scripts.flatMap(({ js }) => js))];
}

function largest(sizes: readonly Size[]): Size {
  const [first, ...others] = sizes;
  if (first === undefined) throw new Error('The build has no content script.');
  return others.reduce((one, other) => (other.gzipBytes > one.gzipBytes ? other : one), first);
}

/** What a client's chart loads of the measures: three that were answered, and the sum of two. */
const ANSWERED = ['phq9', 'gad7', 'pcl5', 'phqads'];

function measures(directory: string): readonly string[] {
  const chunks = readdirSync(join(directory, 'chunks'));
  return ANSWERED.map((id) => {
    const file = chunks.find((name) => name.startsWith(`${id}-`));
    if (file === undefined) throw new Error(`The build has no file of its own for ${id}.`);
    return `chunks/${file}`;
  });
}

/** Some files and everything that they lead to before anybody asks for more. */
function withImports(directory: string, start: readonly string[]): readonly string[] {
  const found = new Set(start);
  for (const file of found) {
    const text = read(directory, file).toString('utf8');
    for (const [, absolute, beside] of text.matchAll(REFERENCE)) {
      const folder = file.slice(0, file.lastIndexOf('/') + 1);
      found.add(absolute ?? `${folder}${beside}`);
    }
  }
  return [...found];
}

/** `src="/a.js"` and `href="/a.css"` of a page; `from"./a.js"` and `import"./a.js"` of a script. */
const REFERENCE =
  /(?:src|href)="\/([^"]+\.(?:js|css))"|(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g;

function sizeOf(directory: string, files: readonly string[]): Size {
  const contents = files.map((file) => read(directory, file));
  return {
    files,
    bytes: contents.reduce((sum, content) => sum + content.length, 0),
    gzipBytes: contents.reduce((sum, content) => sum + gzipSync(content).length, 0),
  };
}

function read(directory: string, file: string): Buffer {
  return readFileSync(join(directory, file));
}
