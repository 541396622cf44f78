/** The token in an Authorization header (RFC 6750); null when there is none. */
export function bearerOf(authorization: string | undefined): string | null {
  const [, token] = /^Bearer ([^\s]{1,200})$/i.exec(authorization ?? '') ?? [];
  return token ?? null;
}
