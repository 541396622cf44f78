import type { Gate } from '../server/gate.ts';
import type { Markup } from '../server/markup.ts';
import { contentSecurityPolicy, pageNonce, REPORT_PATH } from '../server/policy.ts';
import { assetReply, EMPTY_REPLY, pageReply } from '../server/replies.ts';
import type { PageReply, PageRequest } from '../server/secure-server.ts';
import { calendarPage } from './pages/calendar.ts';
import { clientListPage, clientPage, plainPage, signInPage } from './pages/client-pages.ts';
import { eventPage } from './pages/event.ts';
import { shell } from './pages/shell.ts';
import { CLIENTS, type Client, eventsOn } from './records.ts';
import type { NoteText, SessionsHealthState } from './state.ts';
import { STYLES } from './styles.ts';

/** All that an answer depends on. */
export type Site = {
  readonly gates: { readonly page: Gate };
  /** The browser program. */
  readonly script: string;
  readonly state: SessionsHealthState;
  /** `YYYY-MM-DD` */
  readonly today: string;
};

/** Where the page's program fetches the content of another page: no part of what is imitated. */
const CONTENT = '/stand-in/content';

/** The server's one function: request in, reply out. */
export function answering(site: Site): (request: PageRequest) => Promise<PageReply> {
  return async (request) => {
    const { method, path } = request;
    if (path === REPORT_PATH) {
      site.state.policyReports.push(request.body);
      return EMPTY_REPLY;
    }
    if (path === '/favicon.ico') return EMPTY_REPLY;
    if (path === '/assets/app.css') return assetReply(STYLES, 'text/css');
    if (path === '/assets/app.js') return assetReply(site.script, 'text/javascript');
    if (method === 'POST') return change(site, request);
    if (path.startsWith(CONTENT)) {
      await site.gates.page.pass();
      const content = contentOf(site, path.slice(CONTENT.length), request.query);
      return pageReply(content.html, "default-src 'none'");
    }
    const nonce = pageNonce();
    const page = shell(contentOf(site, path, request.query), nonce);
    return pageReply(page, contentSecurityPolicy(nonce, false));
  };
}

function contentOf(site: Site, path: string, query: URLSearchParams): Markup {
  const { state, today } = site;
  if (state.signedOut || path === '/login') return signInPage();
  const [, section = '', id = ''] = path.split('/');
  if (section === 'calendar') {
    return calendarPage(eventsOn(today), today, query.get('view') ?? 'day');
  }
  if (section === 'events') {
    const event = eventsOn(today).find((one) => one.id === id);
    if (event === undefined) return plainPage('Not found');
    return eventPage({ ...event, client: shownClient(state, event.client) }, state);
  }
  if (section !== 'clients') return plainPage('Home');
  if (id === '') return clientListPage(CLIENTS);
  const client = CLIENTS.find((one) => one.id === id);
  return client === undefined ? plainPage('Not found') : clientPage(shownClient(state, client));
}

function shownClient({ shown }: SessionsHealthState, client: Client): Client {
  return { ...client, ...shown[client.id] };
}

/** `model` reports what the boxes hold; `save` and `sign` are the page's own buttons. */
function change({ state }: Site, { path, body }: PageRequest): PageReply {
  const { eventId, text } = JSON.parse(body) as { eventId: string; text: NoteText };
  if (path === '/stand-in/models') state.models[eventId] = text;
  else if (!state.signed.has(eventId)) state.notes[eventId] = text;
  if (path === '/stand-in/sign') state.signed.add(eventId);
  return EMPTY_REPLY;
}
