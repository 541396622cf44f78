import * as z from 'zod/mini';
import { Instant } from '#shared/contracts/calendar.ts';
import { MANAGED_SETTINGS } from '#shared/contracts/managed-settings.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { EXTENSION_ID } from '../crx/extension-id.ts';
import { ExtensionVersion } from '../crx/manifest.ts';

/** The streams of releases that a browser can be set to follow. */
export const Channel = MANAGED_SETTINGS.updateChannel;
export type Channel = z.infer<typeof Channel>;

/** What is known of one packed version. */
export const Release = z.object({
  version: ExtensionVersion,
  /** Lower-case hexadecimal SHA-256 of the CRX. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  minimumChromeVersion: z.string(),
  permissions: z.array(z.string()),
  hosts: z.array(z.string()),
  /**
   * Who agreed to what it asks for beyond the release before; empty when it asks for nothing more, and
   * of one that takes a release back: what its code asks for was agreed to before.
   */
  approvedBy: z.array(z.string()),
  /** The version whose code this is, for one that takes a release back; null otherwise. */
  codeOf: z.nullable(ExtensionVersion),
  releasedAt: Instant,
});
export type Release = z.infer<typeof Release>;

/** One step of a rollout: which share of the browsers is offered a version. */
const Step = z.object({
  version: ExtensionVersion,
  /** Percent of the browsers, 0 to 100. */
  percentage: z.int().check(z.minimum(0), z.maximum(100)),
});

/** What a channel's browsers are offered. */
export const ChannelState = z.object({
  /** The only version that is offered, whatever the steps say; null for none. */
  pin: z.nullable(ExtensionVersion),
  /** Highest version first. A browser is offered the first that its share includes. */
  steps: z.array(Step),
});
export type ChannelState = z.infer<typeof ChannelState>;

/** `releases.json`: everything that was packed with one key, and what is offered of it. */
export const ReleaseBook = z.object({
  extensionId: z.string().check(z.regex(EXTENSION_ID)),
  releases: z.array(Release),
  channels: z.object({ stable: ChannelState, early: ChannelState }),
});
export type ReleaseBook = z.infer<typeof ReleaseBook>;

/** Why `releases.json` is not believed. */
export type BookRefusal = 'notJson' | 'notABook' | 'versionUnknown';

/** A book with nothing in it yet. */
export function emptyBook(extensionId: string): ReleaseBook {
  const nothing = { pin: null, steps: [] };
  return { extensionId, releases: [], channels: { stable: nothing, early: nothing } };
}

/** The book in a text. A channel that offers a version which was never packed is refused. */
export function bookIn(text: string): Result<ReleaseBook, BookRefusal> {
  const parsed = ReleaseBook.safeParse(parsedJson(text));
  if (!parsed.success) return refuse(parsedJson(text) === undefined ? 'notJson' : 'notABook');
  const known = new Set(parsed.data.releases.map(({ version }) => version));
  const offered = Object.values(parsed.data.channels).flatMap(({ pin, steps }) => [
    ...(pin === null ? [] : [pin]),
    ...steps.map(({ version }) => version),
  ]);
  return offered.every((version) => known.has(version))
    ? ok(parsed.data)
    : refuse('versionUnknown');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
