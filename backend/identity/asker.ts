import type { Context } from 'hono';
import type { RequestEnv } from '../http/env.ts';
import type { SourceOf } from '../http/source.ts';

/** The request that asks. */
export interface Asker {
  readonly requestId: string;
  /** Where it comes from, as tries are counted; null when that can't be known. */
  readonly source: string | null;
}

/** Who asks, for limits and for the audit log. */
export function askerOf(c: Context<RequestEnv>, sourceOf: SourceOf): Asker {
  return { requestId: c.get('requestId'), source: sourceOf(c) };
}
