import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const bundles = new Map<string, Promise<string>>();

/** The browser program of a stand-in as one classic script; built once per process. */
export function bundle(entry: URL): Promise<string> {
  const path = fileURLToPath(entry);
  const known = bundles.get(path);
  if (known !== undefined) return known;
  const made = buildScript(path);
  bundles.set(path, made);
  return made;
}

async function buildScript(path: string): Promise<string> {
  const result = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}
