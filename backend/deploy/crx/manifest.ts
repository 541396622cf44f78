import * as z from 'zod/mini';

/** A version as browsers compare it: up to four numbers with dots between them. */
export const ExtensionVersion = z
  .string()
  .check(z.regex(/^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){0,3}$/));

const Names = z.optional(z.array(z.string()));

/** What a release is told by: the members of a manifest that are looked at. */
export const Manifest = z.looseObject({
  manifest_version: z.literal(3),
  version: ExtensionVersion,
  minimum_chrome_version: z.string().check(z.regex(/^\d+(\.\d+){0,3}$/)),
  permissions: Names,
  optional_permissions: Names,
  host_permissions: Names,
  optional_host_permissions: Names,
  content_scripts: z.optional(z.array(z.looseObject({ matches: z.array(z.string()) }))),
  storage: z.optional(z.looseObject({ managed_schema: z.optional(z.string()) })),
});
export type Manifest = z.infer<typeof Manifest>;

/** The manifest in a text; null when it is not one of ours. */
export function manifestIn(text: string): Manifest | null {
  try {
    return Manifest.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Negative when the first version is the lower one, as browsers compare: number by number. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [one, other].map((version) => version.split('.').map(Number));
  for (let place = 0; place < 4; place += 1) {
    const difference = (first?.[place] ?? 0) - (second?.[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
