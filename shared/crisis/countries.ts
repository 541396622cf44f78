import type { ClientLanguage } from '../contracts/contact.ts';
import type { CrisisResource } from './resource.ts';

type InEach<Words> = Readonly<Record<ClientLanguage, Words>>;

/** A resource with its words in every language of the client's page. */
export type CrisisEntry = Omit<CrisisResource, 'name' | 'how' | 'text'> & {
  readonly name: InEach<string>;
  readonly how: InEach<string>;
  readonly text: { readonly number: string; readonly body: InEach<string | null> | null } | null;
};

const EMERGENCY: InEach<string> = { english: 'Emergency services', spanish: 'Emergencias' };

/** The emergency number of a country. */
function emergency(id: string, call: string, source: string): CrisisEntry {
  return {
    id,
    name: EMERGENCY,
    how: {
      english: `Call ${call} if you are in danger right now.`,
      spanish: `Llame al ${call} si está en peligro ahora mismo.`,
    },
    call,
    text: null,
    site: null,
    source,
  };
}

/** A name that is the same in every language. */
function called(name: string): InEach<string> {
  return { english: name, spanish: name };
}

const SAMARITANS: CrisisEntry = {
  id: 'samaritans',
  name: called('Samaritans'),
  how: {
    english: 'Call 116 123. It is free and open day and night.',
    spanish: 'Llame al 116 123. Es gratis y atiende día y noche, en inglés.',
  },
  call: '116123',
  text: null,
  site: null,
  source: 'samaritans.org: free from any phone in the UK and Ireland, 24 hours a day',
};

/** What holds in every country that is not listed: no number is guessed. */
export const ELSEWHERE: readonly CrisisEntry[] = [
  {
    id: 'emergencyAnywhere',
    name: EMERGENCY,
    how: {
      english: 'Call the emergency number of your country if you are in danger right now.',
      spanish: 'Llame al número de emergencias de su país si está en peligro ahora mismo.',
    },
    call: null,
    text: null,
    site: null,
    source: 'no number is named where none is in the data',
  },
  {
    id: 'findAHelpline',
    name: called('Find A Helpline'),
    how: {
      english: 'Lists free help lines in many countries, by call, text or chat.',
      spanish: 'Muestra líneas de ayuda gratuitas en muchos países, por llamada, mensaje o chat.',
    },
    call: null,
    text: null,
    site: 'https://findahelpline.com/',
    source: 'findahelpline.com, directory of helplines by country',
  },
];

/** Crisis resources by country, ISO 3166-1 alpha-2, the one to turn to first at the top. */
export const COUNTRIES: Readonly<Record<string, readonly CrisisEntry[]>> = {
  US: [
    {
      id: 'lifeline988',
      name: called('988 Suicide & Crisis Lifeline'),
      how: {
        english: 'Call or text 988. It is free and open day and night.',
        spanish: 'Llame al 988 y oprima 2, o mande AYUDA al 988. Es gratis y atiende día y noche.',
      },
      call: '988',
      text: { number: '988', body: { english: null, spanish: 'AYUDA' } },
      site: null,
      source: '988lifeline.org, US Substance Abuse and Mental Health Services Administration',
    },
    emergency('emergency911', '911', '911.gov, US National 911 Program'),
    {
      id: 'crisisTextLine',
      name: called('Crisis Text Line'),
      how: {
        english: 'Text HOME to 741741. It is free and open day and night.',
        spanish: 'Mande HOLA al 741741. Es gratis y atiende día y noche.',
      },
      call: null,
      text: { number: '741741', body: { english: 'HOME', spanish: 'HOLA' } },
      site: null,
      source: 'crisistextline.org',
    },
  ],
  CA: [
    {
      id: 'canada988',
      name: called('9-8-8 Suicide Crisis Helpline'),
      how: {
        english: 'Call or text 988. It is free and open day and night.',
        spanish: 'Llame o mande un mensaje al 988, en inglés o francés. Es gratis, día y noche.',
      },
      call: '988',
      text: { number: '988', body: null },
      site: null,
      source: '988.ca, Public Health Agency of Canada: call or text, since 30 November 2023',
    },
    emergency('emergency911', '911', 'emergency number of Canada'),
  ],
  GB: [SAMARITANS, emergency('emergency999', '999', 'emergency number of the United Kingdom')],
  IE: [SAMARITANS, emergency('emergency112', '112', 'emergency number of Ireland and the EU')],
  AU: [
    {
      id: 'lifelineAustralia',
      name: called('Lifeline'),
      how: {
        english: 'Call 13 11 14, or text 0477 13 11 14, day or night.',
        spanish: 'Llame al 13 11 14 o mande un mensaje al 0477 13 11 14, día o noche, en inglés.',
      },
      call: '131114',
      text: { number: '0477131114', body: null },
      site: null,
      source: 'lifeline.org.au: call and text, 24 hours a day',
    },
    emergency('emergency000', '000', 'emergency number of Australia'),
  ],
};
