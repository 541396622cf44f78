import { paddedDate } from '../../dates.ts';
import { html, type Markup, NOTHING } from '../../server/markup.ts';
import type { Client } from '../records.ts';

/** The top of a client's and of an appointment's page; what the real one looks like is not public. */
export function clientHeader(client: Client, details: Markup = NOTHING): Markup {
  const birthDate =
    client.birthDate === null
      ? NOTHING
      : html`<li class="list-inline-item">DOB: ${paddedDate(client.birthDate)}</li>`;
  return html`<header class="client-header">
<h1 class="client-name"><a href="/clients/${client.id}">${client.name}</a></h1>
<ul class="list-inline">${birthDate}${details}</ul>
</header>`;
}

/** A client's record. */
export function clientPage(client: Client): Markup {
  return html`${clientHeader(client)}
<section class="card"><h2>Details</h2><p><a href="/clients/${client.id}/details">Edit details</a></p></section>`;
}

/** All records. */
export function clientListPage(clients: readonly Client[]): Markup {
  const rows = clients.map(({ id, name }) => html`<li><a href="/clients/${id}">${name}</a></li>`);
  return html`<h1>Clients</h1><ul class="list-group">${rows}</ul>`;
}

/** A page that holds nothing of interest. */
export function plainPage(title: string): Markup {
  return html`<h1>${title}</h1>`;
}

/** Signing in. */
export function signInPage(): Markup {
  return html`<div class="card login"><h1>Sign in</h1>
<label for="email">Email</label><input type="email" id="email">
<label for="password">Password</label><input type="password" id="password">
<button type="submit" class="btn btn-primary">Sign in</button></div>`;
}
