import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { type ClientTopic, MOST_OPEN_TOPICS } from '#shared/contracts/client-page.ts';
import type { ClientId, StaffId, TopicId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { clientTopic } from './schema.ts';

/** What a client said, before it has a moment. */
export type SaidTopic = Pick<ClientTopic, 'topicId' | 'words'>;

/**
 * What became of a topic. `kept`: it stands, also when it did before. `otherWords`: its id was used
 * for something else. `tooMany`: so many are open that not all could be shown.
 */
export type KeptTopic = 'kept' | 'otherWords' | 'tooMany';

/** What clients want to talk about. */
export class ClientTopicRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /**
   * Adds a topic, once. The words are those of `ClientTopic`: not blank, and not longer than it
   * allows. Whoever adds holds the client (`clients.hold`), so that the count is right.
   */
  async add(clientId: ClientId, { topicId, words }: SaidTopic): Promise<KeptTopic> {
    const { practiceId, now: saidAt } = this.#care.scope;
    const [standing] = await this.#care.db.select().from(clientTopic).where(this.#isOne(topicId));
    if (standing !== undefined) {
      const isSame = standing.clientId === clientId && standing.words === words;
      return isSame ? 'kept' : 'otherWords';
    }
    if ((await this.#countOpen(clientId)) >= MOST_OPEN_TOPICS) return 'tooMany';
    const rows = await this.#care.db
      .insert(clientTopic)
      .values({ practiceId, topicId, clientId, words, saidAt })
      .onConflictDoNothing()
      .returning({ topicId: clientTopic.topicId });
    // Another client's transaction may have taken the id since it was looked up.
    return rows.length > 0 ? 'kept' : 'otherWords';
  }

  /** Those that are open, newest first. */
  async open(clientId: ClientId): Promise<readonly ClientTopic[]> {
    return this.#care.db
      .select({
        topicId: clientTopic.topicId,
        words: clientTopic.words,
        saidAt: clientTopic.saidAt,
      })
      .from(clientTopic)
      .where(this.#isOpenOf(clientId))
      .orderBy(desc(clientTopic.saidAt), desc(clientTopic.topicId))
      .limit(MOST_OPEN_TOPICS);
  }

  /** Whether a client ever said it. */
  async has(clientId: ClientId, topicId: TopicId): Promise<boolean> {
    const rows = await this.#care.db
      .select({ topicId: clientTopic.topicId })
      .from(clientTopic)
      .where(and(this.#isOne(topicId), eq(clientTopic.clientId, clientId)));
    return rows.length > 0;
  }

  /**
   * Closes a topic of a client: somebody marked it as talked about, or (null) the client took it
   * back. True when it stood open until now.
   */
  async close(clientId: ClientId, topicId: TopicId, by: StaffId | null): Promise<boolean> {
    const rows = await this.#care.db
      .update(clientTopic)
      .set({ closedAt: this.#care.scope.now, closedBy: by })
      .where(and(this.#isOne(topicId), this.#isOpenOf(clientId)))
      .returning({ topicId: clientTopic.topicId });
    return rows.length > 0;
  }

  async #countOpen(clientId: ClientId): Promise<number> {
    const [row] = await this.#care.db
      .select({ open: count() })
      .from(clientTopic)
      .where(this.#isOpenOf(clientId));
    return row?.open ?? 0;
  }

  /** Picks one topic of the practice. */
  #isOne(topicId: TopicId) {
    return and(
      eq(clientTopic.practiceId, this.#care.scope.practiceId),
      eq(clientTopic.topicId, topicId),
    );
  }

  /** Picks a client's open ones. */
  #isOpenOf(clientId: ClientId) {
    return and(
      eq(clientTopic.practiceId, this.#care.scope.practiceId),
      eq(clientTopic.clientId, clientId),
      isNull(clientTopic.closedAt),
    );
  }
}
