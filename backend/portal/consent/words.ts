import type { ClientLanguage } from '#shared/contracts/contact.ts';

/** What the page about sharing says. Neutral, and in words of grade 6: somebody may look over a shoulder. */
const ENGLISH = {
  open: 'Share with your partner',
  heading: 'Share with your partner',
  both: 'You choose what your partner may see when you meet your therapist as two. A form is shown only if both of you say yes, and only for as long as both of you do.',
  what: 'Your partner then sees your score and the day of it. Your partner never sees your single answers or your own words.',
  free: 'You can change your mind at any time. As long as your newest link opens, do it here. After that, tell your therapist. It counts at once, and your partner is not told.',
  notFree:
    'If you do not feel free to choose, leave it off. Then talk with your therapist on your own first.',
  couple: 'About the two of you',
  others: 'About you',
  othersWhy: 'These stay private if you do not say yes.',
  off: 'You do not share this.',
  nothing: 'You share nothing with your partner now.',
  until: (day: string) => `You said yes until ${day}.`,
  share: 'Say yes for 6 months',
  stop: 'Stop sharing',
  back: 'Back to your own page',
};

/** Words of the page about sharing. */
export type SharingWords = typeof ENGLISH;

const SPANISH: SharingWords = {
  open: 'Compartir con su pareja',
  heading: 'Compartir con su pareja',
  both: 'Usted elige lo que su pareja puede ver cuando se reúnen los dos con su terapeuta. Un cuestionario se muestra solo si los dos dicen que sí, y solo mientras los dos lo digan.',
  what: 'Su pareja ve entonces su puntaje y el día. Su pareja nunca ve sus respuestas una por una ni sus propias palabras.',
  free: 'Puede cambiar de opinión en cualquier momento. Mientras abra su enlace más reciente, hágalo aquí. Después, dígaselo a su terapeuta. Vale de inmediato, y no se le avisa a su pareja.',
  notFree:
    'Si no se siente libre de elegir, no lo comparta. Hable primero a solas con su terapeuta.',
  couple: 'Sobre ustedes dos',
  others: 'Sobre usted',
  othersWhy: 'Estos quedan en privado si usted no dice que sí.',
  off: 'Usted no comparte esto.',
  nothing: 'Ahora usted no comparte nada con su pareja.',
  until: (day) => `Usted dijo que sí hasta el ${day}.`,
  share: 'Decir que sí por 6 meses',
  stop: 'Dejar de compartir',
  back: 'Volver a su propia página',
};

/** By the language that the client reads. */
export const SHARING_WORDS: Readonly<Record<ClientLanguage, SharingWords>> = {
  english: ENGLISH,
  spanish: SPANISH,
};
