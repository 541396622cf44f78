import { type Aim, atLeast, below } from '../aims.ts';
import type { Extent } from '../practice/history.ts';
import { makePractice, type PracticeOnDisk } from '../practice/make-practice.ts';
import { tell } from '../progress.ts';
import { rounded } from '../statistics.ts';
import { looksRecorded } from './audit.ts';
import { type EarlierFigures, measureEarlier } from './earlier.ts';
import { CONNECTIONS } from './load.ts';
import { type Plan, ratio, type Series, takeRounds } from './rounds.ts';
import { compareReplies } from './same-brief.ts';
import { type ServerProcess, startBackendProcess, startBareProcess } from './server-process.ts';
import { ask, bareTarget, realTarget } from './target.ts';

/** 30 weeks are more than the brief holds of a measure, so a longer history changes no byte count. */
const SMALL: Extent = { clients: 25, weeks: 30 };
const LARGE: Extent = { clients: SMALL.clients * 20, weeks: SMALL.weeks * 10 };

/** Many short rounds rather than few long ones: a burst of other work then spoils few of them. */
const PLAN: Plan = { rounds: 11, seconds: 2 };

/** Clients whose replies are compared before anything is measured. */
const COMPARED = [0, 7, 24];

/** The brief beside a bare route, and beside itself in a much larger practice. */
export interface BriefFigures {
  readonly connections: number;
  /** Most database connections of each server. */
  readonly poolSize: number;
  readonly practice: Extent;
  readonly largePractice: Extent;
  /** Size of a reply; the same bytes from both. */
  readonly replyBytes: number;
  readonly largeReplyBytes: number;
  readonly real: Series;
  readonly bare: Series;
  readonly large: Series;
  /** Requests per second, real to bare. */
  readonly realToBare: number;
  /** p50 in the large practice to p50 in the small one. */
  readonly largeToSmall: number;
  /** What the scores behind a brief of the large practice cost besides, when they are asked for. */
  readonly earlierScores: EarlierFigures;
  /** Requests that were answered by both backends, and rows that the audit logs grew by. */
  readonly audit: { readonly requests: number; readonly rows: number };
  readonly aims: readonly Aim[];
}

/** Measures the brief. */
export async function measureBrief(): Promise<BriefFigures> {
  tell(`Making a practice of ${SMALL.clients} clients and one of ${LARGE.clients} ...`);
  const practices: PracticeOnDisk[] = [];
  const servers: ServerProcess[] = [];
  try {
    const small = await makePractice(SMALL);
    practices.push(small);
    const large = await makePractice(LARGE);
    practices.push(large);
    const [real, grown, bare] = [
      await startBackendProcess(small),
      await startBackendProcess(large),
      await startBareProcess(small),
    ];
    servers.push(bare, real, grown);
    return await compare({ small, large }, { real, grown, bare });
  } finally {
    for (const server of servers) await server.stop();
    for (const practice of practices) practice.remove();
  }
}

async function compare(
  { small, large }: Readonly<Record<'small' | 'large', PracticeOnDisk>>,
  servers: Readonly<Record<'real' | 'grown' | 'bare', ServerProcess>>,
): Promise<BriefFigures> {
  const targets = {
    real: await realTarget('brief.ofRecord', servers.real, small),
    bare: bareTarget('bare route', servers.bare, small),
    large: await realTarget('brief.ofRecord of the large practice', servers.grown, large),
  };
  const replyBytes = await compareReplies(targets.real, targets.bare, COMPARED);
  const largeReplyBytes = Buffer.byteLength(await ask(targets.large, 0));
  const before = (await looksRecorded(small)) + (await looksRecorded(large));
  const { real, bare, large: grown } = await takeRounds(targets, PLAN);
  const rows = (await looksRecorded(small)) + (await looksRecorded(large)) - before;
  const requests = real.requests + grown.requests;
  if (rows !== requests) throw new Error(`${requests} looks left ${rows} audit rows`);
  const earlierScores = await measureEarlier(targets.large);
  const [realToBare, largeToSmall] = [
    rounded(ratio(real, bare, 'perSecond')),
    rounded(ratio(grown, real, 'p50')),
  ];
  return {
    connections: CONNECTIONS,
    poolSize: 20,
    practice: SMALL,
    largePractice: LARGE,
    replyBytes,
    largeReplyBytes,
    real,
    bare,
    large: grown,
    realToBare,
    largeToSmall,
    earlierScores,
    audit: { requests, rows },
    aims: [
      atLeast('requests per second of the brief, to a bare route', realToBare, 0.5),
      below('p50 of the brief with 20 x clients and 10 x history, to without', largeToSmall, 1.3),
    ],
  };
}
