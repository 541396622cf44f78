import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { explain, readProgram } from './command-line/program.ts';
import { type BackendConfig, configFrom } from './config.ts';
import { createLog } from './http/log.ts';
import { traceOf } from './http/trace.ts';
import { type RunningBackend, startBackend } from './serve.ts';
import { SERVE } from './serve-program.ts';
import { startRefusalText } from './start-refusal.ts';

// The only file that reads the environment, makes clocks and random numbers, and ends the process.
// People read standard output; the log goes to standard error.

const STARTED_AT = Date.now();

const call = readProgram(process.argv.slice(2), SERVE);
if (!call.ok) process.exitCode = explain(call.refusal, SERVE, process);
else await start();

async function start(): Promise<void> {
  const config = configFrom(process.env);
  if (config.ok) await run(config.value);
  else end(config.refusal.join('\n'));
}

async function run(wanted: BackendConfig): Promise<void> {
  const log = createLog(wanted.logLevel, pino.destination(2));
  const asked = askedToStop();
  const started = await startBackend(wanted, {
    now: () => new Date(),
    elapsed: () => performance.now(),
    newId: () => v7(),
    randomBytes,
    random: Math.random,
    fetch,
    log,
  });
  if (!started.ok) {
    end(`Throughline did not start. ${startRefusalText(started.refusal)}`);
    return;
  }
  const backend = started.value;
  say(`Throughline is serving at ${backend.url.origin} (process ${process.pid}).`);
  say(`Ready in ${Date.now() - STARTED_AT} ms. Stop it with Ctrl+C.`);
  process.on('unhandledRejection', (error) => {
    log.fatal({ trace: traceOf(error) }, 'unhandled');
    process.exitCode = 1;
    void stop(backend);
  });
  void asked.then(() => stop(backend));
}

/**
 * Resolves when somebody asks for the end; a start under way is finished first. The handlers stay:
 * Ctrl+C reaches a process from the terminal and once more from whatever runs it, and a signal
 * without a handler would end the process while its database is still being stopped.
 */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve());
    }
  });
}

async function stop(backend: RunningBackend): Promise<void> {
  say('Stopping: requests under way are finished first.');
  await backend.stop();
  say('Stopped.');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function end(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}
