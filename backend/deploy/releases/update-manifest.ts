import { escapeXml } from '../xml.ts';

/** What an update manifest says. */
export interface Offer {
  readonly extensionId: string;
  /** Null when there is nothing for this browser. */
  readonly release: {
    readonly version: string;
    /** Address of the CRX. */
    readonly codebase: string;
    readonly minimumChromeVersion: string;
  } | null;
}

/** The update manifest (protocol 2.0) that Chromium's updater reads. */
export function updateManifest({ extensionId, release }: Offer): string {
  const check =
    release === null
      ? '<updatecheck status="noupdate" />'
      : `<updatecheck codebase="${escapeXml(release.codebase)}" version="${escapeXml(release.version)}" prodversionmin="${escapeXml(release.minimumChromeVersion)}" />`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${escapeXml(extensionId)}">
    ${check}
  </app>
</gupdate>
`;
}
