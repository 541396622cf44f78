import type { Closed } from '#backend/care/client-page/page-care.ts';
import { type CalendarDate, dateInWords } from '#shared/contracts/calendar.ts';
import type { ClientLanguage } from '#shared/contracts/contact.ts';
import { COUNTRIES } from '#shared/crisis/countries.ts';
import { crisisText } from '#shared/crisis/crisis-text.ts';
import type { CrisisResource, CrisisText } from '#shared/crisis/resource.ts';
import type { Words } from './words/english.ts';
import { LANGUAGE_TAGS, WORDS } from './words/words.ts';

/** Whom a page speaks to. */
export interface Reader {
  readonly language: ClientLanguage;
  readonly say: Words;
  /** Where this person turns to in danger. */
  readonly crisis: CrisisText;
  /** Where the country is a guess: its name, and what holds if it is wrong; null otherwise. */
  readonly guess: {
    readonly country: string;
    readonly elsewhere: readonly CrisisResource[];
  } | null;
  /** What is said beside the help while the practice is closed; null while it is open. */
  readonly closed: string | null;
  /** True at the practice, on a device that is handed back. */
  readonly kiosk: boolean;
  /** Where "Leave this page" leads. */
  readonly wayOut: string;
}

/** A page that anybody might have open: whoever leaves comes to it. */
export const NEUTRAL_SITE = 'https://www.weather.gov/';

/** Country whose crisis resources are shown where nobody has set one. */
const USUAL_COUNTRY = 'US';

/** No country (ISO 3166-1 leaves it to its users): of it, what holds everywhere. */
export const ANYWHERE = 'XX';

/** How to speak to somebody. */
export function readerOf({
  language = 'english',
  country = USUAL_COUNTRY,
  kiosk = false,
  closed = null,
  wayOut = NEUTRAL_SITE,
}: {
  readonly language?: ClientLanguage;
  readonly country?: string;
  readonly kiosk?: boolean;
  readonly closed?: Closed | null;
  readonly wayOut?: string;
} = {}): Reader {
  const crisis = crisisText(country, language);
  const closedWords = closed === null ? null : (closed.words ?? crisis.closed);
  const say = WORDS[language];
  return { language, say, crisis, guess: null, closed: closedWords, kiosk, wayOut };
}

/**
 * How to speak to somebody of whom only the browser is known. `region` is the one that its languages
 * name, ISO 3166-1 alpha-2; null where they name none. Its help is shown as a guess: no number may be
 * read as one that works everywhere.
 */
export function strangerOf(
  language: ClientLanguage,
  region: string | null,
  wayOut = NEUTRAL_SITE,
): Reader {
  const country = region ?? USUAL_COUNTRY;
  const reader = readerOf({ language, country, wayOut });
  if (!Object.hasOwn(COUNTRIES, country)) return reader;
  const names = new Intl.DisplayNames(LANGUAGE_TAGS[language], { type: 'region' });
  const { resources: elsewhere } = crisisText(ANYWHERE, language);
  return { ...reader, guess: { country: names.of(country) ?? country, elsewhere } };
}

/** A date as the reader writes it: `19 Nov 2026`, `19 de noviembre de 2026`. */
export function dayFor(
  { language, say }: Reader,
  date: CalendarDate,
  options: { readonly year: boolean },
): string {
  if (language === 'english') return dateInWords(date, options);
  const [year, month, day] = date.split('-').map(Number);
  const words = `${day} de ${say.months[(month ?? 1) - 1]}`;
  return options.year ? `${words} de ${year}` : words;
}
