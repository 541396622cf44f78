import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { DatabaseConfig } from './database/database.ts';
import { type DeliveryConfig, deliveryIn, isLoopback } from './delivery/settings.ts';
import type { ExtensionOrigins } from './http/origin.ts';
import { type TrustedProxies, trustedProxiesIn } from './http/source.ts';
import { SHORTEST_SECRET } from './secret-file.ts';

/** Everything that can be set from outside. */
export interface BackendConfig {
  /** Address to listen on; loopback unless a proxy sits in front. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where people reach the backend; null for the address it listens on. */
  readonly publicUrl: URL | null;
  readonly database: DatabaseConfig;
  /** The secret itself, or the file that holds it and is made when it isn't there. */
  readonly secret: { readonly value: string } | { readonly file: string };
  /** Secrets that were used before: what browsers sealed in their time is still taken. */
  readonly formerSecrets: readonly string[];
  readonly extensionOrigins: ExtensionOrigins;
  /** Proxies whose word on where a request comes from is taken; null for none. */
  readonly trustedProxies: TrustedProxies | null;
  readonly logLevel: string;
  /** Folder of the packed extension's releases; it need not be there. */
  readonly releases: string;
  /** How mails and texts are sent; null of each where nothing is. */
  readonly delivery: DeliveryConfig;
}

/** The port where nothing else is set. */
export const DEFAULT_PORT = 7317;

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

/**
 * The configuration in a set of environment variables. Refused with one sentence for every setting
 * that can't be used; a setting that is there is never passed over in silence.
 */
export function configFrom(
  env: Readonly<Record<string, string | undefined>>,
): Result<BackendConfig, readonly string[]> {
  const problems: string[] = [];
  const data = resolve(env['THROUGHLINE_DATA'] ?? './.data');
  const publicUrl = publicUrlIn(env['THROUGHLINE_PUBLIC_URL'], problems);
  const config = {
    host: hostIn(env['THROUGHLINE_HOST'], publicUrl, problems),
    port: portIn(env['THROUGHLINE_PORT'], problems),
    publicUrl,
    database: databaseIn(env, join(data, 'database'), problems),
    secret: secretIn(env['THROUGHLINE_SECRET'], join(data, 'session-secret'), problems),
    formerSecrets: formerSecretsIn(env['THROUGHLINE_FORMER_SECRETS'], problems),
    extensionOrigins: originsIn(env['THROUGHLINE_EXTENSION_ORIGINS'], problems),
    trustedProxies: proxiesIn(env['THROUGHLINE_TRUSTED_PROXIES'], problems),
    logLevel: logLevelIn(env['THROUGHLINE_LOG'], problems),
    releases: resolve(env['THROUGHLINE_RELEASES'] ?? join(data, 'releases')),
    delivery: deliveryIn(env, problems),
  };
  return problems.length === 0 ? ok(config) : refuse(problems);
}

function portIn(text: string | undefined, problems: string[]): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  problems.push('THROUGHLINE_PORT must be a number from 0 to 65535.');
  return DEFAULT_PORT;
}

function publicUrlIn(text: string | undefined, problems: string[]): URL | null {
  if (text === undefined) return null;
  const url = URL.parse(text);
  const usable = url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!usable) {
    problems.push('THROUGHLINE_PUBLIC_URL must be an origin such as https://throughline.example.');
    return null;
  }
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    problems.push('THROUGHLINE_PUBLIC_URL must begin with https: unless it names this machine.');
  }
  return url;
}

/** Beyond this machine only a proxy with TLS may be the address that people use. */
function hostIn(text: string | undefined, publicUrl: URL | null, problems: string[]): string {
  const host = text ?? '127.0.0.1';
  if (publicUrl === null && !isLoopback(host)) {
    problems.push(
      'THROUGHLINE_HOST reaches beyond this machine: put TLS in front and set THROUGHLINE_PUBLIC_URL.',
    );
  }
  return host;
}

function databaseIn(
  env: Readonly<Record<string, string | undefined>>,
  directory: string,
  problems: string[],
): DatabaseConfig {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATABASE_LISTEN_URL: listenUrl } = env;
  if (url !== undefined && ownerUrl !== undefined) {
    for (const [name, value] of Object.entries({
      DATABASE_URL: url,
      DATABASE_OWNER_URL: ownerUrl,
      DATABASE_LISTEN_URL: listenUrl,
    })) {
      if (value !== undefined && !isPrivate(value)) {
        problems.push(`${name} leads to another machine: end it with ?sslmode=verify-full.`);
      }
    }
    return { kind: 'server', url, ownerUrl, ...(listenUrl === undefined ? {} : { listenUrl }) };
  }
  if (url !== undefined || ownerUrl !== undefined || listenUrl !== undefined) {
    problems.push('Set both DATABASE_URL and DATABASE_OWNER_URL, or neither.');
  }
  return { kind: 'embedded', directory };
}

function secretIn(
  value: string | undefined,
  file: string,
  problems: string[],
): BackendConfig['secret'] {
  if (value === undefined) return { file };
  if (value.length < SHORTEST_SECRET) {
    problems.push(`THROUGHLINE_SECRET must have at least ${SHORTEST_SECRET} characters.`);
  }
  return { value };
}

function formerSecretsIn(text: string | undefined, problems: string[]): readonly string[] {
  const secrets = text === undefined ? [] : text.split(',').map((secret) => secret.trim());
  if (secrets.some(({ length }) => length < SHORTEST_SECRET)) {
    problems.push(
      `THROUGHLINE_FORMER_SECRETS must list secrets of at least ${SHORTEST_SECRET} characters, with commas between them.`,
    );
  }
  return secrets;
}

function originsIn(text: string | undefined, problems: string[]): ExtensionOrigins {
  if (text === undefined) return 'anyExtension';
  const origins = text.split(',').map((origin) => origin.trim());
  if (origins.every((origin) => /^(chrome|moz)-extension:\/\/[0-9a-z-]+$/.test(origin))) {
    return origins;
  }
  problems.push('THROUGHLINE_EXTENSION_ORIGINS must list origins such as chrome-extension://id.');
  return [];
}

function proxiesIn(text: string | undefined, problems: string[]): TrustedProxies | null {
  if (text === undefined) return null;
  const proxies = trustedProxiesIn(text);
  if (proxies === null) {
    problems.push(
      'THROUGHLINE_TRUSTED_PROXIES must list addresses or ranges such as 127.0.0.1, 10.0.0.0/8.',
    );
  }
  return proxies;
}

function logLevelIn(text: string | undefined, problems: string[]): string {
  if (text === undefined) return 'info';
  if (LOG_LEVELS.includes(text)) return text;
  problems.push(`THROUGHLINE_LOG must be one of ${LOG_LEVELS.join(', ')}.`);
  return 'info';
}

/**
 * Whether nobody can read along on the way to a database: it is on this machine, or the driver
 * insists on TLS. The driver itself is asked, since its reading of an address is what counts.
 */
function isPrivate(connectionString: string): boolean {
  try {
    const { host, ssl } = new Client({ connectionString });
    return ssl || host.startsWith('/') || isLoopback(host);
  } catch {
    return false;
  }
}
