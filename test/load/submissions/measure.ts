import { submit } from '#backend/care/submit.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { emptyPractice } from '../practice/make-practice.ts';
import { tell } from '../progress.ts';
import { median, rounded } from '../statistics.ts';
import { bareInserts, makeBareTable } from './bare-inserts.ts';
import { answeredLinks, careOf } from './links.ts';

/** Submissions under way at once, and connections of the pool. */
const WRITERS = 16;

/** Rounds, and submissions of each. */
interface Extent {
  readonly rounds: number;
  readonly submissions: number;
}

/** A submission with all that belongs to it, beside the insert of its row alone. */
export interface SubmissionFigures {
  readonly writers: number;
  readonly submissionsPerSecond: number;
  readonly bareInsertsPerSecond: number;
  /** How many bare inserts are made, and on disk, in the time of one submission. */
  readonly insertsToSubmission: number;
  /** Rows that the submissions left, by table. */
  readonly left: Readonly<Record<string, number>>;
}

/**
 * Submissions (scored, judged, alerts and messages written, recorded, on disk) and bare inserts, in
 * turn. Throws when one left no response.
 */
export async function measureSubmissions(
  { rounds, submissions }: Extent = { rounds: 7, submissions: 200 },
): Promise<SubmissionFigures> {
  const database = await startTestDatabase({ connections: WRITERS });
  try {
    tell(`Answering ${rounds * submissions} questionnaires ...`);
    const practice = await emptyPractice(database.store);
    const secrets = await answeredLinks(database, practice, rounds * submissions);
    await makeBareTable(database);
    const send = submitting(database);
    const speeds = { submission: new Array<number>(), insert: new Array<number>() };
    for (let round = 0; round < rounds; round += 1) {
      const own = secrets.slice(round * submissions, (round + 1) * submissions);
      speeds.submission.push(await perSecond(own, send));
      speeds.insert.push(await perSecond(own, await bareInserts(database)));
    }
    return figuresOf(speeds, await rowsLeft(database, secrets.length));
  } finally {
    await database.close();
  }
}

function figuresOf(
  { submission, insert }: Readonly<Record<'submission' | 'insert', readonly number[]>>,
  left: SubmissionFigures['left'],
): SubmissionFigures {
  const ratios = insert.map((speed, round) => speed / (submission[round] ?? Number.NaN));
  return {
    writers: WRITERS,
    submissionsPerSecond: rounded(median(submission)),
    bareInsertsPerSecond: rounded(median(insert)),
    insertsToSubmission: rounded(median(ratios)),
    left,
  };
}

function submitting(database: TestDatabase): (secret: string) => Promise<void> {
  const send = submit(careOf(database));
  return async (secret) => {
    const sent = await send({ secret, requestId: 'bench' });
    if (!sent.ok) throw new Error(`not submitted: ${sent.refusal}`);
  };
}

/** Works through a list with all writers at once, and says how many it did in a second. */
async function perSecond(
  list: readonly string[],
  work: (one: string) => Promise<void>,
): Promise<number> {
  const waiting = list.values();
  const begun = performance.now();
  const writers = Array.from({ length: WRITERS }, async () => {
    for (const one of waiting) await work(one);
  });
  await Promise.all(writers);
  return (list.length * 1000) / (performance.now() - begun);
}

async function rowsLeft(
  { asSuperuser }: TestDatabase,
  submitted: number,
): Promise<SubmissionFigures['left']> {
  const left: Record<string, number> = {};
  for (const table of ['response', 'alert', 'message', 'audit_event']) {
    const [row] = await asSuperuser<{ rows: number }>(
      `select count(*)::int as rows from care.${table}`,
    );
    left[table] = row?.rows ?? 0;
  }
  if (left['response'] !== submitted) {
    throw new Error(`${submitted} submissions left ${left['response']} responses`);
  }
  return left;
}
