import { html } from 'hono/html';
import type { Markup } from '../pages/page.ts';

/**
 * Said wherever a client is asked for words of their own. No rule looks at them, so nothing here may
 * sound as if somebody read along.
 */
export function wordsAreRead(): Markup {
  return html`What you write is read when your therapist opens your record, usually at your next
  session. Nobody reads along, and nothing looks through your words for signs of danger.`;
}
