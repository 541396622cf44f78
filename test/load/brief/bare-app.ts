import { Hono } from 'hono';
import { Pool } from 'pg';
import type { Login } from '#backend/database/login.ts';
import { KEPT_SETTINGS } from '#backend/store/transaction.ts';
import type { BriefQuery } from '#shared/contracts/procedures.ts';
import type { LoadedPractice } from '../practice/make-practice.ts';
import { BARE_STATEMENT } from './bare-statement.ts';

/** What the bare route is built from. */
export interface BareDeps {
  readonly pool: Pick<Pool, 'query'>;
  /** Whose brief it always is: nobody is asked who they are. */
  readonly practice: LoadedPractice;
  readonly now: () => Date;
}

/**
 * The least that returns the same bytes: reads the body, sends the brief's statement (prepared,
 * without the audit row) on whichever connection is free, answers JSON. It does not know who asks,
 * opens no transaction, records nothing, compares no identity, checks no input, sets no headers,
 * gives no request id and writes no log.
 */
export function bareApp({ pool, practice, now }: BareDeps): Hono {
  const app = new Hono();
  app.post('/brief', async (c) => {
    const { ehr, subject } = (await c.req.json()) as BriefQuery;
    const { rows } = await pool.query<{ facts: string }>({
      name: 'bare-brief',
      text: BARE_STATEMENT,
      values: [
        practice.practiceId,
        practice.staffId,
        now().toISOString(),
        JSON.stringify({ ehr }),
        ehr,
        subject.recordId,
      ],
    });
    const [row] = rows;
    if (row === undefined) return c.notFound();
    const brief: unknown = JSON.parse(row.facts);
    return c.json({ result: { data: { verdict: 'certain', brief } } });
  });
  return app;
}

/** As the backend plans the statement. */
const KEPT = Object.entries(KEPT_SETTINGS)
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ');

/**
 * Connections for the bare route: the application's role under the same row policies, with the
 * practice set once for the connection instead of once for each transaction.
 */
export function openBarePool(login: Login, { practiceId }: LoadedPractice): Pool {
  const pool = new Pool({ ...login, max: 20, options: `-c app.practice=${practiceId} ${KEPT}` });
  // A server that stops ends its connections; that is an error of a query only if one is under way.
  pool.on('connect', (connection) => connection.on('error', () => undefined));
  // The pool tells it of its idle ones as well, also of those that it is ending.
  pool.on('error', () => undefined);
  return pool;
}
