import { followPage } from '#extension/ehr/follow-page.ts';
import { type EhrPage, openPage } from '#extension/ehr/page.ts';
import { adapterFor } from '#extension/ehr/registry.ts';
import { mountFrame } from '#extension/frame/frame.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import { makeEditor } from './editors.ts';

/** What a test drives in the page: the in-page half of the extension, and the editors. */
export interface Program {
  /** Every reading since {@link open}, oldest first. */
  readonly readings: PageReading[];
  page: EhrPage | null;
  /** Starts to follow the page that the address stands for. */
  open(): void;
  readonly makeEditor: typeof makeEditor;
  readonly mountFrame: typeof mountFrame;
}

const program: Program = {
  readings: [],
  page: null,
  open() {
    const adapter = adapterFor(new URL(location.href));
    if (adapter === null) return;
    const followed = followPage({
      adapter,
      view: window,
      keyPrefix: 'test',
      tell: () => undefined,
      isOrphaned: () => false,
    });
    const page = openPage(followed);
    followed.attach((reading) => {
      page.heard(reading);
      program.readings.push(reading);
    });
    program.page = page;
  },
  makeEditor,
  mountFrame,
};

Object.assign(globalThis, { program });
