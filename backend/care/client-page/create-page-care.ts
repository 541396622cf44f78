import type { CareDeps } from '../deps.ts';
import { door, enter } from './door.ts';
import { act, ownPage } from './own-page.ts';
import type { BirthDateTries, PageCare } from './page-care.ts';

/** Everything around the questions that a client can do with a link. */
export function createPageCare(deps: CareDeps, tries: BirthDateTries): PageCare {
  return {
    door: door(deps),
    enter: enter(deps, tries),
    ownPage: ownPage(deps),
    act: act(deps),
  };
}
