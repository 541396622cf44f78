import { randomBytes } from 'node:crypto';

/** A nonce for one page view. */
export function pageNonce(): string {
  return randomBytes(16).toString('base64');
}

/** The path that browsers post policy violations to. */
export const REPORT_PATH = '/stand-in/csp-report';

/**
 * The Content-Security-Policy of a page. The EHRs' own policies are not public, so this is the
 * strict end: own scripts and styles only, no framing, no plugins. With `trustedTypes`, strings no
 * longer reach HTML sinks unless a named policy made them; the editor library's own is named.
 */
export function contentSecurityPolicy(nonce: string, trustedTypes: boolean): string {
  const rules = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    `report-uri ${REPORT_PATH}`,
  ];
  if (trustedTypes) {
    rules.push("require-trusted-types-for 'script'", 'trusted-types ProseMirrorClipboard stand-in');
  }
  return rules.join('; ');
}
