import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { ExtensionVersion } from '../crx/manifest.ts';
import { Channel } from '../releases/book.ts';

/** What the command can do. */
export const RELEASE_USAGE = `npm run release -- pack --key KEY.pem [--build FOLDER] [--new-key] [--approved-by NAME]...
npm run release -- offer --version V --percentage 0..100 [--channel stable|early]
npm run release -- pin --version V [--channel stable|early]
npm run release -- unpin [--channel stable|early]
npm run release -- rollback --version V --key KEY.pem [--channel stable|early]
npm run release -- list
  --releases FOLDER   the release folder; default THROUGHLINE_RELEASES, else "releases" in the data folder`;

const Common = { releases: z.optional(z.string()), channel: z.optional(Channel) };
const Version = { version: ExtensionVersion };

/** One call of the command. */
export const ReleaseCall = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('pack'),
    ...Common,
    key: z.string(),
    build: z.optional(z.string()),
    'new-key': z.optional(z.boolean()),
    'approved-by': z.optional(z.array(z.string().check(z.minLength(1)))),
  }),
  z.strictObject({
    what: z.literal('offer'),
    ...Common,
    ...Version,
    percentage: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(100)),
  }),
  z.strictObject({ what: z.literal('pin'), ...Common, ...Version }),
  z.strictObject({ what: z.literal('unpin'), ...Common }),
  z.strictObject({ what: z.literal('rollback'), ...Common, ...Version, key: z.string() }),
  z.strictObject({ what: z.literal('list'), ...Common }),
]);
export type ReleaseCall = z.infer<typeof ReleaseCall>;

/** The call in the words after `npm run release --`; refused with what could not be understood. */
export function readReleaseWords(words: readonly string[]): Result<ReleaseCall, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        releases: { type: 'string' },
        channel: { type: 'string' },
        key: { type: 'string' },
        build: { type: 'string' },
        version: { type: 'string' },
        percentage: { type: 'string' },
        'new-key': { type: 'boolean' },
        'approved-by': { type: 'string', multiple: true },
      },
    });
    const [what, ...others] = positionals;
    const call = ReleaseCall.safeParse({ what, ...values });
    if (call.success && others.length === 0) return ok(call.data);
    const wrong = call.error?.issues.flatMap(({ path }) => path.map(String)) ?? others;
    return refuse(`This can't be understood: ${wrong.join(', ')}.`);
  } catch (error) {
    if (error instanceof TypeError) return refuse(error.message);
    throw error;
  }
}
