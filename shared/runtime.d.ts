/**
 * What every runtime of Throughline has and ECMAScript does not name: here, and not by the types of a
 * browser or of Node, so that nothing in `shared/` can use more of either.
 */

/** An address by the URL Standard (https://url.spec.whatwg.org). */
declare class URL {
  /** Null for what is no address. */
  static parse(address: string): URL | null;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly origin: string;
}
