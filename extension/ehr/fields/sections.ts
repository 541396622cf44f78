import type { NoteSection } from '#shared/contracts/reading.ts';

/** Which labels mean which section. Lower case; single letters match only as the whole label. */
export type SectionAliases = Readonly<Partial<Record<NoteSection, readonly string[]>>>;

/** How well a label names a section: the whole label, its beginning, or a word in it. */
const TIERS = ['exact', 'prefix', 'word'] as const;
type Tier = (typeof TIERS)[number];

/** Labels that carry a section's word but mean something else. */
const NOT_A_SECTION =
  /treatment plan|safety plan|risk|mental status|diagnos|outcome|objectives\b|objective \d|goals?\b|medication|session summary/i;

/**
 * The section that each label means, null where it means none. Within one note a section goes to
 * the single label that names it best; when two name it equally well, neither gets it.
 */
export function assignSections(
  labels: readonly string[],
  aliases: SectionAliases,
): (NoteSection | null)[] {
  const assigned: (NoteSection | null)[] = labels.map(() => null);
  const readings = labels.map((label) => readLabel(label, aliases));
  for (const tier of TIERS) {
    const claims = readings.map((reading) => (reading?.tier === tier ? reading.section : null));
    const taken = new Set(assigned);
    for (const [index, section] of claims.entries()) {
      if (section === null || taken.has(section)) continue;
      const rivals = claims.filter((claim) => claim === section).length;
      assigned[index] = rivals === 1 ? section : null;
    }
    withdrawTied(claims, readings);
  }
  return assigned;
}

/** True when a label is exactly one of a section's names, and not merely something like it. */
export function namesSectionExactly(label: string, aliases: SectionAliases): boolean {
  return readLabel(label, aliases)?.tier === 'exact';
}

/** A section that was tied at a better tier can't be won at a worse one. */
function withdrawTied(
  claims: readonly (NoteSection | null)[],
  readings: ({ section: NoteSection; tier: Tier } | null)[],
): void {
  for (const [index, reading] of readings.entries()) {
    const rivals = claims.filter((claim) => claim !== null && claim === reading?.section).length;
    if (rivals > 1 && claims[index] === null) readings[index] = null;
  }
}

/** The one section a label names at its best tier; null when it names none or several. */
function readLabel(
  label: string,
  aliases: SectionAliases,
): { section: NoteSection; tier: Tier } | null {
  const text = label.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  if (text === '' || NOT_A_SECTION.test(text)) return null;
  const [exact] = sectionsNamed(text, 'exact', aliases);
  if (exact !== undefined) return { section: exact, tier: 'exact' };
  // "Assessment and Plan" begins with one section and is about two.
  const [section, ...others] = sectionsNamed(text, 'word', aliases);
  if (section === undefined || others.length > 0) return null;
  const isPrefix = sectionsNamed(text, 'prefix', aliases).includes(section);
  return { section, tier: isPrefix ? 'prefix' : 'word' };
}

function sectionsNamed(text: string, tier: Tier, aliases: SectionAliases): NoteSection[] {
  const entries = Object.entries(aliases) as [NoteSection, readonly string[]][];
  return entries
    .filter(([, words]) => words.some((word) => names(text, word, tier)))
    .map(([section]) => section);
}

function names(text: string, alias: string, tier: Tier): boolean {
  const words = wordsOf(text);
  const wanted = wordsOf(alias);
  if (tier === 'exact') return words.join(' ') === wanted.join(' ');
  if (alias.length === 1) return false;
  const starts = tier === 'prefix' ? [0] : words.keys();
  return [...starts].some((start) => wanted.every((word, index) => words[start + index] === word));
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
