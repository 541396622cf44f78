import type { Context } from 'hono';
import { ERRORS } from '#shared/contracts/errors.ts';
import type { RequestEnv } from '../../http/env.ts';

/** What was typed into a form of these pages, by field; `version` is what was on screen. */
type Typed = Readonly<Record<string, string | undefined>>;

/** How a form that was refused is shown again: with what was typed. */
interface ShownAgain {
  readonly typed: Typed;
  readonly status: 409 | 422;
}

/**
 * Shows a form again that was refused. Said to be outdated, the next press is over what stands now, whose
 * version `versionNow` reads; with another mistake it is over what was on screen.
 */
export async function refusedForm(
  c: Context<RequestEnv>,
  typed: Typed,
  { reason, versionNow }: { readonly reason: string; readonly versionNow: () => Promise<number> },
): Promise<ShownAgain> {
  const code = reason === 'outdated' ? 'outdated' : 'formRefused';
  c.set('failure', code);
  const { status } = ERRORS[code];
  if (code !== 'outdated') return { typed, status };
  return { typed: { ...typed, version: String(await versionNow()) }, status };
}
