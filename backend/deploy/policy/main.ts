import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readBook } from '../releases/folder.ts';
import { POLICY_USAGE, readPolicyWords } from './command.ts';
import { fileBytes } from './file.ts';
import { PLATFORMS } from './platforms.ts';

// `npm run policy`: writes the policy files of one platform, or of all. Ends with 0 (written),
// 1 (a value was refused) or 2 (not understood); what is refused writes nothing.

const { env, argv, stdout, stderr } = process;

process.exitCode = await main();

async function main(): Promise<number> {
  if (argv.includes('--help')) {
    stdout.write(`${POLICY_USAGE}\n`);
    return 0;
  }
  const data = resolve(env['THROUGHLINE_DATA'] ?? './.data');
  const book = await readBook(env['THROUGHLINE_RELEASES'] ?? join(data, 'releases'));
  const asked = readPolicyWords(argv.slice(2), book.ok ? book.value.extensionId : null);
  if (!asked.ok) {
    const { is, words } = asked.refusal;
    stderr.write(is === 'usage' ? `${words}\n${POLICY_USAGE}\n` : `${words}\n`);
    return is === 'usage' ? 2 : 1;
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
