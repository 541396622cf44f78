/** Longest foreign text that is taken into a sentence, in UTF-16 code units. */
const LONGEST = 80;

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;
const MARKUP = /[*_`[\]<>|~\\#{}"“”«»]|:\/\//g;

/**
 * Words that a client or clinician typed (the name of an own rating, an event), quoted so that no
 * editor takes them as markup: `"Sleep before midnight"`.
 */
export function quotedPlain(text: string): string {
  const bare = text
    .normalize('NFC')
    .replaceAll(INVISIBLE, ' ')
    .replaceAll(MARKUP, '')
    .replaceAll('&', '+')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  return `"${bare.length > LONGEST ? `${bare.slice(0, LONGEST - 1).trimEnd()}…` : bare}"`;
}

/** An answer's own words inside a sentence: `"several days"`. Quoted as printed, never translated. */
export function quotedAnswer(label: string): string {
  return quotedPlain(`${label.charAt(0).toLowerCase()}${label.slice(1)}`);
}
