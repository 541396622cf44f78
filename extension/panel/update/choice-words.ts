import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type {
  UpdateAudience,
  UpdateLanguage,
  UpdateLength,
  UpdateRequest,
  UpdateShape,
} from '#shared/contracts/update.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';

/** Whom the text is for. */
export const READER_WORDS: Readonly<Record<UpdateAudience, string>> = {
  chart: 'Chart',
  supervisor: 'Supervisor',
  clientLetter: 'Client letter',
};

/** How much it says. */
export const LENGTH_WORDS: Readonly<Record<UpdateLength, string>> = {
  line: 'One line',
  standard: 'Standard',
  full: 'Full',
};

/** What it is written in. */
export const LANGUAGE_WORDS: Readonly<Record<UpdateLanguage, string>> = {
  en: 'English',
  es: 'Spanish',
};

/** How it is divided. */
export const SHAPE_WORDS: Readonly<Record<UpdateShape, string>> = {
  narrative: 'Narrative',
  soap: 'SOAP',
  dap: 'DAP',
  birp: 'BIRP',
};

/** The present choice in parts of one line: `Chart`, `narrative`, `standard`, `as of now`, `English`. */
export function choiceInWords(request: UpdateRequest, today: CalendarDate): string[] {
  const { audience, shape, length, sessionOn, language, assessmentLine } = request;
  return [
    READER_WORDS[audience],
    ...(audience === 'clientLetter' ? [] : [inLine(SHAPE_WORDS[shape])]),
    LENGTH_WORDS[length].toLowerCase(),
    sessionOn === null ? 'as of now' : `as of ${dateSeenFrom(sessionOn, today)}`,
    LANGUAGE_WORDS[language],
    ...(assessmentLine ? ['with 96127 line'] : []),
  ];
}

/** `narrative`, but `SOAP`. */
function inLine(word: string): string {
  return word === word.toUpperCase() ? word : word.toLowerCase();
}
