import * as z from 'zod/mini';
import { readProgram, type Unread } from '#backend/command-line/program.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { ExtensionVersion } from '../crx/manifest.ts';
import { Channel } from '../releases/book.ts';

const WHAT = ['pack', 'offer', 'pin', 'unpin', 'rollback', 'list'] as const;

/** What the command can do. */
export const RELEASE = {
  name: 'npm run release',
  help: [
    'Packs the built extension, and says which browsers are offered it (backend/deploy/ADMIN.md).',
    '',
    '  npm run release -- pack --key KEY.pem [--build FOLDER] [--new-key] [--approved-by NAME]...',
    '  npm run release -- offer --version V --percentage 0..100 [--channel stable|early]',
    '  npm run release -- pin --version V [--channel stable|early]',
    '  npm run release -- unpin [--channel stable|early]',
    '  npm run release -- rollback --version V --key KEY.pem [--channel stable|early]',
    '  npm run release -- list',
    '',
    '  --releases FOLDER   the release folder; default THROUGHLINE_RELEASES, else "releases" in the data folder',
    '',
    'Ends with 0 when it was done, 1 when it was refused, 2 when it was not understood.',
  ],
  options: {
    releases: 'text',
    channel: 'text',
    key: 'text',
    build: 'text',
    version: 'text',
    percentage: 'text',
    'new-key': 'flag',
    'approved-by': 'texts',
  },
  words: { what: 'command', names: WHAT },
} as const;

/** The end of the sentence "it must be ...", of each option with a value. */
const MUST: Readonly<Record<string, string>> = {
  channel: 'stable or early',
  key: 'the file of a private key, such as KEY.pem',
  version: 'a version such as 1.4.0',
  percentage: 'a whole number from 0 to 100',
};

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
export function readReleaseWords(typed: readonly string[]): Result<ReleaseCall, Unread> {
  const asked = readProgram(typed, RELEASE);
  if (!asked.ok) return asked;
  const { values, words } = asked.value;
  const [what, ...others] = words;
  if (what === undefined || others.length > 0) {
    return wrong([`Say one thing that is to be done: ${WHAT.join(', ')}.`]);
  }
  const call = ReleaseCall.safeParse({ what, ...values });
  if (call.success) return ok(call.data);
  return wrong(call.error.issues.flatMap((issue) => problemsOf(issue, what, values)));
}

function problemsOf(
  issue: z.core.$ZodIssue,
  what: string,
  values: Readonly<Record<string, unknown>>,
): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${what} takes no --${key}.`);
  }
  const [option = ''] = issue.path.map(String);
  const must = MUST[option] ?? 'something that can be used';
  if (values[option] === undefined) return [`${what} needs --${option}: ${must}.`];
  return [`--${option} must be ${must}.`];
}

function wrong(problems: readonly string[]): Result<never, Unread> {
  return refuse({ is: 'wrong', problems });
}
