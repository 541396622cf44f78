import type { Login } from './login.ts';

/** What stands behind the connections: a server of our own, or nothing. */
export interface Backing {
  /** Of the application's role; all requests are served with it. */
  readonly application: Login;
  /** Of the same role, for the one connection that listens: never by way of a pooler. */
  readonly listener: Login;
  /** May become the owner; for migrations only. */
  readonly owner: Login;
  /** A connection was lost: look after the server. */
  readonly onLost: () => void;
  /** Process id of the server, where it is ours and up. */
  readonly serverPid: () => number | null;
  /** Stops what we started. */
  readonly close: () => Promise<void>;
}
