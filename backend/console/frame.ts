import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Role } from '#backend/access/caller.ts';
import { mayOnPage, type PagePermission } from '#backend/access/pages.ts';
import type { RequestEnv } from '../http/env.ts';
import { type Markup, page } from '../pages/page.ts';
import type { Destination } from './destination.ts';

/** A place, its name, and what it takes to go there; null where everybody may. */
type Place = readonly ['connect' | Destination, string, PagePermission | null];

/** Where somebody can go who is signed in. What everybody may read stands there for everybody. */
const PLACES: readonly Place[] = [
  ['connect', 'Connect', null],
  ['caseload', 'Caseload', 'caseload.read'],
  ['alerts', 'Alerts', null],
  ['my-contact', 'How you are told', null],
  ['messages', 'Messages not sent', null],
  ['wording', 'Wording', null],
  ['measures', 'Measures', null],
  ['hand-measures', 'Totals by hand', null],
  ['alert-rules', 'Alert rules', null],
  ['alert-actions', 'Alert actions', null],
  ['escalation', 'Who is told', null],
  ['forms', 'Own forms', null],
  ['phrases', 'Phrases', null],
  ['fleet', 'Browsers', null],
  ['deployment', 'Deployment', 'deployment.make'],
];

/** A page for staff: its name in the tab, what it shows, and the place that it belongs to. */
export interface StaffPage {
  readonly title: string;
  readonly screen: Markup;
  /** Null where it belongs to none. */
  readonly here?: 'connect' | Destination | null;
}

/** A page for staff. Whoever is signed in reads on it as whom, and in which practice. */
export function staffPage(
  c: Pick<Context<RequestEnv>, 'get'>,
  { title, screen, here = null }: StaffPage,
): Markup {
  const signedIn = c.get('signedIn');
  return page({
    title: `${title} · Throughline`,
    top: html`<span class="name">Throughline</span>${signedIn === undefined ? '' : html`${who(signedIn)}${places(here, signedIn.role)}`}`,
    screen,
    foot: html`<p class="small">
      Throughline never asks for your password inside an EHR page, in an e-mail or on the phone.
    </p>`,
  });
}

function who({ displayName, practiceName }: NonNullable<RequestEnv['Variables']['signedIn']>) {
  return html`<p class="who">
      <span class="hidden">Signed in as </span><strong>${displayName}</strong>, ${practiceName}
    </p>
    <form method="post" action="/sign-out" class="out"><button class="quiet">Sign out</button></form>`;
}

function places(here: string | null, role: Role): Markup {
  const open = PLACES.filter(([, , needs]) => needs === null || mayOnPage(role, needs));
  const links = open.map(
    ([place, name]) =>
      html`<a href="/${place}" ${place === here ? html`aria-current="page"` : ''}>${name}</a>`,
  );
  return html`<nav aria-label="Pages">${links}</nav>`;
}
