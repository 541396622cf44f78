import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';

/** Longest wait for the database's sign of life, in milliseconds: probes give up soon after. */
const ANSWER_WITHIN = 2_000;

/**
 * Asks whether the database answers in time; one that hangs serves nobody. However many ask at the
 * same moment, one connection is used: a balancer's probes must not take them all.
 */
export function createProbe(pool: Pool): () => Promise<boolean> {
  let asked: Promise<boolean> | null = null;
  return () => {
    asked ??= answers(pool).finally(() => {
      asked = null;
    });
    return inTime(asked);
  };
}

async function answers(pool: Pool): Promise<boolean> {
  try {
    await pool.query('select 1');
    return true;
  } catch {
    return false;
  }
}

async function inTime(asked: Promise<boolean>): Promise<boolean> {
  const answered = new AbortController();
  const tooLate = pause(ANSWER_WITHIN, false, answered).catch(() => false);
  try {
    return await Promise.race([asked, tooLate]);
  } finally {
    answered.abort();
  }
}
