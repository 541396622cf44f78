/** An answer to a risk question: its quoted words, or null for a blank. */
export interface SaidAnswer {
  readonly label: string | null;
  /** Given, and then no longer asked because an earlier answer was changed. */
  readonly withdrawn: boolean;
}

/** How answers to risk questions are said. Never more than what was answered. */
export interface RiskWords {
  /** `PHQ-9 item 9`. */
  readonly subject: (name: string, item: number) => string;
  /** The latest answer alone. */
  readonly answer: (subject: string, now: SaidAnswer, day: string) => string;
  /** The same answer on two days. */
  readonly same: (subject: string, now: SaidAnswer, days: readonly [string, string]) => string;
  /** The same answer twice on one day. */
  readonly twice: (subject: string, now: SaidAnswer, day: string) => string;
  /** Two different answers; `before.day` is null when it was earlier on the same day. */
  readonly changed: (
    subject: string,
    now: SaidAnswer & { readonly day: string },
    before: SaidAnswer & { readonly day: string | null },
  ) => string;
  /** Answers to the subject that came before those that were told one by one. */
  readonly earlierPositive: (
    subject: string,
    count: number,
    day: string,
    highest: string,
  ) => string;
  readonly earlierBlank: (subject: string, count: number, day: string) => string;
  /** On a form that was never sent. */
  readonly unsent: (name: string, opened: string, item: number, label: string) => string;
  /** One answer in a list: `PHQ-9 item 9 "several days" on 9 Nov`. */
  readonly short: (subject: string, answer: SaidAnswer, day: string) => string;
}
