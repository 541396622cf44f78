import { spawnSync } from 'node:child_process';
import process from 'node:process';
import * as z from 'zod/mini';
import { blindRules } from './blind-rules.ts';

/**
 * Checks who imports whom (`test/config/boundaries.cjs`). The checker ends with 0 when it could
 * not read a single module, so the number of modules per room is checked as well, and that every
 * rule is about some of them.
 */
const ROOMS = { shared: 25, backend: 30, extension: 40 } as const;

const Report = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.unknown()) })),
  summary: z.object({
    error: z.int(),
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) }),
    ),
    ruleSetUsed: z.object({
      forbidden: z.array(
        z.object({ name: z.string(), from: z.object({ path: z.optional(z.string()) }) }),
      ),
    }),
  }),
});

const { stdout, stderr, status } = spawnSync(
  'depcruise',
  ['--config', 'test/config/boundaries.cjs', '--output-type', 'json', ...Object.keys(ROOMS)],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
if (stdout === '') {
  process.stderr.write(`The boundary checker gave no report (${status}).\n${stderr}\n`);
  process.exit(1);
}
const { modules, summary } = Report.parse(JSON.parse(stdout));
for (const { from, to, rule } of summary.violations) {
  process.stderr.write(`${rule.name}: ${from} -> ${to}\n`);
}
const short = Object.entries(ROOMS).filter(
  ([room, least]) => modules.filter(({ source }) => source.startsWith(`${room}/`)).length < least,
);
for (const [room, least] of short) {
  process.stderr.write(
    `Fewer than ${least} modules of ${room} were read: the check saw nothing.\n`,
  );
}
const sources = modules.map(({ source }) => source);
const blind = blindRules(summary.ruleSetUsed.forbidden, sources);
for (const about of blind) process.stderr.write(`No module is what a rule is about. ${about}\n`);
const imports = modules.reduce((sum, module) => sum + module.dependencies.length, 0);
process.stdout.write(
  `${modules.length} modules, ${imports} imports, ${summary.violations.length} violations\n`,
);
const sawAll = short.length === 0 && blind.length === 0 && imports > 0;
process.exitCode = summary.error === 0 && sawAll ? 0 : 1;
