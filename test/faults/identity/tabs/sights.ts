/** What somebody who looks at a tab could see at one moment. */
export type Sight = {
  /** Milliseconds since 1970, by the clock of the browser's machine. */
  readonly at: number;
} & (
  | {
      readonly of: 'page';
      /** The document; one that comes back has the id it had. */
      readonly document: number;
      /** Whose address it is by the EHR's records; null for several people's, or nobody's. */
      readonly owner: string | null;
      /** Who is named in the header that is drawn; empty while there is none. */
      readonly named: readonly string[];
      /** False while another tab is in front. */
      readonly visible: boolean;
    }
  | {
      readonly of: 'panel';
      readonly document: number;
      /** Whose name, or whose numbers, are in the panel. */
      readonly shows: readonly string[];
    }
);

/** Somebody was shown on another's page. */
export interface WrongSight {
  /** Who was shown, and on whose page. */
  readonly shown: string;
  readonly on: string;
  /** Against the header that is drawn, or against the address alone, which is ahead of what is drawn. */
  readonly against: 'header' | 'address';
  /** How long, in milliseconds. */
  readonly ms: number;
}

interface Scene {
  page: Extract<Sight, { of: 'page' }> | null;
  shows: readonly string[];
}

/**
 * Lays what was in the page beside what was in the panel at the same time, and says how long
 * anybody was shown who is not the one whom the header and the address are about. The sights are
 * of one tab; what is there at the end stays until `end`.
 */
export function wrongSights(sights: readonly Sight[], end: number): readonly WrongSight[] {
  const sorted = sights.toSorted((one, other) => one.at - other.at);
  const scene: Scene = { page: null, shows: [] };
  /** In which document a panel was first seen: it is gone when that one is. */
  const homes = new Map<number, number>();
  const wrong: WrongSight[] = [];
  let before: Omit<WrongSight, 'ms'> | null = null;
  for (const [place, sight] of sorted.entries()) {
    take(scene, sight, homes);
    const until = sorted[place + 1]?.at ?? end;
    const found = mismatch(scene);
    const goesOn = found !== null && isSame(before, found);
    before = found;
    if (found === null) continue;
    const ms = until - sight.at + (goesOn ? (wrong.pop()?.ms ?? 0) : 0);
    wrong.push({ ...found, ms });
  }
  return wrong;
}

function take(scene: Scene, sight: Sight, homes: Map<number, number>): void {
  if (sight.of === 'page') {
    if (scene.page !== null && scene.page.document !== sight.document) scene.shows = [];
    scene.page = sight;
    return;
  }
  const { page } = scene;
  if (page === null) return;
  const home = homes.get(sight.document) ?? page.document;
  homes.set(sight.document, home);
  if (home === page.document) scene.shows = sight.shows;
}

function mismatch({ page, shows }: Scene): Omit<WrongSight, 'ms'> | null {
  if (page === null || !page.visible) return null;
  const { owner, named } = page;
  for (const shown of shows) {
    const other = named.find((one) => one !== shown);
    if (other !== undefined) return { shown, on: other, against: 'header' };
  }
  const shown = shows.find((one) => one !== owner);
  return shown === undefined ? null : { shown, on: owner ?? 'nobody', against: 'address' };
}

function isSame(one: Omit<WrongSight, 'ms'> | null, other: Omit<WrongSight, 'ms'>): boolean {
  return one?.shown === other.shown && one.on === other.on && one.against === other.against;
}
