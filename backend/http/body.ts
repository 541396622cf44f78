import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { AppError } from '#shared/contracts/errors.ts';
import { isStorable } from './storable.ts';

/** The largest form or pairing request, in bytes. */
export const SMALL_BODY = 8 * 1024;

/**
 * The fields of a submitted form, checked by a schema. Refuses (`malformedInput`) other content
 * types, repeated fields, fields the schema doesn't name, and text that can't be stored.
 */
export async function formBody<Schema extends z.ZodMiniType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  requireMediaType(c, 'application/x-www-form-urlencoded');
  const fields = [...new URLSearchParams(await c.req.text())];
  const named = Object.fromEntries(fields);
  if (Object.keys(named).length !== fields.length) throw new AppError('malformedInput');
  return checked(named, schema);
}

/** A JSON body, checked by a schema; refuses (`malformedInput`) everything else. */
export async function jsonBody<Schema extends z.ZodMiniType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  requireMediaType(c, 'application/json');
  const text = await c.req.text();
  return checked(parsedJson(text), schema);
}

/** Refuses a body of another media type. */
export function requireMediaType(c: Context, wanted: string): void {
  const given = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (given !== wanted) throw new AppError('malformedInput');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('malformedInput');
  }
}

function checked<Schema extends z.ZodMiniType>(value: unknown, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success || !isStorable(parsed.data)) throw new AppError('malformedInput');
  return parsed.data;
}
