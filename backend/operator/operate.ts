import type { BackendConfig } from '#backend/config.ts';
import { traceOf } from '#backend/http/trace.ts';
import { AppError } from '#shared/contracts/errors.ts';
import { type Result, refuse } from '#shared/contracts/result.ts';
import type { Command, Outcome } from './command.ts';
import { gather } from './gather.ts';
import { commandHelp, generalHelp } from './help.ts';
import { type OperatorDeps, openOperator } from './operator.ts';
import type { Person } from './person.ts';
import { readWords } from './read-words.ts';
import { operatorRefusalText, refusalCode } from './refusal.ts';

/** 0: done. 1: refused, and said why. 2: not understood; nothing was tried. */
export type ExitCode = 0 | 1 | 2;

/** What a call has around it. */
export interface Surroundings extends OperatorDeps {
  /** The settings of the backend that is worked on, or what is wrong with them. */
  readonly config: Result<BackendConfig, readonly string[]>;
  readonly person: Person;
  /** Takes a line of the result. */
  readonly say: (line: string) => void;
  /** Takes a line of what went wrong. */
  readonly complain: (line: string) => void;
  /** Runs work that must come to its end, whatever signal arrives. */
  readonly finishing: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Does what the words after `npm run practice --` say. Never throws. */
export async function operate(words: readonly string[], around: Surroundings): Promise<ExitCode> {
  const request = readWords(words);
  if (request.kind === 'help') {
    const { command } = request;
    tell(around.say, command === null ? generalHelp() : commandHelp(command));
    return 0;
  }
  if (request.kind === 'wrong') return misunderstood(request.problems, request.json, around);
  const { command, typed, json } = request;
  const values = await gather(command, typed, around.person);
  if (values.ok) return conclude(await attempt(command, values.value, around), json, around);
  const { refusal } = values;
  if (refusal.reason === 'wrong') return misunderstood(refusal.problems, json, around);
  around.complain('Stopped. Nothing was changed.');
  return 1;
}

/** Runs the command on an open database, which is closed again whatever happens. */
async function attempt(
  command: Command,
  values: ReadonlyMap<string, unknown>,
  around: Surroundings,
): Promise<Outcome | 'broken'> {
  const { config } = around;
  if (!config.ok) return refuse({ reason: 'settings', problems: config.refusal });
  try {
    return await around.finishing(async () => {
      const opened = await openOperator(config.value, around);
      if (!opened.ok) return refuse({ reason: 'database', why: opened.refusal });
      try {
        return await command.run(opened.value.operator, values);
      } finally {
        await opened.value.close();
      }
    });
  } catch (error) {
    if (error instanceof AppError && error.code === 'busy') return refuse({ reason: 'busy' });
    // Class names and stack frames only: a driver quotes names and answers in its messages.
    around.complain(`This is a mistake in Throughline: ${JSON.stringify(traceOf(error))}`);
    return 'broken';
  }
}

function conclude(outcome: Outcome | 'broken', json: boolean, around: Surroundings): ExitCode {
  if (outcome === 'broken') return 1;
  if (outcome.ok) {
    const { lines, facts } = outcome.value;
    tell(around.say, json ? [JSON.stringify({ done: true, ...facts })] : lines);
    return 0;
  }
  const message = operatorRefusalText(outcome.refusal);
  if (json)
    around.say(JSON.stringify({ done: false, refusal: refusalCode(outcome.refusal), message }));
  else around.complain(message);
  return 1;
}

function misunderstood(
  problems: readonly string[],
  json: boolean,
  { say, complain }: Surroundings,
): ExitCode {
  const message = problems.join(' ');
  if (json) say(JSON.stringify({ done: false, refusal: 'wrongUsage', message }));
  else tell(complain, [...problems, 'Say --help to see how it is used.']);
  return 2;
}

function tell(say: (line: string) => void, lines: readonly string[]): void {
  for (const line of lines) say(line);
}
