import { html } from 'hono/html';
import type { OpenCheckIn } from '#backend/care/client-care.ts';
import type { Markup } from '../../pages/page.ts';
import type { Reader } from '../reader.ts';

/**
 * Said where the page speaks another language than the measure. Every measure in the data is the
 * English original; a translation that is not its owner's own would be another measure.
 */
export function inEnglishOnly({ language, say }: Reader, checkIn: OpenCheckIn): Markup | '' {
  return language === 'english' || checkIn.kind === 'form'
    ? ''
    : html`<p class="note">${say.measureIsEnglish}</p>`;
}
