import { type Context, Hono } from 'hono';
import type { Logger } from 'pino';
import { AppError } from '#shared/contracts/errors.ts';
import type { RequestEnv } from '../../http/env.ts';
import type { SourceOf } from '../../http/source.ts';
import { Channel, type ReleaseBook } from './book.ts';
import { type KnownContents, readBook, readRelease } from './folder.ts';
import { offeredVersion, shareOf } from './rollout.ts';
import { updateManifest } from './update-manifest.ts';

/** What releases are served from. */
export interface ReleaseDeps {
  /** The release folder; it need not be there. */
  readonly folder: string;
  readonly publicUrl: URL;
  readonly sourceOf: SourceOf;
  readonly log: Logger;
}

/**
 * What browsers fetch of the extension: the update manifest of a channel and the packed versions.
 * Public, like anything that a browser without a session installs; holds nothing of the practice.
 */
export function releaseRoutes(deps: ReleaseDeps) {
  const routes = new Hono<RequestEnv>();
  const known: KnownContents = new Map();
  routes.get('/extension/updates/:file{[a-z]+\\.xml}', (c) => serveManifest(deps, c));
  routes.get('/extension/:file{[0-9.]+\\.crx}', (c) => serveCrx(deps, known, c));
  return routes;
}

async function serveManifest(deps: ReleaseDeps, c: Context<RequestEnv>) {
  const channel = Channel.safeParse(nameOf(c, '.xml'));
  const book = await readBook(deps.folder);
  if (!book.ok) deps.log.warn({ because: book.refusal }, 'no releases to offer');
  if (!channel.success || !book.ok) throw new AppError('notFound');
  const { extensionId, channels } = book.value;
  const version = offeredVersion(channels[channel.data], shareOf(extensionId, browserKey(deps, c)));
  const release = releaseOffer(book.value, version, deps.publicUrl);
  return c.body(updateManifest({ extensionId, release }), 200, { 'content-type': 'text/xml' });
}

function releaseOffer({ releases }: ReleaseBook, version: string | null, publicUrl: URL) {
  const release = releases.find((one) => one.version === version);
  if (release === undefined) return null;
  const codebase = new URL(`/extension/${release.version}.crx`, publicUrl).href;
  return { ...release, codebase };
}

async function serveCrx(
  { folder, log }: ReleaseDeps,
  known: KnownContents,
  c: Context<RequestEnv>,
) {
  const version = nameOf(c, '.crx');
  const release = await readRelease(folder, version, known);
  if (release.ok) {
    // A copy: the body must not be a view of memory that others share.
    return c.body(Uint8Array.from(release.value).buffer, 200, {
      'content-type': 'application/x-chrome-extension',
    });
  }
  log.error({ version, because: release.refusal }, 'a release is not handed out');
  throw new AppError('notFound');
}

/**
 * What tells a browser from others. The updater's own question is the same in every browser of one
 * make and version, so `group` of the policy's update address counts before where it comes from.
 */
function browserKey({ sourceOf }: ReleaseDeps, c: Context<RequestEnv>): string {
  const { group, os = '', arch = '', lang = '' } = c.req.query();
  return group ?? [sourceOf(c) ?? '', os, arch, lang].join('\n');
}

function nameOf(c: Context<RequestEnv>, ending: string): string {
  return c.req.param('file')?.slice(0, -ending.length) ?? '';
}
