/** The part of the packer that is used; it has no types of its own. */
declare module 'crx3' {
  /** Packs files, one of which is `manifest.json` at their common root. */
  export default function crx3(
    files: readonly string[],
    options: {
      readonly keyPath: string;
      readonly crxPath: string;
      /** Milliseconds since 1970 that every file of the archive bears. */
      readonly forceDateTime: number;
    },
  ): Promise<{ readonly appId: string }>;
}
