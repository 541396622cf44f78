import type { UpdateLanguage } from '#shared/contracts/update.ts';
import { type Part, usePart } from '../../on-demand/part.ts';
import { loadSpanish } from './loaded.ts';

/** How far the language of a text is there: English always is, Spanish once it is asked for. */
export function useLanguage(language: UpdateLanguage | null): Part<void>['is'] {
  const spanish = usePart(language === 'es', loadSpanish);
  return language === 'es' ? spanish.is : 'loaded';
}
