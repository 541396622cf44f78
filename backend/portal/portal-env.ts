import type { Context } from 'hono';
import type { ClientLanguage } from '#shared/contracts/contact.ts';
import type { RequestEnv } from '../http/env.ts';
import { type Reader, strangerOf } from './reader.ts';

/** What the door leaves on a request for the pages behind it. */
export interface PortalEnv {
  Variables: RequestEnv['Variables'] & {
    /** Whom the page speaks to; null where the link leads nowhere. */
    reader?: Reader | null;
    /** The client lets a partner see something. */
    shares?: boolean;
  };
}

/** A request for one of the client's pages. */
export type PortalContext = Context<PortalEnv>;

/** A request below a link's address. */
export type LinkContext = Context<PortalEnv, '/m/:secret'>;

/** Whom to speak to; before a link is known, in the language and for the region of the browser. */
export function readerIn(c: PortalContext): Reader {
  const accepted = c.req.header('accept-language') ?? '';
  const reader = c.get('reader');
  // The page of a link that leads nowhere is the same for all of them, to the letter.
  const wayOut = reader === null ? undefined : wayOutOf(c.req.path);
  return reader ?? strangerOf(askedFor(accepted), regionOf(accepted), wayOut);
}

/** Where leaving ends the pass, also on a page that came before its link was known. */
function wayOutOf(path: string): string | undefined {
  const [link] = /^\/m\/[\w-]+(?=\/|$)/.exec(path) ?? [];
  return link === undefined ? undefined : `${link}/leave`;
}

/** The first region in the browser's list, `GB` of `en-GB` (RFC 5646, section 2.1); null for none. */
function regionOf(accepted: string): string | null {
  const [, region] = /(?:^|,)\s*[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(accepted) ?? [];
  return region?.toUpperCase() ?? null;
}

/** Spanish where it stands before English in the browser's list (RFC 9110, section 12.5.4). */
function askedFor(accepted: string): ClientLanguage {
  const first = accepted.split(',').find((one) => /^\s*(?:en|es)\b/i.test(one)) ?? '';
  return /^\s*es\b/i.test(first) ? 'spanish' : 'english';
}
