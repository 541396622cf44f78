import { setCookie } from 'hono/cookie';
import type { ClientLanguage } from '#shared/contracts/contact.ts';
import { linkOf } from './link.ts';
import type { LinkContext } from './portal-env.ts';

/** Name of the cookie that keeps the language that was chosen on the page. */
export const LANGUAGE = 'language';

/** Keeps a choice of language for this link and this browser, until the browser is closed. */
export function chooseLanguage(c: LinkContext, to: ClientLanguage): void {
  setCookie(c, LANGUAGE, to, { path: linkOf(c), httpOnly: true, sameSite: 'Strict' });
}
