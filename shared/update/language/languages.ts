import type { UpdateLanguage } from '../../contracts/update.ts';
import { ENGLISH } from './english/english.ts';
import type { Language } from './language.ts';
import { SPANISH } from './spanish/spanish.ts';

/** Every language that an Update can be written in. */
export const LANGUAGES: Readonly<Record<UpdateLanguage, Language>> = { en: ENGLISH, es: SPANISH };
