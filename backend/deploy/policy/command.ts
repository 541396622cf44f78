import { inColumns } from '#backend/command-line/columns.ts';
import { didYouMean } from '#backend/command-line/near-name.ts';
import { readProgram, type Unread } from '#backend/command-line/program.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { EVERY_PLATFORM, isPlatform, type Platform } from './platforms.ts';
import { type PolicySource, policyRefusalText, policySource } from './source.ts';

/** How the command is used. */
export const POLICY = {
  name: 'npm run policy',
  help: [
    'Writes the policy files that install and set up the extension (backend/deploy/ADMIN.md).',
    '',
    '  npm run policy -- --server https://throughline.practice.example --platform PLATFORM [options]',
    '',
    ...inColumns([
      ['--platform P', `all, ${EVERY_PLATFORM.join(', ')}`],
      ['--set key=value', 'a setting of the practice, as often as wanted; the guide has the keys'],
      ['--extension-id ID', 'that of the release folder when left out'],
      ['--block-others', 'all other extensions are blocked'],
      ['--minimum-version V', 'older versions are switched off'],
      ['--group NAME', 'names this group of browsers in a staged rollout'],
      ['--firefox-install-url U', 'where Firefox finds the signed add-on'],
      ['--out FOLDER', '"policy" when left out'],
    ]),
    '',
    'Ends with 0 when the files are written, 1 when a value was refused, 2 when it was not understood.',
  ],
  options: {
    server: 'text',
    platform: 'text',
    set: 'texts',
    out: 'text',
    'extension-id': 'text',
    'block-others': 'flag',
    'minimum-version': 'text',
    'firefox-install-url': 'text',
    group: 'text',
  },
  words: null,
} as const;

/** What files to write, and where. */
export interface PolicyOutput {
  readonly out: string;
  readonly platforms: readonly Platform[];
  readonly source: PolicySource;
}

/** Why nothing is written: it was not understood, help was asked for, or a value was refused. */
export type PolicyProblem = Unread | { readonly is: 'policy'; readonly words: string };

/** What the words after `npm run policy --` ask for; `releasedId` is the id of the release folder. */
export function readPolicyWords(
  words: readonly string[],
  releasedId: string | null,
): Result<PolicyOutput, PolicyProblem> {
  const asked = readProgram(words, POLICY);
  if (!asked.ok) return asked;
  const { values: typed } = asked.value;
  const { server, platform, set = [], out = 'policy' } = typed;
  const platforms = platform === undefined ? null : platformsOf(platform);
  const settings = pairs(set);
  if (server === undefined || platforms === null || settings === null) {
    const problems = [
      ...(server === undefined
        ? ['--server is needed: the address of the practice’s server.']
        : []),
      ...(platforms === null ? [platformProblem(platform)] : []),
      ...(settings === null ? ['--set is key=value, each key once.'] : []),
    ];
    return refuse({ is: 'wrong', problems });
  }
  const source = policySource({
    server,
    settings,
    extensionId: typed['extension-id'] ?? releasedId ?? '',
    blockOthers: typed['block-others'] ?? false,
    minimumVersion: typed['minimum-version'] ?? null,
    firefoxInstallUrl: typed['firefox-install-url'] ?? null,
    group: typed.group ?? null,
  });
  if (!source.ok) {
    return refuse({ is: 'policy', words: source.refusal.map(policyRefusalText).join('\n') });
  }
  return ok({ out, platforms, source: source.value });
}

function platformsOf(named: string): readonly Platform[] | null {
  if (named === 'all') return EVERY_PLATFORM;
  return isPlatform(named) ? [named] : null;
}

function platformProblem(named: string | undefined): string {
  const all = ['all', ...EVERY_PLATFORM];
  const must = `one of ${all.join(', ')}`;
  if (named === undefined) return `--platform is needed: ${must}.`;
  return `--platform must be ${must}.${didYouMean(named, all)}`;
}

function pairs(set: readonly string[]): ReadonlyMap<string, string> | null {
  const split = set.map((one) => {
    const at = one.indexOf('=');
    return [one.slice(0, at), one.slice(at + 1)] as const;
  });
  const settings = new Map(split);
  const isWhole = set.every((one) => one.indexOf('=') > 0);
  return isWhole && settings.size === set.length ? settings : null;
}
