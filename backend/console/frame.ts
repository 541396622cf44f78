import { html } from 'hono/html';
import { type Markup, page } from '../pages/page.ts';
import type { Destination } from './destination.ts';

/** Where somebody can go who is signed in. */
const PLACES = [
  ['connect', 'Connect'],
  ['measures', 'Measures'],
  ['hand-measures', 'Totals by hand'],
  ['alert-rules', 'Alert rules'],
  ['forms', 'Own forms'],
  ['phrases', 'Phrases'],
  ['fleet', 'Browsers'],
] as const satisfies readonly (readonly ['connect' | Destination, string])[];

/** A page for staff; `here` is set for those who are signed in. */
export function staffPage(
  title: string,
  screen: Markup,
  here: 'connect' | Destination | null = null,
): Markup {
  return page({
    title: `${title} · Throughline`,
    top: html`<span class="name">Throughline</span>${here === null ? '' : html`${places(here)}${signOut()}`}`,
    screen,
    foot: html`<p class="small">
      Throughline never asks for your password inside an EHR page, in an e-mail or on the phone.
    </p>`,
  });
}

function signOut(): Markup {
  return html`<form method="post" action="/sign-out"><button class="quiet">Sign out</button></form>`;
}

function places(here: string): Markup {
  const links = PLACES.map(
    ([place, name]) =>
      html`<a href="/${place}" ${place === here ? html`aria-current="page"` : ''}>${name}</a>`,
  );
  return html`<nav aria-label="Pages">${links}</nav>`;
}
