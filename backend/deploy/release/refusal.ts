import type { ReleaseRefusal } from '../releases/folder.ts';

/** Why nothing was released. */
export type PackRefusal =
  | { readonly reason: 'noBuild' | 'keyMissing' | 'keyThere' | 'keyUnusable' | 'otherKey' }
  | { readonly reason: 'versionNotHigher'; readonly newest: string }
  | { readonly reason: 'versionUnknown'; readonly version: string }
  | { readonly reason: 'badSchema'; readonly faults: readonly string[] }
  /** It asks for more than the release before, or than the one whose code it is, and fewer than two people have said yes. */
  | { readonly reason: 'notApproved'; readonly added: readonly string[] }
  | { readonly reason: 'folder'; readonly why: ReleaseRefusal };

const WORDS: Readonly<
  Record<
    Extract<PackRefusal, { reason: 'noBuild' | `key${string}` | 'otherKey' }>['reason'],
    string
  >
> = {
  noBuild: 'There is no build of the extension there. Make one with npm run build.',
  keyMissing:
    'There is no key there. The key is the extension’s identity: name the one that earlier releases were signed with. Only for the very first release, say --new-key.',
  keyThere: 'There is a key there already; --new-key makes no second one.',
  keyUnusable: 'This file is no private key in PEM.',
  otherKey:
    'The releases in this folder were signed with another key. Browsers would take this for another extension.',
};

/** A refusal as whoever releases reads it. */
export function packRefusalText(refusal: PackRefusal): string {
  if (refusal.reason === 'versionNotHigher') {
    return `Version ${refusal.newest} is released already, and browsers never go back. Raise the version.`;
  }
  if (refusal.reason === 'versionUnknown') {
    return `Version ${refusal.version} was never released from this folder.`;
  }
  if (refusal.reason === 'badSchema') {
    return ['Browsers would not load this build.', ...refusal.faults].join(' ');
  }
  if (refusal.reason === 'notApproved') {
    return `This build asks for more than the release before: ${refusal.added.join(', ')}. It reaches every practice without a question, so two people approve it: --approved-by NAME --approved-by NAME.`;
  }
  return refusal.reason === 'folder'
    ? `The release folder can’t be used: ${refusal.why}.`
    : WORDS[refusal.reason];
}
