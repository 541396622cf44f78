import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Editors that EHRs are built with, each as its makers ship it, in a script of its own. */
export const REAL_EDITORS = [
  'quill',
  'ckeditor5',
  'lexical',
  'draft',
  'slate',
  'tinymce',
  'react-textarea',
] as const;
export type RealEditor = (typeof REAL_EDITORS)[number];

const scripts = new Map<RealEditor, Promise<string>>();

/** The script that leaves an editor's maker in a page; built once per process. */
export function editorScript(name: RealEditor): Promise<string> {
  const made = scripts.get(name) ?? bundled(name);
  scripts.set(name, made);
  return made;
}

async function bundled(name: RealEditor): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./browser/${name}.ts`, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'chrome130',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
  return outputFiles[0]?.text ?? '';
}
