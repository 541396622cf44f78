import { UNAVAILABLE_WORDS } from '#extension/local/failure.ts';
import type { SendingResults } from '#extension/messages/sending.ts';
import type { WorkerReply } from '#extension/messages/worker.ts';
import type { SendingActions } from '#extension/panel/sending/actions.ts';
import type { Sendings } from '#shared/contracts/between-procedures.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { AdministrationId } from '#shared/contracts/ids.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import {
  BY_NOTHING,
  inventOutstanding,
  inventSendings,
  PLAN,
  pauseOf,
} from '#test/support/sendings.ts';

/** What the server says about sending; null where it can't be reached. */
export const SENDING_STATES: Readonly<Record<string, Sendings | null>> = {
  usual: inventSendings({
    outstanding: [
      inventOutstanding(),
      inventOutstanding({
        administrationId: inventedId(403),
        instrumentId: 'gad7',
        openedAt: '2026-11-19T15:00:00.000Z',
        answeredItems: 3,
        dueOn: '2026-11-19',
        message: 'failed',
      }),
    ],
  }),
  'nothing yet': inventSendings({
    plans: [],
    templates: [],
    templatesVersion: 0,
    appointments: [],
    contact: BY_NOTHING,
  }),
  'in a crisis': inventSendings({
    pause: pauseOf('crisis'),
    plans: [{ ...PLAN, oftenMeant: true, next: [] }],
  }),
  'away, with much to say': inventSendings({
    pause: pauseOf('away', '2026-12-24'),
    templates: ['Usual start', 'A name that somebody found helpful to write out in full'].map(
      (name) => ({ name, terms: PLAN.terms }),
    ),
  }),
  'not reached': null,
};

/** A server that says that, refuses GAD-7 until it is meant, and notes what it was asked. */
export function sendingActionsOf(sendings: Sendings | null): SendingActions {
  let made = 500;
  const server = { sendings, withheld: ['gad7'] };
  const answers = {
    'plans.of': () =>
      server.sendings === null || saysNow.part === null
        ? { ok: false, reason: 'unreachable', message: UNAVAILABLE_WORDS.unreachable }
        : { ok: true, value: inventSendings({ ...server.sendings, ...saysNow.part }) },
    'plans.put': () => ({ ok: true, value: { is: 'kept', at: instantOf(new Date()) } }),
    'plans.sendNow': sendNow,
    'clientPage.withheld': () => ({ ok: true, value: server.withheld }),
    'clientPage.withhold': withhold,
  } as const;

  function withhold({ measureId = '', withheld }: Asked): WorkerReply<null> {
    const others = server.withheld.filter((one) => one !== measureId);
    server.withheld = withheld === true ? [...others, measureId] : others;
    return { ok: true, value: null };
  }

  function sendNow(input: Asked): WorkerReply<SendingResults['plans.sendNow']> {
    if (input.measureId === 'gad7' && input.oftenMeant !== true) {
      return { ok: false, reason: 'refused', message: '', code: 'moreOftenThanRecall' };
    }
    if (server.sendings !== null && input.by === 'message') {
      const { administrationId, measureId: instrumentId } = input;
      const out = inventOutstanding({ administrationId, instrumentId, message: 'waiting' });
      server.sendings = inventSendings({ ...server.sendings, outstanding: [out] });
    }
    return {
      ok: true,
      value: {
        administrationId: (input.administrationId ?? '') as AdministrationId,
        sentAt: instantOf(new Date()),
        address:
          input.by === 'link' ? 'https://throughline.practice.example/c/an-invented-secret' : null,
      },
    };
  }

  return {
    ask: (async (call: string, input: Asked) => {
      asked.push(`${call} ${JSON.stringify(input)}`);
      const answer = Object.entries(answers).find(([name]) => name === call)?.[1];
      return answer === undefined ? { ok: true, value: null } : answer(input);
    }) as SendingActions['ask'],
    newId() {
      made += 1;
      return inventedId(made);
    },
  };
}

/** What the server says from now on: part of what it said so far, or nothing at all. */
export const saysNow: { part: Partial<Record<keyof Sendings, unknown>> | null } = { part: {} };

/** What the server was asked, in its order. */
export const asked: string[] = [];

interface Asked {
  readonly administrationId?: string;
  readonly measureId?: string;
  readonly by?: string;
  readonly oftenMeant?: boolean;
  readonly withheld?: boolean;
}
