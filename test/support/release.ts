import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ReleaseOutcome, release } from '#backend/deploy/release/release.ts';
import { type SigningKey, signingKeyAt } from '#backend/deploy/release/signing-key.ts';
import { Instant } from '#shared/contracts/calendar.ts';

/** When everything in these folders was released. */
export const RELEASED_AT = Instant.parse('2026-11-20T12:00:00.000Z');

/** A manifest as small as a release may have it, with what a test says otherwise. */
export function smallManifest(part: Readonly<Record<string, unknown>> = {}): object {
  return {
    manifest_version: 3,
    name: 'An invented extension',
    version: '1.0.0',
    minimum_chrome_version: '120',
    permissions: ['storage'],
    host_permissions: ['https://ehr.example/*'],
    storage: { managed_schema: 'managed_schema.json' },
    ...part,
  };
}

/** Writes a build of two files into a folder. */
export function writeBuild(
  folder: string,
  manifest: object = smallManifest(),
  schema: unknown = { type: 'object', properties: { backendAddress: { type: 'string' } } },
): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'managed_schema.json'), JSON.stringify(schema));
  return folder;
}

/** Makes a key that is quickly made, and too short for a real release. */
export function testKey(path: string): SigningKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const key = signingKeyAt(path, { makeNew: false });
  if (!key.ok) throw new Error(key.refusal.reason);
  return key.value;
}

/** Packs a build into a release folder. */
export function packInto(
  folder: string,
  parts: { readonly build: string; readonly key: string; readonly approvedBy?: string[] },
): Promise<ReleaseOutcome> {
  const { build, key, approvedBy = [] } = parts;
  const around = { folder, build, now: RELEASED_AT };
  return release({ what: 'pack', key, build, 'approved-by': approvedBy }, around);
}

/** A release folder in which version 1.0.0 is offered to everybody. */
export async function aReleaseFolder(root: string): Promise<{ folder: string; key: SigningKey }> {
  const folder = join(root, 'releases');
  const key = testKey(join(root, 'key.pem'));
  const build = writeBuild(join(root, 'build'));
  const packed = await packInto(folder, { build, key: key.path });
  if (!packed.ok) throw new Error(packed.refusal.reason);
  const around = { folder, build, now: RELEASED_AT };
  await release({ what: 'offer', version: '1.0.0', percentage: 100 }, around);
  return { folder, key };
}
