import { REPORT_PATH } from '../server/policy.ts';
import { assetReply, EMPTY_REPLY, jsonReply, redirectReply } from '../server/replies.ts';
import type { PageReply, PageRequest } from '../server/secure-server.ts';
import { NOTE_API } from './note-routes.ts';
import { chartTab, showChart, showNote } from './record-routes.ts';
import { searchPatients } from './search-route.ts';
import type { Handler, Site } from './site.ts';
import { LOGIN_ROUTES, showHome, showMarketing, showScheduling } from './site-routes.ts';
import { STYLES } from './styles.ts';

type Route = readonly [method: string, path: RegExp, handler: Handler];

const OPEN_ROUTES: readonly Route[] = [
  ['GET', /^\/$/, showMarketing],
  ['GET', /^\/assets\/app\.css$/, async () => assetReply(STYLES, 'text/css')],
  ['GET', /^\/assets\/app\.js$/, async (site) => assetReply(site.script, 'text/javascript')],
  ['GET', /^\/favicon\.ico$/, async () => EMPTY_REPLY],
  ...LOGIN_ROUTES,
];

const SESSION_ROUTES: readonly Route[] = [
  ['GET', /^\/app\/patients\/loadtab\.aspx$/, chartTab],
  ...NOTE_API,
  ['GET', /^\/app\/$/, showHome],
  ['GET', /^\/app\/scheduling\/$/, showScheduling],
  ['GET', /^\/app\/patients\/(?:list)?$/, searchPatients],
  ['POST', /^\/app\/patients\/(?:list)?$/, searchPatients],
  ['GET', /^\/app\/patients\/edit\/([\w-]+)\/$/, showChart],
];

const NOT_FOUND: PageReply = { status: 404, body: 'Not found' };

/** The server's one function: request in, reply out. */
export function answering(site: Site): (request: PageRequest) => Promise<PageReply> {
  return async (request) => {
    const { method, path } = request;
    if (path === REPORT_PATH) {
      site.state.policyReports.push(request.body);
      return EMPTY_REPLY;
    }
    site.state.requests.push({ method, path });
    const open = await firstAnswer(OPEN_ROUTES, site, request);
    if (open !== null) return open;
    if (site.state.signedOut) return refusal(path);
    const noteId = noteIdIn(path, site);
    if (noteId !== null) return showNote(site, request, [noteId]);
    return (await firstAnswer(SESSION_ROUTES, site, request)) ?? NOT_FOUND;
  };
}

/** Where notes live is not publicly known, so the path of the note page is an option. */
function noteIdIn(path: string, { appearance }: Site): string | null {
  const [before = '', after = ''] = appearance.notePath.split('{noteId}');
  if (!path.startsWith(before) || !path.endsWith(after)) return null;
  const id = path.slice(before.length, path.length - after.length);
  return /^\d+$/.test(id) ? id : null;
}

async function firstAnswer(
  routes: readonly Route[],
  site: Site,
  request: PageRequest,
): Promise<PageReply | null> {
  for (const [method, pattern, handler] of routes) {
    const match = pattern.exec(request.path);
    if (match !== null && method === request.method) return handler(site, request, match.slice(1));
  }
  return null;
}

function refusal(path: string): PageReply {
  return path.endsWith('.aspx')
    ? jsonReply({ error: 'signed out' }, 401)
    : redirectReply('/app/login/');
}
