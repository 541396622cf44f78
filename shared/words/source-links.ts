/** A stretch of a source's text; `href` is where it can be read, null for words alone. */
export interface SourcePart {
  readonly text: string;
  readonly href: string | null;
}

/** What ends a sentence and is no part of an address. */
const TRAILING = /[.,;:]+$/;

/** Top-level domains that sources lie under: `phq9.xml` and `populateDB.sql` are no addresses. */
const DOMAIN = String.raw`(?:[a-z0-9-]+\.)+(?:com|org|gov|edu|net|uk|au|us|de|ir)(?![a-z0-9])`;

const ADDRESS = new RegExp(
  [
    String.raw`https:\/\/\S+`,
    String.raw`doi 10\.\d{4,9}\/\S+`,
    String.raw`PMID \d+`,
    String.raw`\bPMC\d+`,
    String.raw`\bNCT\d{8}\b`,
    String.raw`\b${DOMAIN}(?:\/[^\s,]*)?`,
  ].join('|'),
  'g',
);

/**
 * A source with what can be looked up in it: web addresses, DOI, PubMed, PubMed Central and trial
 * registry numbers, each as they are written in the data. The parts in a row are the text.
 */
export function sourceParts(source: string): readonly SourcePart[] {
  const parts: SourcePart[] = [];
  let done = 0;
  for (const { 0: found, index } of source.matchAll(ADDRESS)) {
    const text = withoutEnd(found);
    if (index > done) parts.push({ text: source.slice(done, index), href: null });
    parts.push({ text, href: hrefOf(text) });
    done = index + text.length;
  }
  return done < source.length ? [...parts, { text: source.slice(done), href: null }] : parts;
}

/** A closing bracket belongs to an address only with its partner: `S0749-3797(98)00017-8`. */
function withoutEnd(found: string): string {
  const text = found.replace(TRAILING, '');
  const isClosed = text.split('(').length >= text.split(')').length;
  return isClosed || !text.endsWith(')') ? text : withoutEnd(text.slice(0, -1));
}

function hrefOf(text: string): string {
  if (text.startsWith('https://')) return text;
  if (text.startsWith('doi ')) return `https://doi.org/${text.slice('doi '.length)}`;
  if (text.startsWith('PMID '))
    return `https://pubmed.ncbi.nlm.nih.gov/${text.slice('PMID '.length)}/`;
  if (/^PMC\d+$/.test(text)) return `https://pmc.ncbi.nlm.nih.gov/articles/${text}/`;
  if (/^NCT\d+$/.test(text)) return `https://clinicaltrials.gov/study/${text}`;
  return `https://${text}`;
}
