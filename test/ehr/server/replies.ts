import type { PageReply } from './secure-server.ts';

/** A page with a policy. */
export function pageReply(html: string, policy: string, status = 200): PageReply {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    body: html,
  };
}

/** Data for the page's own program. */
export function jsonReply(data: unknown, status = 200): PageReply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(data),
  };
}

/** A script or style sheet. */
export function assetReply(body: string, type: 'text/javascript' | 'text/css'): PageReply {
  return { status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body };
}

/** A redirect that the browser follows with GET. */
export function redirectReply(location: string): PageReply {
  return { status: 302, headers: { location } };
}

/** Done, nothing to say. */
export const EMPTY_REPLY: PageReply = { status: 204 };
