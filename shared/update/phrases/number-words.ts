import type { UpdateLanguage } from '../../contracts/update.ts';

/** Numbers in words. "One" and "uno" are left: they are articles and pronouns as often. */
const NUMBER_WORDS: Readonly<Record<UpdateLanguage, RegExp>> = {
  en: /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?)\b/i,
  es: /(?<!\p{L})(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\p{L}+|veint[ei]\p{L}*|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|docenas?|cien|cient[oa]s?|\p{L}+cient[oa]s|quinient[oa]s|mil)(?!\p{L})/iu,
};

/** The first number that a text says in words; null when there is none. */
export function numberWordIn(text: string, language: UpdateLanguage): string | null {
  return NUMBER_WORDS[language].exec(text)?.[0] ?? null;
}
