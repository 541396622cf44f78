/** How a campaign is played: the same of both gives the same, apart from what is measured. */
export interface Play {
  /** What everything random in it begins with, from 0 to below 2^31. */
  readonly seed: number;
  /** How much is tried; what that counts is the campaign's own. */
  readonly count: number;
}

/** What a campaign came to; counts of its own stand beside these. */
export interface Outcome {
  /** How many of what it tries were tried. */
  readonly tried: number;
  /** Nothing happened that must never happen, and what was tried proves something. */
  readonly ok: boolean;
  /** Share of refusals where nothing was to be refused, from 0 to 1. */
  readonly ratio?: number;
  /** What depends on the machine and the moment: information, and no part of the verdict. */
  readonly measured?: Readonly<Record<string, unknown>>;
}

/** One line of what `npm run faults` prints; every campaign's has this shape. */
export type Report = Outcome & {
  readonly campaign: string;
  readonly seed: number;
  /** Information, as what was `measured`. */
  readonly durationMs: number;
};

/** A campaign that can be asked for by its name. */
export interface Campaign {
  /** How much is tried when nobody says how much. */
  readonly count: number;
  readonly play: (how: Play) => Outcome | Promise<Outcome>;
}

/** Share of clean pages on which refusing is tolerable. */
export const MOST_REFUSALS = 0.01;

/** Plays a campaign and writes its line. */
export async function reportOf(name: string, { play }: Campaign, how: Play): Promise<Report> {
  const start = performance.now();
  const outcome = await play(how);
  const durationMs = Math.round(performance.now() - start);
  return { campaign: name, seed: how.seed, ...outcome, durationMs };
}
