import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { explain } from '#backend/command-line/program.ts';
import { readBook } from '../releases/folder.ts';
import { POLICY, readPolicyWords } from './command.ts';
import { fileBytes } from './file.ts';
import { PLATFORMS } from './platforms.ts';

// `npm run policy`: writes the policy files of one platform, or of all. Ends with 0 (written),
// 1 (a value was refused) or 2 (not understood); what is refused writes nothing.

const { env, argv, stdout, stderr } = process;

process.exitCode = await main();

async function main(): Promise<number> {
  const data = resolve(env['THROUGHLINE_DATA'] ?? './.data');
  const book = await readBook(env['THROUGHLINE_RELEASES'] ?? join(data, 'releases'));
  const asked = readPolicyWords(argv.slice(2), book.ok ? book.value.extensionId : null);
  if (!asked.ok) {
    if (asked.refusal.is !== 'policy') return explain(asked.refusal, POLICY, process);
    stderr.write(`${asked.refusal.words}\n`);
    return 1;
  }
  const { out, platforms, source } = asked.value;
  for (const platform of platforms) {
    for (const file of PLATFORMS[platform]) {
      const path = join(out, platform, file.name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, fileBytes(file, source));
      stdout.write(`${path}\n`);
    }
  }
  return 0;
}
