import type { PageKind } from '#shared/contracts/reading.ts';
import type { StructureCheck } from '#shared/contracts/self-check.ts';
import type { Route } from '../page-kind.ts';

/** How often an adapter expects one of its selectors to match on a page of some kind. */
export interface ExpectedMatch {
  /** The adapter's own name for it, such as `header.name`. */
  readonly name: string;
  readonly selector: string;
  readonly expected: StructureCheck['expected'];
}

/** An adapter's structural assumptions by the kind of page that they are made of. */
export type Expectations = Readonly<Partial<Record<PageKind, readonly ExpectedMatch[]>>>;

/** What the page at an address is held against when it could not be recognised. */
const PROMISED: Readonly<Record<Route, PageKind>> = {
  signIn: 'signedOut',
  calendar: 'calendar',
  clientList: 'clientList',
  client: 'client',
  note: 'note',
  other: 'other',
};

/** Holds a page against what is assumed of its kind; an unknown page against what its address promised. */
export function checkStructure(
  doc: Document,
  kind: PageKind,
  route: Route,
  expectations: Expectations,
): StructureCheck[] {
  const assumed = expectations[kind === 'unknown' ? PROMISED[route] : kind] ?? [];
  return assumed.map(({ name, selector, expected }) => {
    const found = doc.querySelectorAll(selector).length;
    return { name, found, expected, holds: HOLDS[expected](found) };
  });
}

const HOLDS: Readonly<Record<StructureCheck['expected'], (found: number) => boolean>> = {
  none: (found) => found === 0,
  one: (found) => found === 1,
  some: (found) => found > 0,
  any: () => true,
};
