import type { Manifest } from './manifest.ts';

/** Everything that an extension may do and where, as its manifest asks for it. Sorted, each once. */
export interface Powers {
  readonly permissions: readonly string[];
  /** Match patterns: of permissions, optional permissions and content scripts. */
  readonly hosts: readonly string[];
}

/** What a manifest asks for. An optional permission counts: a policy may grant it unasked. */
export function powersOf(manifest: Manifest): Powers {
  return {
    permissions: sorted([
      ...(manifest.permissions ?? []),
      ...(manifest.optional_permissions ?? []),
    ]),
    hosts: sorted([
      ...(manifest.host_permissions ?? []),
      ...(manifest.optional_host_permissions ?? []),
      ...(manifest.content_scripts ?? []).flatMap(({ matches }) => matches),
    ]),
  };
}

/** What the later one asks for and the earlier one did not. Empty when it asks for nothing more. */
export function addedPowers(before: Powers, after: Powers): readonly string[] {
  const had = new Set([...before.permissions, ...before.hosts]);
  return [...after.permissions, ...after.hosts].filter((power) => !had.has(power));
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted();
}
