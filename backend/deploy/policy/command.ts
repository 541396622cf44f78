import { parseArgs } from 'node:util';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { EVERY_PLATFORM, isPlatform, type Platform } from './platforms.ts';
import { type PolicySource, policyRefusalText, policySource } from './source.ts';

/** How the command is used. */
export const POLICY_USAGE = `npm run policy -- --server https://throughline.practice.example --platform ${EVERY_PLATFORM.join('|')}|all
  [--set key=value]...       a setting of the practice; see the guide for the keys
  [--extension-id ID]        default: that of the release folder
  [--block-others]           all other extensions are blocked
  [--minimum-version V]      older versions are switched off
  [--group NAME]             names this group of browsers in a staged rollout
  [--firefox-install-url U]  where Firefox finds the signed add-on
  [--out FOLDER]             default: policy`;

/** What files to write, and where. */
export interface PolicyOutput {
  readonly out: string;
  readonly platforms: readonly Platform[];
  readonly source: PolicySource;
}

/** Why nothing is written: `usage` was not understood, `policy` was refused. */
export interface PolicyProblem {
  readonly is: 'usage' | 'policy';
  readonly words: string;
}

/** What the words after `npm run policy --` ask for; `releasedId` is the id of the release folder. */
export function readPolicyWords(
  words: readonly string[],
  releasedId: string | null,
): Result<PolicyOutput, PolicyProblem> {
  const typed = parsed(words);
  if (!typed.ok) return typed;
  const { server, platform, set = [], out = 'policy' } = typed.value;
  const isAll = platform === 'all';
  if (server === undefined || platform === undefined || !(isAll || isPlatform(platform))) {
    return refuse({ is: 'usage', words: 'Say --server and one of the platforms.' });
  }
  const settings = pairs(set);
  if (settings === null) {
    return refuse({ is: 'usage', words: '--set is key=value, each key once.' });
  }
  const source = policySource({
    server,
    settings,
    extensionId: typed.value['extension-id'] ?? releasedId ?? '',
    blockOthers: typed.value['block-others'] ?? false,
    minimumVersion: typed.value['minimum-version'] ?? null,
    firefoxInstallUrl: typed.value['firefox-install-url'] ?? null,
    group: typed.value.group ?? null,
  });
  if (!source.ok) {
    return refuse({ is: 'policy', words: source.refusal.map(policyRefusalText).join('\n') });
  }
  return ok({ out, platforms: isAll ? EVERY_PLATFORM : [platform], source: source.value });
}

function parsed(words: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        server: { type: 'string' },
        platform: { type: 'string' },
        set: { type: 'string', multiple: true },
        out: { type: 'string' },
        'extension-id': { type: 'string' },
        'block-others': { type: 'boolean' },
        'minimum-version': { type: 'string' },
        'firefox-install-url': { type: 'string' },
        group: { type: 'string' },
      },
    });
    return ok(values);
  } catch (error) {
    if (error instanceof TypeError) return refuse({ is: 'usage' as const, words: error.message });
    throw error;
  }
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
