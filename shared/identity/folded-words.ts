/** Letters that Unicode does not take apart into a base letter and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** O'Neil and ONeil, J. and J are the same; so are Arabic words with and without stretched lines. */
const LEFT_OUT = /['’‘`´ʼʻ׳״.ـ\p{Cf}]/gu;
const HYPHEN = /[-‐‑‒–]+/u;

/**
 * The words of a name without case, diacritics and punctuation, each as the parts between its
 * hyphens. Scripts stay as they are: nothing is transliterated.
 */
export function wordsOf(text: string): string[][] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[ßæœøđðłþı]/gu, (letter) => UNDECOMPOSED[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(LEFT_OUT, '')
    .split(/[^\p{L}\p{N}\-‐‑‒–]+/u)
    .map((word) => word.split(HYPHEN).filter((part) => part !== ''))
    .filter((word) => word.length > 0);
}
