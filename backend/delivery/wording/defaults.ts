import type { Channel, ClientLanguage } from '#shared/contracts/contact.ts';
import type { WordedPurpose } from '#shared/contracts/wording.ts';

/** The words of one message. */
export interface MessageText {
  /** Null for a text message. */
  readonly subject: string | null;
  readonly body: string;
}

/**
 * What a client reads where the practice chose no words of its own. Whoever sees the screen over a
 * shoulder learns that somebody has a form to fill in, and nothing else (45 CFR 164.522(b),
 * 164.530(c)).
 */
export const CLIENT_TEXTS: Readonly<
  Record<WordedPurpose, Record<ClientLanguage, Record<Channel, MessageText>>>
> = {
  checkIn: {
    english: {
      email: {
        subject: 'A short form for you',
        body: `Hello,

there is a short form for you. It takes a few minutes, and you can stop and go on later:

{link}

The link is only for you: please don’t pass it on. Nobody reads answers to this e-mail.`,
      },
      text: {
        subject: null,
        body: 'There is a short form for you: {link} The link is only for you.',
      },
    },
    spanish: {
      email: {
        subject: 'Un formulario breve para usted',
        body: `Hola:

Tiene un formulario breve. Toma unos minutos, y puede parar y seguir después:

{link}

El enlace es solo para usted: por favor, no lo comparta. Nadie lee las respuestas a este correo.`,
      },
      text: {
        subject: null,
        body: 'Tiene un formulario breve: {link} El enlace es solo para usted.',
      },
    },
  },
  reminder: {
    english: {
      email: {
        subject: 'Your short form is still open',
        body: `Hello,

your short form is still open. If you would like to fill it in, here it is:

{link}

The link is only for you: please don’t pass it on. Nobody reads answers to this e-mail.`,
      },
      text: {
        subject: null,
        body: 'Your short form is still open: {link} The link is only for you.',
      },
    },
    spanish: {
      email: {
        subject: 'Su formulario breve sigue abierto',
        body: `Hola:

Su formulario breve sigue abierto. Si desea completarlo, aquí está:

{link}

El enlace es solo para usted: por favor, no lo comparta. Nadie lee las respuestas a este correo.`,
      },
      text: {
        subject: null,
        body: 'Su formulario breve sigue abierto: {link} El enlace es solo para usted.',
      },
    },
  },
};

/**
 * What people of the practice read. It names nobody and says nothing of what waits, so that a locked
 * phone on a table tells nothing. The same for every rule and every client.
 */
export const STAFF_TEXTS: Readonly<Record<'alert' | 'answer', Record<Channel, MessageText>>> = {
  alert: {
    email: {
      subject: 'Something waits for you in Throughline',
      body: `Something waits for you in Throughline, and nobody has opened it yet. Please look as soon as you can:

{link}`,
    },
    text: {
      subject: null,
      body: 'Something waits for you in Throughline, and nobody has opened it yet: {link}',
    },
  },
  answer: {
    email: {
      subject: 'Something new for you in Throughline',
      body: `There is something new for you in Throughline. Please look when you can, today if possible:

{link}`,
    },
    text: { subject: null, body: 'There is something new for you in Throughline: {link}' },
  },
};
