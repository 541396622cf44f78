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
  close(): void;
  readonly makeEditor: typeof makeEditor;
  readonly mountFrame: typeof mountFrame;
}

let lifetime = new AbortController();

const program: Program = {
  readings: [],
  page: null,
  open() {
    const adapter = adapterFor(new URL(location.href));
    if (adapter === null) return;
    lifetime = new AbortController();
    program.page = openPage({
      adapter,
      view: window,
      keyPrefix: 'test',
      onReading: (reading) => program.readings.push(reading),
      signal: lifetime.signal,
    });
  },
  close: () => lifetime.abort(),
  makeEditor,
  mountFrame,
};

Object.assign(globalThis, { program });
