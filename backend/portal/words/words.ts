import type { ClientLanguage } from '#shared/contracts/contact.ts';
import { ENGLISH, type Words } from './english.ts';
import { SPANISH } from './spanish.ts';

/** What the client's page says, by language. */
export const WORDS: Readonly<Record<ClientLanguage, Words>> = {
  english: ENGLISH,
  spanish: SPANISH,
};

/** A language as HTML and HTTP name it (BCP 47). */
export const LANGUAGE_TAGS: Readonly<Record<ClientLanguage, string>> = {
  english: 'en',
  spanish: 'es',
};
