import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { EhrId } from '#shared/contracts/ehr.ts';
import type { BriefQuery } from '#shared/contracts/procedures.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { PageToPanel } from '../../messages/page.ts';
import type { BriefState } from '../../messages/worker.ts';
import type { WorkerNotice } from '../../messages/worker-notice.ts';
import type { PageListener } from '../connection/page-port.ts';
import { answerKey, type PanelFacts, queryOf } from './facts.ts';
import { isSetBack } from './freshness.ts';
import { type Screen, screenOf } from './screen.ts';

/** What the panel knows, and what changes it. */
export interface PanelStore extends PageListener {
  readonly facts: ReadonlySignal<PanelFacts>;
  readonly screen: ReadonlySignal<Screen>;
  /** Asks who is signed in and where the server is. */
  readonly askPerson: () => Promise<void>;
  /**
   * Asks for the brief of the present page; resolves when the answer is in the facts. An answer to
   * an earlier question never replaces that to a later one.
   */
  readonly verify: () => Promise<void>;
  readonly onNotice: (what: WorkerNotice['what']) => void;
  /** A second went by. */
  readonly tick: () => void;
}

/** What the store needs. */
export interface StoreDependencies {
  readonly ask: AskWorker;
  readonly now: () => Date;
}

const NOTHING_KNOWN: Omit<PanelFacts, 'now'> = {
  link: 'connecting',
  reading: null,
  answer: null,
  person: { status: 'asking' },
  settings: null,
  practice: null,
  adapterMode: null,
};

/** Builds the store. Nothing is kept but the facts; every screen is worked out from them. */
export function createPanelStore({ ask, now }: StoreDependencies): PanelStore {
  const facts = signal<PanelFacts>({ ...NOTHING_KNOWN, now: now() });
  const change = (part: Partial<PanelFacts>) => {
    const before = facts.peek();
    facts.value = factsAfter(before, part, now());
    const isDropped = before.answer !== null && facts.peek().answer === null;
    if (isDropped && part.answer === undefined) void verify();
  };

  const askPerson = async () => change(await personFacts(ask));
  const briefs = briefsInOrder(ask);

  async function verify(): Promise<void> {
    const { reading } = facts.peek();
    if (reading !== null) void modeFacts(ask, reading.ehr).then(change);
    const query = queryOf(reading);
    if (reading === null || query === null) return;
    const key = answerKey(reading);
    const state = await briefs.ask(query);
    const present = facts.peek().reading;
    // The page moved on while the server answered: this answer is about somebody else.
    if (present === null || answerKey(present) !== key) return;
    if (state !== null) change({ answer: { key, state } });
  }

  function onMessage(message: PageToPanel): void {
    if (message.type === 'pageFights') change({ link: 'fights', answer: null });
    if (message.type === 'reading') hear(message.reading);
  }

  function hear(reading: PageReading): void {
    const { answer, reading: before } = facts.peek();
    const key = answerKey(reading);
    const keep = reading.settled && answer?.key === key;
    change({ reading, answer: keep ? answer : null });
    const asked = before !== null && before.settled && answerKey(before) === key;
    if (!asked) void verify();
  }

  return {
    facts,
    screen: computed(() => screenOf(facts.value)),
    askPerson,
    verify,
    onMessage,
    onConnected() {
      if (facts.peek().link !== 'fights') change({ link: 'connected' });
    },
    onLost: () => change({ link: 'lost', reading: null, answer: null }),
    onNotice(what) {
      if (what === 'brief') void verify();
      if (what === 'brief' || what === 'outbox') return;
      briefs.dropAsked();
      change({ answer: null });
      void askPerson().then(verify);
    },
    tick: () => change({}),
  };
}

/** How old an answer is can't be told by a clock that was set back since: it is dropped. */
function factsAfter(before: PanelFacts, part: Partial<PanelFacts>, now: Date): PanelFacts {
  const isOlder = isSetBack(before.now.getTime(), now.getTime());
  return { ...before, ...(isOlder ? { answer: null } : {}), ...part, now };
}

async function personFacts(ask: AskWorker): Promise<Partial<PanelFacts>> {
  const [settings, practice, who] = await Promise.all([
    ask('settings.get', {}),
    ask('settings.all', {}),
    ask('session.whoAmI', {}),
  ]);
  return {
    ...(settings.ok ? { settings: settings.value } : {}),
    ...(practice.ok ? { practice: practice.value } : {}),
    person: who.ok
      ? { status: 'known', who: who.value }
      : { status: 'unavailable', because: who.reason },
  };
}

/** What the practice allows here; nothing new where the worker did not say. */
async function modeFacts(ask: AskWorker, ehr: EhrId): Promise<Partial<PanelFacts>> {
  const mode = await ask('switches.mode', { ehr });
  return mode.ok ? { adapterMode: mode.value } : {};
}

interface BriefQuestions {
  /** Null where a later question was answered first, or the answer is not wanted any more. */
  readonly ask: (query: BriefQuery) => Promise<BriefState | null>;
  /** What was asked in one session is not shown in another. */
  readonly dropAsked: () => void;
}

/**
 * Asks for briefs in order. By order and not by `verifiedAt`: a clock that was set back must not
 * make old answers win.
 */
function briefsInOrder(ask: AskWorker): BriefQuestions {
  let asked = 0;
  let answered = 0;
  return {
    async ask(query) {
      asked += 1;
      const question = asked;
      const reply = await ask('brief.get', query);
      if (question < answered) return null;
      answered = question;
      return reply.ok ? reply.value : { source: 'none', because: reply.reason };
    },
    dropAsked() {
      asked += 1;
      answered = asked;
    },
  };
}
