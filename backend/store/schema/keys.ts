import { type AnyPgColumn, foreignKey } from 'drizzle-orm/pg-core';
import { client, staff } from './people.ts';

/** A row about a client of its own practice. */
export const ofClient = (table: {
  readonly practiceId: AnyPgColumn;
  readonly clientId: AnyPgColumn;
}) =>
  foreignKey({
    columns: [table.practiceId, table.clientId],
    foreignColumns: [client.practiceId, client.clientId],
  });

/** A column that names somebody who works in the row's own practice. */
export const ofStaff = (table: { readonly practiceId: AnyPgColumn }, column: AnyPgColumn) =>
  foreignKey({
    columns: [table.practiceId, column],
    foreignColumns: [staff.practiceId, staff.staffId],
  });
