/** Longest foreign text that is taken into a sentence unless said otherwise, in UTF-16 code units. */
const LONGEST = 80;

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;
/** Nobody's words may read like the line that closes a text of ours: by that it is found again. */
const OWN_MARK = /(Throughline),/giu;
const MARKUP = /[*_`[\]<>|~\\#{}"“”«»]|:\/\//g;

/**
 * Words that a client or clinician typed (the name of an own rating, an event), quoted so that no
 * editor takes them as markup: `"Sleep before midnight"`.
 */
export function quotedPlain(text: string, longest = LONGEST): string {
  const bare = barePlain(text);
  return `"${bare.length > longest ? `${whole(bare.slice(0, longest - 1)).trimEnd()}…` : bare}"`;
}

/** Without half a character at the end. */
function whole(cut: string): string {
  return cut.replace(/[\uD800-\uDBFF]$/, '');
}

/** The same without quotation marks, in full: somebody's name. */
export function barePlain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(INVISIBLE, ' ')
    .replaceAll(MARKUP, '')
    .replaceAll('&', '+')
    .replaceAll(OWN_MARK, '$1')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** An answer's own words inside a sentence: `"several days"`. Quoted as printed, never translated. */
export function quotedAnswer(label: string): string {
  return quotedPlain(`${label.charAt(0).toLowerCase()}${label.slice(1)}`);
}
