import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Login } from './login.ts';
import { livePostmaster, type Postmaster } from './postmaster.ts';
import type { DatabaseRefusal } from './refusal.ts';
import {
  choosePort,
  lastWords,
  launch,
  type ServerPlan,
  stopServer,
  whenReady,
} from './server-process.ts';
import { serverArguments } from './settings.ts';

/** How the server was come by. `adopted`: a killed backend had left it running. */
export type Origin = 'started' | 'adopted';

/** How long a start is tried again: a dead server's children may hold its memory for a moment. */
const PATIENCE = 5_000;
/** Milliseconds between two tries. */
const BETWEEN_TRIES = 100;

/** A PostgreSQL server of our own: found or started, brought back when it dies, stopped. */
export class EmbeddedServer {
  readonly #plan: ServerPlan;
  #reviving: Promise<Result<Origin, DatabaseRefusal>> | null = null;
  #postmaster: Postmaster | null = null;
  /** Chosen once, so that open pools find the server again after it was brought back. */
  #port: number | null = null;
  #stopped = false;

  constructor(plan: ServerPlan) {
    this.#plan = plan;
  }

  /** Process id of the server; null while it is not up. */
  get pid(): number | null {
    return this.#postmaster?.pid ?? null;
  }

  /** Where and as whom to reach it. */
  login(user: string, password: string, database: string): Login {
    const port = this.#port ?? 0;
    const host = process.platform === 'win32' ? '127.0.0.1' : this.#plan.layout.socketFolder;
    return { host, port, user, password, database };
  }

  /**
   * Makes sure that the server runs: adopts a live one, starts a dead one, does nothing for a
   * healthy one. Calls at the same time share one attempt.
   */
  async ensure(): Promise<Result<Origin, DatabaseRefusal>> {
    this.#reviving ??= this.#ensure().finally(() => {
      this.#reviving = null;
    });
    return this.#reviving;
  }

  /** A connection was lost: brings the server back if it is down. Does nothing once stopped. */
  revive(): void {
    if (!this.#stopped) void this.ensure();
  }

  /** Stops the server for good. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#reviving;
    if (livePostmaster(this.#plan.layout.pgdata) !== null) await stopServer(this.#plan);
    this.#postmaster = null;
    rmSync(this.#plan.layout.socketFolder, { recursive: true, force: true });
  }

  async #ensure(): Promise<Result<Origin, DatabaseRefusal>> {
    const { log } = this.#plan.layout;
    const deadline = performance.now() + PATIENCE;
    do {
      const adopted = await this.#adopt();
      if (adopted) return ok('adopted');
      this.#port ??= await choosePort();
      this.#postmaster = await launch(this.#plan, this.#port, () => this.#onEnd());
      if (this.#postmaster !== null) return ok('started');
      await pause(BETWEEN_TRIES);
    } while (performance.now() < deadline && !this.#stopped);
    return refuse({ reason: 'startFailed', log, lastWords: lastWords(log) });
  }

  /**
   * Takes over a server that runs on our files, as a killed backend leaves it. One that was started
   * with other settings (an older version's) is stopped instead, to be started with ours.
   */
  async #adopt(): Promise<boolean> {
    const { layout } = this.#plan;
    const live = await whenReady(layout.pgdata);
    if (live === null) return false;
    if (!this.#runsAsPlanned(live)) {
      await stopServer(this.#plan);
      return false;
    }
    this.#postmaster = live;
    this.#port = live.port;
    return true;
  }

  /** Compares the command line that PostgreSQL wrote down with the one we would use. */
  #runsAsPlanned(live: Postmaster): boolean {
    const { layout, binaries, settings } = this.#plan;
    const wanted = [binaries.postgres, ...serverArguments(layout, live.port, settings)];
    const written = readFileSync(join(layout.pgdata, 'postmaster.opts'), 'utf8');
    return written.replaceAll('"', '').trim() === wanted.join(' ');
  }

  #onEnd(): void {
    this.#postmaster = null;
    if (this.#reviving === null) this.revive();
  }
}
