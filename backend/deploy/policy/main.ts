import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readBook } from '../releases/folder.ts';
import { POLICY_USAGE, readPolicyWords } from './command.ts';

// `npm run policy`: writes the policy files of one platform, or of all. Ends with 0 (written),
// 1 (a value was refused) or 2 (not understood); what is refused writes nothing.

const { env, argv, stdout, stderr } = process;
const BYTE_ORDER_MARK = String.fromCharCode(0xfeff);

process.exitCode = await main();

async function main(): Promise<number> {
  const data = resolve(env['THROUGHLINE_DATA'] ?? './.data');
  const book = await readBook(env['THROUGHLINE_RELEASES'] ?? join(data, 'releases'));
  const asked = readPolicyWords(argv.slice(2), book.ok ? book.value.extensionId : null);
  if (!asked.ok) {
    const { is, words } = asked.refusal;
    stderr.write(is === 'usage' ? `${words}\n${POLICY_USAGE}\n` : `${words}\n`);
    return is === 'usage' ? 2 : 1;
  }
  for (const [platform, files] of asked.value.files) {
    for (const { name, content, encoding } of files) {
      const path = join(asked.value.out, platform, name);
      await mkdir(dirname(path), { recursive: true });
      const text = encoding === 'utf16le' ? BYTE_ORDER_MARK + content : content;
      await writeFile(path, text, { encoding });
      stdout.write(`${path}\n`);
    }
  }
  return 0;
}
