import { every } from 'hono/combine';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';

/** A year, as the HSTS preload list asks (hstspreload.org). */
const HSTS = 'max-age=31536000; includeSubDomains';

/**
 * The headers of every reply. Pages load nothing but our own style and script, can't be framed, and
 * send no address onwards; nothing is kept by a cache; nobody is allowed in by CORS.
 */
export function securityHeaders(publicUrl: URL) {
  return every(
    noStore,
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
      strictTransportSecurity: publicUrl.protocol === 'https:' ? HSTS : false,
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
    }),
  );
}

const noStore = createMiddleware(async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
});
