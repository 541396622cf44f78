import type { UpdateLanguage } from '#shared/contracts/update.ts';
import { ENGLISH as ENGLISH_FORBIDDEN } from '#shared/update/forbidden/english.ts';
import type { Forbidden } from '#shared/update/forbidden/pattern.ts';
import { ENGLISH } from '#shared/update/language/english/english.ts';
import type { Language } from '#shared/update/language/language.ts';

interface Loaded {
  readonly words: Language;
  readonly forbidden: readonly Forbidden[];
}

const held: { spanish: Loaded | null } = { spanish: null };

/**
 * Takes the place of all languages in the extension (`wxt.config.ts`): English, and Spanish once it
 * was loaded. Asking for it earlier throws: no text is composed before its language is there.
 */
export const LANGUAGES: Readonly<Record<UpdateLanguage, Language>> = {
  en: ENGLISH,
  get es() {
    return spanish().words;
  },
};

/** What no text may say, for the languages that are there; otherwise as {@link LANGUAGES}. */
export const FORBIDDEN: Readonly<Record<UpdateLanguage, readonly Forbidden[]>> = {
  en: ENGLISH_FORBIDDEN,
  get es() {
    return spanish().forbidden;
  },
};

/** Loads Spanish. Rejects when a file of the extension can't be read. */
export async function loadSpanish(): Promise<void> {
  const [{ SPANISH }, forbidden] = await Promise.all([
    import('#shared/update/language/spanish/spanish.ts'),
    import('#shared/update/forbidden/spanish.ts'),
  ]);
  held.spanish = { words: SPANISH, forbidden: forbidden.SPANISH };
}

function spanish(): Loaded {
  if (held.spanish === null) throw new TypeError('Spanish was asked for before it was loaded');
  return held.spanish;
}
