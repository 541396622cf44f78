import type { Instrument } from '#shared/contracts/instrument.ts';
import { NEVER_SHIPPED } from '#shared/instruments/hand-scored/never-shipped.ts';
import { PERMISSION_NEEDED } from '#shared/instruments/hand-scored/permission-needed.ts';
import { sectionOf } from './facts.ts';
import { countsOf, type Group, groupsOf } from './groups.ts';
import { unverifiedIn } from './unverified.ts';
import { sendabilityInWords } from './words.ts';

type HandScored = typeof PERMISSION_NEEDED | typeof NEVER_SHIPPED;

/** The page on all measures, in Markdown: written for clinicians who want to check a fact. */
export function pageOf(measures: readonly Instrument[]): string {
  const groups = groupsOf(measures);
  return [
    INTRODUCTION,
    countsOf(measures),
    '## At a glance',
    '',
    glance(groups.flatMap((group) => group.measures)),
    ...groups.flatMap(groupSection),
    unverifiedIn(measures),
    `## Known by name, permission needed (${PERMISSION_NEEDED.length})`,
    '',
    BY_HAND,
    '',
    handScored(PERMISSION_NEEDED),
    `## Known by name, never sent (${NEVER_SHIPPED.length})`,
    '',
    BY_HAND,
    '',
    handScored(NEVER_SHIPPED),
  ].join('\n');
}

const INTRODUCTION = `# The measures

Written by \`npm run measures\` from the files in \`data/\`; every fact here is what scores, alerts and
texts are worked out from.

After each source stands how far it can be relied on. *Seen in the source*: read there. *Recalled, to
be verified*: to be looked up in the paper, and shown with that label. *Our proposal*: not a published
rule. *Unsettled*: sources contradict each other; it is applied nowhere. Licence entries are facts with
their evidence, not legal advice.

A reliable-change value means "at least so many points". What is computed follows Jacobson and Truax:
1.959963985 × √2 × SD × √(1 − reliability), then the next whole point above (the next even one where
scores are doubled).
`;

const BY_HAND =
  'A total can be entered by hand. It has no bands or thresholds but those that the practice gives.';

function groupSection({ title, why, measures }: Group): string[] {
  return [`## ${title} (${measures.length})`, '', why, '', ...measures.map(sectionOf)];
}

function glance(measures: readonly Instrument[]): string {
  const rows = measures.map((measure) => {
    const { shortTitle, itemCount, range, reliableChange } = measure;
    const scores = range === null ? 'a rule' : `${range.min} to ${range.max}`;
    const change = reliableChange === null ? '–' : `${reliableChange.value}`;
    const anchor = shortTitle.toLowerCase().replaceAll('.', '').replaceAll(' ', '-');
    return `| [${shortTitle}](#${anchor}) | ${measure.domain} | ${itemCount} | ${scores} | ${change} | ${sendabilityInWords(measure)} |`;
  });
  return [
    '| measure | about | items | score | reliable change | may be sent |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function handScored(measures: HandScored): string {
  return [
    '| measure | why | instead |',
    '|---|---|---|',
    ...measures.map(
      ({ title, why, alternative }) => `| ${title} | ${why} | ${alternative ?? '–'} |`,
    ),
    '',
  ].join('\n');
}
