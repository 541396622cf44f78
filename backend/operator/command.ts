import type { Json } from '#backend/audit/canonical.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { Operator } from './operator.ts';
import type { Option } from './option.ts';
import type { OperatorRefusal } from './refusal.ts';

/** What a command tells when it is done. */
export interface Report {
  /** For a person. Names nobody in therapy, unless the list of them was asked for. */
  readonly lines: readonly string[];
  /** The same for a machine. */
  readonly facts: Readonly<Record<string, Json>>;
}

/** What became of a command. */
export type Outcome = Result<Report, OperatorRefusal>;

/** One thing that the operator can do. */
export interface CommandSpec<Wanted> {
  /** As it is typed: `add-staff`. */
  readonly name: string;
  /** What it does, in a line of the help. */
  readonly summary: string;
  /** One for every member of what is wanted; `birthDate` is typed as `--birth-date`. */
  readonly options: { readonly [Key in keyof Wanted]: Option<Wanted[Key]> };
  readonly run: (operator: Operator, wanted: Wanted) => Promise<Outcome>;
}

/** A command among others, whatever it wants. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** By the name that is typed after `--`. */
  readonly options: ReadonlyMap<string, Option<unknown>>;
  /** Runs it with one value for each option, as the option read it. */
  readonly run: (operator: Operator, values: ReadonlyMap<string, unknown>) => Promise<Outcome>;
}

/** Makes a command that can stand in a list with others. */
export function command<Wanted extends object>(spec: CommandSpec<Wanted>): Command {
  const options = Object.entries<Option<unknown>>(spec.options);
  return {
    name: spec.name,
    summary: spec.summary,
    options: new Map(options.map(([key, option]) => [typedName(key), option])),
    run: (operator, values) => {
      const wanted = Object.fromEntries(options.map(([key]) => [key, values.get(typedName(key))]));
      // Each value was read by the option of its own name.
      return spec.run(operator, wanted as Wanted);
    },
  };
}

function typedName(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
