import { DEFAULT_LADDER } from '../alerts/escalation.ts';
import type { ClientLanguage } from '../contracts/contact.ts';
import type { CrisisText } from './resource.ts';

/** The words around the resources, whatever the country. */
export const CRISIS_WORDS: Readonly<Record<ClientLanguage, Omit<CrisisText, 'resources'>>> = {
  english: {
    heading: 'Help is here right now',
    opening:
      'Thank you for telling us. If you might hurt yourself, or you do not feel safe, reach out now. You do not have to be alone with this.',
    ifNeeded: 'If you need help right now',
    notWatched:
      'Your answers are not watched around the clock. Your therapist may not see them today.',
    closed: DEFAULT_LADDER.outOfHours.words,
    goOn: 'You can go on with the questions whenever you want.',
    call: 'Call',
    text: 'Text',
    open: 'Open',
  },
  spanish: {
    heading: 'Aquí hay ayuda ahora mismo',
    opening:
      'Gracias por decirlo. Si podría hacerse daño, o si no se siente a salvo, pida ayuda ahora. No tiene que pasar por esto a solas.',
    ifNeeded: 'Si necesita ayuda ahora mismo',
    notWatched: 'Nadie vigila sus respuestas las 24 horas. Puede que su terapeuta no las vea hoy.',
    closed: 'El consultorio está cerrado ahora. Nadie lee respuestas a esta hora.',
    goOn: 'Puede seguir con las preguntas cuando quiera.',
    call: 'Llamar al',
    text: 'Mensaje al',
    open: 'Abrir',
  },
};
