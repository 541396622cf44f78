import * as z from 'zod/mini';
import { Instant } from './calendar.ts';
import { TopicId } from './ids.ts';

/** Why a client leaves a question out, where the client says so; nobody has to. */
export const SkipReason = z.enum(['preferNot', 'notMine', 'unclear', 'later']);
export type SkipReason = z.infer<typeof SkipReason>;

/** Longest words about what somebody wants to talk about. */
export const TOPIC_WORDS = 500;

/** Most topics of one client that are open at a time, so that all of them can be shown. */
export const MOST_OPEN_TOPICS = 20;

/** Something that a client wants to talk about, in the own words. */
export const ClientTopic = z.object({
  topicId: TopicId,
  /** Quoted wherever they are shown, and labelled as the client's. */
  words: z.string().check(z.regex(/\S/), z.maxLength(TOPIC_WORDS)),
  saidAt: Instant,
});
export type ClientTopic = z.infer<typeof ClientTopic>;

/** How a client reads the own progress: in words, or as a chart. */
export const ProgressAs = z.enum(['words', 'chart']);
export type ProgressAs = z.infer<typeof ProgressAs>;
