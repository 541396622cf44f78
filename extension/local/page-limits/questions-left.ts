import * as z from 'zod/mini';
import { createInTurn } from '../in-turn.ts';
import { createSlot, type StorageArea } from '../slot.ts';
import { Allowance, type Rate, spend } from './allowance.ts';

/**
 * Questions about clients that one tab's page leads to, each of which is a look in the practice's log.
 * A page about one client leads to one every 3 seconds at most, for so long is an answer shared: that
 * alone never ends here. A person who opens a chart every second and reads none gets to the end after
 * three minutes; with two questions each, as a note has, after more than a minute. A page that shows
 * another client as fast as it is believed (300 ms) is there after 40 seconds.
 */
export const QUESTIONS: Rate = { atOnce: 120, oneMoreEveryMs: 3000 };

/** How many questions each tab has left. */
export interface QuestionsLeft {
  /** Takes one. False where a tab has none left. */
  readonly spend: (tabId: number) => Promise<boolean>;
  readonly forget: (tabId: number) => Promise<void>;
}

/** Keeps them in storage; numbers and no more, whoever the questions are about. */
export function createQuestionsLeft(area: StorageArea, now: () => number): QuestionsLeft {
  const slot = createSlot(area, 'questionsLeft', z.record(z.string(), Allowance));
  const inTurn = createInTurn();
  return {
    spend: (tabId) =>
      inTurn(async () => {
        const all = (await slot.read()) ?? {};
        const left = spend(all[String(tabId)] ?? null, QUESTIONS, now());
        if (left !== null) await slot.write({ ...all, [tabId]: left });
        return left !== null;
      }),
    forget: (tabId) =>
      inTurn(async () => {
        const { [String(tabId)]: gone, ...others } = (await slot.read()) ?? {};
        if (gone !== undefined) await slot.write(others);
      }),
  };
}
