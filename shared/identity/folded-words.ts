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
const LEFT_OUT = /['’‘`´ʼʻ׳״.ـ\p{Cf}\p{Variation_Selector}]/gu;
/**
 * Marks that many leave out: accents and points in the scripts that have a letter for every
 * consonant or sound. In other scripts a mark is a vowel, a tone or a voiced sound of its own, and
 * रमा is not रीमा.
 */
const DIACRITICS =
  /(?<=^|[^\p{L}\p{M}]|[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}])\p{M}+/gu;
const HYPHEN = /[-‐‑‒–]+/u;

/**
 * The words of a name without case, diacritics and punctuation, each as the parts between its
 * hyphens. Vowel signs and tones stay, composed where Unicode can. Scripts stay as they are: nothing is transliterated.
 */
export function wordsOf(text: string): string[][] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[ßæœøđðłþı]/gu, (letter) => UNDECOMPOSED[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(LEFT_OUT, '')
    .replaceAll(DIACRITICS, '')
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}\-‐‑‒–]+/u)
    .map((word) => word.split(HYPHEN).filter((part) => part !== ''))
    .filter((word) => word.length > 0);
}
