/** A place to turn to at once, with how to reach it. */
export interface CrisisResource {
  /** Stable key. */
  readonly id: 'lifeline988' | 'emergency911' | 'crisisTextLine';
  readonly name: string;
  /** What to do, as the client reads it. */
  readonly how: string;
  /** Number for a `tel:` link; null when it can't be called. */
  readonly call: string | null;
  /** Number, and the word to send when one is needed, for an `sms:` link; null when neither. */
  readonly text: { readonly number: string; readonly body: string | null } | null;
  /** Where the facts come from; seen in public descriptions of the services. */
  readonly source: string;
}

/** Crisis resources of one country, with the words around them (reading grade 6). */
export interface CrisisText {
  readonly country: 'US';
  readonly heading: string;
  readonly opening: string;
  readonly resources: readonly CrisisResource[];
  /** Said every time: nobody may believe that somebody is watching. */
  readonly notWatched: string;
  /** The resources never stand in the way of finishing. */
  readonly goOn: string;
}

/**
 * Shown on the client's page at the moment of a positive risk answer, and reachable from every
 * step. Carried with the page, so that it needs no network.
 */
export const US_CRISIS_TEXT: CrisisText = {
  country: 'US',
  heading: 'Help is here right now',
  opening:
    'Thank you for telling us. If you might hurt yourself, or you do not feel safe, reach out now. You do not have to be alone with this.',
  resources: [
    {
      id: 'lifeline988',
      name: '988 Suicide & Crisis Lifeline',
      how: 'Call or text 988. It is free and open day and night.',
      call: '988',
      text: { number: '988', body: null },
      source: '988lifeline.org, US Substance Abuse and Mental Health Services Administration',
    },
    {
      id: 'emergency911',
      name: 'Emergency services',
      how: 'Call 911 if you are in danger right now.',
      call: '911',
      text: null,
      source: '911.gov, US National 911 Program',
    },
    {
      id: 'crisisTextLine',
      name: 'Crisis Text Line',
      how: 'Text HOME to 741741. It is free and open day and night.',
      call: null,
      text: { number: '741741', body: 'HOME' },
      source: 'crisistextline.org',
    },
  ],
  notWatched:
    'Your answers are not watched around the clock. Your therapist may not see them today.',
  goOn: 'You can go on with the questions whenever you want.',
};
