import * as z from 'zod/mini';

/** The input of a procedure that takes none; anything else is malformed. */
export const NoInput = z.optional(z.strictObject({}));
