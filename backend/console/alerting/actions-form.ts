import * as z from 'zod/mini';
import type { WantedAction } from '#backend/care/alerts/alerting-care.ts';
import { MOST_ACTIONS, type Protocol, type ProtocolAction } from '#shared/contracts/protocol.ts';

/** What somebody typed into the page of the list, by field. */
export type TypedActions = Readonly<Record<string, string | undefined>>;

/** Rows of the page: `a1` to `a12`. */
export const ACTION_ROWS: readonly string[] = Array.from(
  { length: MOST_ACTIONS },
  (_, row) => `a${row + 1}`,
);

/** Empty rows below the list, for new actions. */
const SPARE = 2;

/** A field of a row; a box that is ticked says `on`. */
const Typed = z.optional(z.string().check(z.maxLength(1000)));

/** The fields of a row, behind its name. */
const FIELDS = ['id', 'words', 'sentence', 'forSafety', 'inUse'] as const;

/** The form: a row of fields for each action, and the version that was on screen. */
export const ActionsForm = z.strictObject({
  version: z.string().check(z.regex(/^\d{1,9}$/)),
  ...Object.fromEntries(
    ACTION_ROWS.flatMap((row) => FIELDS.map((name) => [`${row}.${name}`, Typed] as const)),
  ),
});

/** A list as the page shows it, to be changed. */
export function typedOf({ version, actions }: Protocol): TypedActions {
  const rows = actions.flatMap((action, row) => fieldsOf(`a${row + 1}`, action));
  return { version: String(version), ...Object.fromEntries(rows) };
}

/** The rows that are shown: those that say something, and a few to write more in. */
export function shownRows(typed: TypedActions): readonly string[] {
  const last = ACTION_ROWS.findLastIndex((row) => isWritten(typed, row));
  return ACTION_ROWS.slice(0, last + 1 + SPARE);
}

/** The rows that say something: what is left empty is not on the list. */
export function writtenRows(typed: TypedActions): readonly string[] {
  return ACTION_ROWS.filter((row) => isWritten(typed, row));
}

/** What was typed as a list, unchecked; an id is that of an action that was there before. */
export function wantedActions(typed: TypedActions): readonly WantedAction[] {
  return writtenRows(typed).map((row) => {
    const sentence = plain(typed[`${row}.sentence`]);
    const id = typed[`${row}.id`] ?? '';
    return {
      id: id === '' ? null : id,
      words: plain(typed[`${row}.words`]),
      sentence: sentence === '' ? null : sentence,
      forSafety: typed[`${row}.forSafety`] === 'on',
      inUse: typed[`${row}.inUse`] === 'on',
    };
  });
}

function isWritten(typed: TypedActions, row: string): boolean {
  return [`${row}.words`, `${row}.sentence`].some((name) => plain(typed[name]) !== '');
}

function plain(text: string | undefined): string {
  return (text ?? '').trim().replaceAll(/\s+/g, ' ');
}

function fieldsOf(row: string, { id, words, sentence, forSafety, inUse }: ProtocolAction) {
  return [
    [`${row}.id`, id],
    [`${row}.words`, words],
    [`${row}.sentence`, sentence ?? ''],
    [`${row}.forSafety`, forSafety ? 'on' : undefined],
    [`${row}.inUse`, inUse ? 'on' : undefined],
  ] as const;
}
