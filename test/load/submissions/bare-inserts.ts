import { v7 } from 'uuid';
import type { TestDatabase } from '#test/support/database.ts';

/** Makes the table that bare inserts go to: columns, checks and indexes of a response, and no more. */
export async function makeBareTable({ asSuperuser }: TestDatabase): Promise<void> {
  await asSuperuser('create table public.bare_response (like care.response including all)');
  await asSuperuser('grant insert on public.bare_response to throughline_app');
}

/**
 * Inserts a row like one that a submission has stored, as a transaction of its own that is on disk
 * when the promise resolves.
 */
export async function bareInserts(database: TestDatabase): Promise<() => Promise<void>> {
  const [row] = await database.asSuperuser('select * from care.response limit 1');
  if (row === undefined) throw new Error('nothing was submitted yet');
  const names = Object.keys(row);
  const places = names.map((_, place) => `$${place + 1}`);
  const text = `insert into public.bare_response (${names.join(', ')}) values (${places.join(', ')})`;
  const values = {
    ...row,
    answers: JSON.stringify(row['answers']),
    score: JSON.stringify(row['score']),
  };
  return async () => {
    const own = { ...values, response_id: v7(), administration_id: v7(), client_id: v7() };
    await database.database.pool.query({ name: 'bare-insert', text, values: Object.values(own) });
  };
}
