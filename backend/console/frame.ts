import { html } from 'hono/html';
import { type Markup, page } from '../pages/page.ts';

/** A page for staff. */
export function staffPage(title: string, screen: Markup): Markup {
  return page({
    title: `${title} · Throughline`,
    top: html`<span class="name">Throughline</span>`,
    screen,
    foot: html`<p class="small">
      Throughline never asks for your password inside an EHR page, in an e-mail or on the phone.
    </p>`,
  });
}
