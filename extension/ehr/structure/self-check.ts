import type { SelfCheck } from '#shared/contracts/self-check.ts';
import type { EhrAdapter } from '../contract.ts';
import { outlineOf } from './outline.ts';

/**
 * Holds a page against what its adapter assumes, and draws its outline, for support to see what an
 * EHR has changed. Structure only: no address, no word and no value of the page is in it.
 */
export function selfCheck(adapter: EhrAdapter, doc: Document, url: URL): SelfCheck {
  const { kind, checks } = adapter.look(doc, url);
  return {
    ehr: adapter.id,
    adapterVersion: adapter.version,
    kind,
    checks: [...checks],
    outline: outlineOf(doc),
  };
}
