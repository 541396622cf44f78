import type { Context } from 'hono';
import type { RequestEnv } from '../http/env.ts';
import { failureFor } from '../http/failure.ts';
import { staffPage } from './frame.ts';
import { refusedScreen } from './screens/outcome.ts';

/** Answers a browser whose address leads nowhere, with a way back. */
export function missingPage(c: Context<RequestEnv>) {
  const { code, status } = failureFor('notFound');
  c.set('failure', code);
  const back = { href: '/connect', label: 'To the start' };
  const screen = refusedScreen('There is no page at this address.', back);
  return c.html(staffPage(c, { title: 'Not found', screen }), status);
}
