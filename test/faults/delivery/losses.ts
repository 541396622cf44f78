import type { TestDatabase } from '#test/support/database.ts';
import type { TakenMail } from '#test/support/mail-relay.ts';

/** What killing cost. Every count but `again` must be 0. */
export interface Losses {
  /** Submissions that a client was told are saved, and that are not there. */
  readonly lost: number;
  /** Submissions that are there twice. */
  readonly doubled: number;
  /** Responses with a positive item 9 without their alert, alerts without the response or a message. */
  readonly apart: number;
  /** Messages that were due and that the relay never got. */
  readonly untold: number;
  /** Messages that count as sent, and the relay never got. */
  readonly falselySent: number;
  /** Mails that the relay got more than once, each time under the same Message-ID. */
  readonly again: number;
}

/** Responses and alerts that should stand beside each other, and do not. */
const APART = `
  select r.response_id::text as id from care.response r
  where not exists (
    select from care.alert a
    where a.practice_id = r.practice_id and a.client_id = r.client_id and a.rule = 'S1'
      and a.evidence::text like '%' || r.response_id || '%')
  union all
  select a.alert_id::text from care.alert a
  where a.rule = 'S1' and (
    not exists (
      select from care.response r
      where r.practice_id = a.practice_id and r.client_id = a.client_id)
    or not exists (
      select from care.message m
      where m.practice_id = a.practice_id and m.alert_id = a.alert_id
        and m.step = 1 and m.way = 'email'))`;

/** The first step's mails: what was due at once. */
const FIRST_STEP = `
  select message_id::text as id, sent_at is not null as sent from care.message
  where step = 1 and way = 'email'`;

/** Compares what clients were told, what is stored and what the relay took. */
export async function countLosses(
  { asSuperuser }: TestDatabase,
  told: { readonly acknowledged: readonly string[]; readonly mails: readonly TakenMail[] },
): Promise<Losses> {
  const stored = await asSuperuser<{ id: string; times: number }>(
    'select administration_id::text as id, count(*)::int as times from care.response group by 1',
  );
  const kept = new Set(stored.map(({ id }) => id));
  const messages = await asSuperuser<{ id: string; sent: boolean }>(FIRST_STEP);
  const ids = told.mails.map(({ messageId }) => messageId.split('@')[0] ?? '');
  const got = new Set(ids);
  const missed = messages.filter(({ id }) => !got.has(id));
  return {
    lost: told.acknowledged.filter((id) => !kept.has(id)).length,
    doubled: stored.filter(({ times }) => times > 1).length,
    apart: (await asSuperuser(APART)).length,
    untold: missed.length,
    falselySent: missed.filter(({ sent }) => sent).length,
    again: ids.length - got.size,
  };
}

/** How many mails of the first step are not sent yet. */
export async function unsentSteps({ asSuperuser }: TestDatabase): Promise<number> {
  const messages = await asSuperuser<{ sent: boolean }>(FIRST_STEP);
  return messages.filter(({ sent }) => !sent).length;
}
