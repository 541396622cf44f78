import type { Ways } from '#backend/delivery/ways.ts';
import type { CareDeps } from '../deps.ts';

/** What sending needs besides the store. */
export interface DeliverDeps extends CareDeps {
  readonly ways: Ways;
  /** Where links lead. */
  readonly publicUrl: URL;
}
