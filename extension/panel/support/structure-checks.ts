import type { SelfCheck } from '#shared/contracts/self-check.ts';
import type { PagePort } from '../connection/page-port.ts';

/** Milliseconds after which the page is said not to answer. */
const PAGE_TIMEOUT_MS = 5000;

/** Asks the page how it is built. */
export interface StructureChecks {
  /** Null when the page does not answer. */
  readonly check: () => Promise<SelfCheck | null>;
  /** The page's word. */
  readonly onChecked: (report: SelfCheck) => void;
}

/** Builds the asking; whoever asks before the page answered gets the same answer. */
export function createStructureChecks({
  send,
  setTimeout,
}: {
  readonly send: PagePort['send'];
  readonly setTimeout: (run: () => void, ms: number) => unknown;
}): StructureChecks {
  let waiting: ((report: SelfCheck | null) => void)[] = [];

  function settle(report: SelfCheck | null): void {
    const asked = waiting;
    waiting = [];
    for (const tell of asked) tell(report);
  }

  return {
    check: () =>
      new Promise((tell) => {
        waiting.push(tell);
        if (!send({ type: 'check' })) settle(null);
        else setTimeout(() => tell(null), PAGE_TIMEOUT_MS);
      }),
    onChecked: settle,
  };
}
