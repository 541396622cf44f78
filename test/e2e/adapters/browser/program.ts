import type { PageLook } from '#extension/ehr/contract.ts';
import { followPage } from '#extension/ehr/follow-page.ts';
import { type EhrPage, openPage } from '#extension/ehr/page.ts';
import { adapterFor } from '#extension/ehr/registry.ts';
import { selfCheck } from '#extension/ehr/structure/self-check.ts';
import { mountFrame } from '#extension/frame/frame.ts';
import { createPicking, type Picking } from '#extension/frame/picking.ts';
import type { PageToPanel } from '#extension/messages/page.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import type { SelfCheck } from '#shared/contracts/self-check.ts';
import { makeEditor } from './editors.ts';
import { plantAll } from './planting.ts';

/** A look as far as it can leave the page. */
export interface SeenOnce extends Pick<PageLook, 'kind' | 'subjects' | 'identity'> {
  /** Of the fields that were found. */
  readonly labels: readonly string[];
  readonly failedChecks: readonly string[];
}

/** What a test drives in the page: the in-page half of the extension, and the editors. */
export interface Program {
  /** Every reading since {@link open}, oldest first. */
  readonly readings: PageReading[];
  page: EhrPage | null;
  picking: Picking | null;
  /** What was told of picking, oldest first. */
  readonly picked: PageToPanel[];
  /** Starts to follow the page that the address stands for. */
  open(): void;
  /** Gives the page up, as when it fights the panel. */
  giveUp(): void;
  /** What one look sees in a document, without following the page. */
  lookOnce(): SeenOnce | null;
  /** What support would get of this page. */
  selfCheck(): SelfCheck | null;
  readonly plantAll: typeof plantAll;
  readonly makeEditor: typeof makeEditor;
  readonly mountFrame: typeof mountFrame;
}

const program: Program = {
  readings: [],
  page: null,
  picking: null,
  picked: [],
  giveUp: () => undefined,
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
      program.picking?.follow(reading);
    });
    program.page = page;
    program.giveUp = () => followed.giveUp();
    program.picking = createPicking(followed, (picked) => program.picked.push(picked));
  },
  lookOnce() {
    const url = new URL(location.href);
    const look = adapterFor(url)?.look(document, url);
    if (look === undefined) return null;
    const { kind, subjects, identity, fields, checks } = look;
    return {
      kind,
      subjects,
      identity,
      labels: fields.map(({ label }) => label),
      failedChecks: checks.filter(({ holds }) => !holds).map(({ name }) => name),
    };
  },
  selfCheck() {
    const url = new URL(location.href);
    const adapter = adapterFor(url);
    return adapter === null ? null : selfCheck(adapter, document, url);
  },
  plantAll,
  makeEditor,
  mountFrame,
};

Object.assign(globalThis, { program });
