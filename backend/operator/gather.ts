import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Command } from './command.ts';
import type { Option } from './option.ts';
import type { Person } from './person.ts';

/** Why there is no value for each option: what is wrong with them, or that nobody answered. */
export type GatherRefusal =
  | { readonly reason: 'wrong'; readonly problems: readonly string[] }
  | { readonly reason: 'stopped' };

/**
 * One value for each option of a command: from what was typed, else from the person, else what
 * holds when it is left out. Nobody is asked anything while something that was typed is wrong.
 */
export async function gather(
  { options }: Command,
  typed: ReadonlyMap<string, string>,
  person: Person,
): Promise<Result<ReadonlyMap<string, unknown>, GatherRefusal>> {
  const values = new Map<string, unknown>();
  const problems: string[] = [];
  const open: [string, Option<unknown>][] = [];
  for (const [name, option] of options) {
    const text = typed.get(name);
    const value = text === undefined ? option.otherwise?.value : option.read(text);
    if (value !== undefined) values.set(name, value);
    else if (text !== undefined) problems.push(`--${name} must be ${option.must}.`);
    else if (person.present || option.kind === 'secret') open.push([name, option]);
    else problems.push(`--${name} is needed: ${option.must}.`);
  }
  if (problems.length > 0) return refuse({ reason: 'wrong', problems });
  for (const [name, option] of open) {
    const value = await (person.present ? askFor : takeFirstLine)(name, option, person);
    if (!value.ok) return value;
    values.set(name, value.value);
  }
  return ok(values);
}

/** Asks until the answer can be used; what can't be seen is asked for twice. */
async function askFor(
  name: string,
  option: Option<unknown>,
  person: Person,
): Promise<Result<unknown, GatherRefusal>> {
  const question = `${name.replaceAll('-', ' ')} (${option.must}): `;
  const how = option.kind === 'secret' ? 'hidden' : 'shown';
  for (;;) {
    const text = await person.ask(question, how);
    if (text === null) return refuse({ reason: 'stopped' });
    const value = option.read(text);
    if (value === undefined) {
      person.tell(`It must be ${option.must}.`);
      continue;
    }
    if (how === 'shown') return ok(value);
    const again = await person.ask('once more: ', how);
    if (again === null) return refuse({ reason: 'stopped' });
    if (again === text) return ok(value);
    person.tell('The two differ.');
  }
}

async function takeFirstLine(
  name: string,
  option: Option<unknown>,
  person: Person,
): Promise<Result<unknown, GatherRefusal>> {
  const text = await person.ask('', 'hidden');
  const value = text === null ? undefined : option.read(text);
  if (value !== undefined) return ok(value);
  const problem = `The first line of standard input is the ${name}: it must be ${option.must}.`;
  return refuse({ reason: 'wrong', problems: [problem] });
}
