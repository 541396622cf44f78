/** One question: what it is about, how it is asked, and what its answer leads to. */
export interface Question<Reply, Outcome> {
  readonly about: string;
  readonly ask: () => Promise<Reply>;
  readonly settle: (reply: Reply) => Promise<Outcome>;
}

/**
 * Asks, and settles what came back; but the answer to a question that a later one about the same
 * overtook settles nothing: who waited for it gets the later one's outcome. Outcomes are kept
 * only while questions are under way.
 */
export function createInOrder<Reply, Outcome>(): (
  question: Question<Reply, Outcome>,
) => Promise<Outcome> {
  const newest = new Map<string, { readonly order: number; readonly outcome: Promise<Outcome> }>();
  let asked = 0;
  let open = 0;

  return async ({ about, ask, settle }) => {
    asked += 1;
    open += 1;
    const order = asked;
    try {
      const reply = await ask();
      const known = newest.get(about);
      if (known !== undefined && known.order > order) return await known.outcome;
      const outcome = settle(reply);
      newest.set(about, { order, outcome });
      return await outcome;
    } finally {
      open -= 1;
      if (open === 0) newest.clear();
    }
  };
}
