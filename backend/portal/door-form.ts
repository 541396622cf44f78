import * as z from 'zod/mini';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { TopicId } from '#shared/contracts/ids.ts';

/** What comes after a link's address on a page that may be returned to. */
const Step = z
  .string()
  .check(z.regex(/^(?:|\/q\/[1-9]\d{0,3}|\/review|\/done|\/mine(?:\/copy|\/sharing)?)$/));

/** Where the button stands whose form goes to such a path. */
const PAGE_OF: Readonly<Record<string, string>> = {
  '/submit': '/review',
  '/mine/share': '/mine/sharing',
  '/mine/unshare': '/mine/sharing',
  '/mine/say': '/mine',
  '/mine/take-back': '/mine',
  '/mine/rate': '/mine',
  '/mine/show': '/mine',
};

const digits = z.string().check(z.maxLength(8));

/** What the page that asks for the birth date sends. */
export const DoorForm = z.strictObject({
  at: Step,
  month: digits,
  day: digits,
  year: digits,
  /** Of an answer that was on its way when the page had been idle for too long. */
  item: z.optional(z.string()),
  answer: z.optional(z.string()),
  words: z.optional(z.string()),
  from: z.optional(z.string()),
  /** Of `words` for the next session that were on their way then. */
  topic: z.optional(TopicId),
  /** Another button was pressed then, and has to be pressed again. */
  undone: z.optional(z.literal('yes')),
});
export type DoorForm = z.infer<typeof DoorForm>;

/** What the button for the other language sends. */
export const LanguageForm = z.strictObject({ to: z.enum(['english', 'spanish']), at: Step });

/**
 * The step that a path leads to, for {@link DoorForm}: of a form's, the page that it stands on. The
 * first page where it is no such step.
 */
export function stepIn(base: string, path: string): string {
  const sought = path.slice(base.length);
  const step = Step.safeParse(PAGE_OF[sought] ?? sought);
  return step.success ? step.data : '';
}

/** The day that was typed; null when there is no such day. */
export function dayIn({ month, day, year }: DoorForm): CalendarDate | null {
  const padded = [year.trim(), month.trim().padStart(2, '0'), day.trim().padStart(2, '0')];
  const date = CalendarDate.safeParse(padded.join('-'));
  return date.success ? date.data : null;
}
