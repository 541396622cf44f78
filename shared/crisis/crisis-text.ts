import type { ClientLanguage } from '../contracts/contact.ts';
import { COUNTRIES, ELSEWHERE } from './countries.ts';
import type { CrisisText } from './resource.ts';
import { CRISIS_WORDS } from './words.ts';

/**
 * Shown on the client's page at the moment of a positive risk answer, and reachable from every
 * step. Carried with the page, so that it needs no network. `country` is ISO 3166-1 alpha-2; of one
 * that is not in the data, what holds everywhere.
 */
export function crisisText(country: string, language: ClientLanguage): CrisisText {
  const resources = (COUNTRIES[country] ?? ELSEWHERE).map(({ how, name, text, ...facts }) => ({
    ...facts,
    name: name[language],
    how: how[language],
    text: text === null ? null : { number: text.number, body: text.body?.[language] ?? null },
  }));
  return { ...CRISIS_WORDS[language], resources };
}
