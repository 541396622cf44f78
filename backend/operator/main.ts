import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { configFrom } from '../config.ts';
import { operate } from './operate.ts';
import { atTerminal, fromPipe } from './person.ts';

// `npm run practice`: reads the environment and the terminal, and ends the process.

const { stdin, stdout, stderr } = process;

process.exitCode = await operate(process.argv.slice(2), {
  config: configFrom(process.env),
  // Questions go where results do not, so that `... --json > file` can still ask.
  person: stdin.isTTY ? atTerminal(stdin, stderr) : fromPipe(stdin),
  say: (line) => void stdout.write(`${line}\n`),
  complain: (line) => void stderr.write(`${line}\n`),
  finishing,
  now: () => new Date(),
  newId: () => v7(),
  randomBytes,
  random: Math.random,
});

/** A signal in the middle would leave an embedded database running; a command takes a second. */
async function finishing<T>(work: () => Promise<T>): Promise<T> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, heard);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, heard);
  }
}

function heard(): void {}
