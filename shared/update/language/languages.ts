import type { UpdateLanguage } from '../../contracts/update.ts';
import { ENGLISH as ENGLISH_FORBIDDEN } from '../forbidden/english.ts';
import type { Forbidden } from '../forbidden/pattern.ts';
import { SPANISH as SPANISH_FORBIDDEN } from '../forbidden/spanish.ts';
import { ENGLISH } from './english/english.ts';
import type { Language } from './language.ts';
import { SPANISH } from './spanish/spanish.ts';

/** Every language that an Update can be written in. */
export const LANGUAGES: Readonly<Record<UpdateLanguage, Language>> = { en: ENGLISH, es: SPANISH };

/** What no text in a language may say. */
export const FORBIDDEN: Readonly<Record<UpdateLanguage, readonly Forbidden[]>> = {
  en: ENGLISH_FORBIDDEN,
  es: SPANISH_FORBIDDEN,
};
