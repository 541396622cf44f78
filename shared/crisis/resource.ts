/** A place to turn to at once, with how to reach it. */
export interface CrisisResource {
  /** Stable key. */
  readonly id: string;
  readonly name: string;
  /** What to do, as the client reads it. */
  readonly how: string;
  /** Number for a `tel:` link; null when it can't be called. */
  readonly call: string | null;
  /** Number, and the word to send when one is needed, for an `sms:` link; null when neither. */
  readonly text: { readonly number: string; readonly body: string | null } | null;
  /** Address of a page; null where a number says more. */
  readonly site: string | null;
  /** Where the facts come from; seen in public descriptions of the services. */
  readonly source: string;
}

/** Crisis resources of one country, with the words around them (reading grade 6). */
export interface CrisisText {
  readonly heading: string;
  readonly opening: string;
  /** Heading where nobody has asked for help. */
  readonly ifNeeded: string;
  readonly resources: readonly CrisisResource[];
  /** Said every time: nobody may believe that somebody is watching. */
  readonly notWatched: string;
  /** Said outside the hours in which the practice looks, where it has written nothing of its own. */
  readonly closed: string;
  /** The resources never stand in the way of finishing. */
  readonly goOn: string;
  /** Words of the links. */
  readonly call: string;
  readonly text: string;
  readonly open: string;
}
