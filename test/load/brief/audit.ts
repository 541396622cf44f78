import { Client } from 'pg';
import { databaseFolder } from '../practice/folders.ts';
import { loginTo } from '../practice/login.ts';
import type { PracticeOnDisk } from '../practice/make-practice.ts';

/** How many looks at a brief a practice's audit log holds, read past row security. */
export async function looksRecorded({
  data,
  practiceId,
}: Pick<PracticeOnDisk, 'data' | 'practiceId'>): Promise<number> {
  const superuser = new Client(loginTo(databaseFolder(data), 'superuser'));
  await superuser.connect();
  const { rows } = await superuser.query<{ count: number }>(
    `select count(*)::int as count from care.audit_event
     where practice_id = $1 and action = 'brief.read'`,
    [practiceId],
  );
  await superuser.end();
  return rows[0]?.count ?? Number.NaN;
}
