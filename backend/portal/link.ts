import type { LinkVisit, OpenCheckIn } from '#backend/care/client-care.ts';
import type { Markup } from '../pages/page.ts';
import { clientPage } from './frame.ts';
import { type LinkContext, readerIn } from './portal-env.ts';

/** The part of an address that tells which of what was sent together is meant. */
const PLACE = /^\/m\/[^/]+\/([1-9])(?=\/|$)/;

/** Who acts, on which of what was sent together, and the request. */
export function visitOf(c: LinkContext): LinkVisit {
  const [, place] = PLACE.exec(c.req.path) ?? [];
  const visit = { secret: c.req.param('secret'), requestId: c.get('requestId') };
  return place === undefined ? visit : { ...visit, place: Number(place) };
}

/** Address of the link, or of the one of several behind it, without a slash at the end. */
export function baseOf(c: LinkContext): string {
  const { secret, place } = visitOf(c);
  return place === undefined ? linkOf(c) : addressOf(secret, place);
}

/**
 * The same from a path alone: where a request failed, nobody knows which route it had come to. Empty
 * outside every link.
 */
export function baseIn(path: string): string {
  return /^\/m\/[^/]+(?:\/[1-9](?=\/|$))?/.exec(path)?.[0] ?? '';
}

/** Address of the link itself, which all that was sent together has in common. */
export function linkOf(c: LinkContext): string {
  return `/m/${c.req.param('secret')}`;
}

/** Address of one of what was sent together. */
export function addressOf(secret: string, place: number): string {
  return `/m/${secret}/${place}`;
}

/** A page of an open form. */
export function openPage(
  c: LinkContext,
  checkIn: OpenCheckIn,
  {
    screen,
    helpOnScreen = false,
    takesWords = false,
  }: {
    readonly screen: Markup;
    readonly helpOnScreen?: boolean;
    readonly takesWords?: boolean;
  },
): Markup {
  const at = { base: baseOf(c), path: c.req.path, takesWords };
  return clientPage({ reader: readerIn(c), screen, checkIn, helpOnScreen, at });
}
