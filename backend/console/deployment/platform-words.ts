import type { Platform } from '#backend/deploy/policy/platforms.ts';

/** A platform as admins know it, and what they do with its files. */
export interface PlatformWords {
  readonly title: string;
  readonly use: string;
}

/** In the words of the guide's table of platforms. */
export const PLATFORM_WORDS: Readonly<Record<Platform, PlatformWords>> = {
  linux: {
    title: 'Linux: Chrome and Chromium',
    use: 'Put it into /etc/opt/chrome/policies/managed/ for Chrome, or /etc/chromium/policies/managed/ for Chromium.',
  },
  'windows-reg': {
    title: 'Windows, one machine: Chrome',
    use: 'Open it on the machine as an administrator; it must be in a domain or in browser cloud management. The file replaces an ExtensionSettings that is there: merge the two by hand.',
  },
  'windows-gpo': {
    title: 'Windows, group policy: Chrome',
    use: 'Put the .admx into the central store and the .adml into its folder en-US. Then set each policy as its help text says.',
  },
  macos: {
    title: 'macOS: Chrome',
    use: 'Roll it out with your MDM: Chrome takes an extension from your own server only on Macs that one manages.',
  },
  'google-admin': {
    title: 'Google Admin console: Chrome',
    use: 'Add the extension by the id and the address in google-admin-app.json. Then paste google-admin-settings.json as its “Policy for extensions”.',
  },
  intune: {
    title: 'Microsoft Intune: Chrome',
    use: 'Enter every entry as an OMA-URI of a custom profile, the first one first: it is the template that the others need.',
  },
  edge: {
    title: 'Microsoft Edge',
    use: 'On Linux put the .json into /etc/opt/edge/policies/managed/. On Windows open the .reg as an administrator; the machine must be joined to a domain.',
  },
  firefox: {
    title: 'Firefox',
    use: 'Put it into /etc/firefox/policies/. Firefox takes an add-on only when Mozilla has signed it: say above where it lies.',
  },
};
