import { EXTENSION } from '#test/support/backend.ts';
import { questions } from '../practice/history.ts';
import { CLINICIAN, type PracticeOnDisk } from '../practice/make-practice.ts';
import type { ServerProcess } from './server-process.ts';

/** Something that answers the brief's question for every client of a practice. */
export interface Target {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** One for each client. */
  readonly bodies: readonly string[];
}

/** The real procedure, as the extension calls it. */
export async function realTarget(
  name: string,
  server: ServerProcess,
  { extent }: PracticeOnDisk,
): Promise<Target> {
  return {
    name,
    url: `${server.url}/rpc/brief.ofRecord`,
    headers: { ...HEADERS, authorization: `Bearer ${await signIn(server.url)}` },
    bodies: bodiesOf(extent),
  };
}

/** The bare route, asked by the same request. */
export function bareTarget(
  name: string,
  server: ServerProcess,
  { extent }: PracticeOnDisk,
): Target {
  return { name, url: `${server.url}/brief`, headers: HEADERS, bodies: bodiesOf(extent) };
}

/** Asks once; the body of the reply. */
export async function ask({ url, headers, bodies }: Target, client: number): Promise<string> {
  const body = bodies[client % bodies.length] ?? '';
  const reply = await fetch(url, { method: 'POST', headers, body });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
  return reply.text();
}

const HEADERS = { 'content-type': 'application/json', origin: EXTENSION };

function bodiesOf(extent: PracticeOnDisk['extent']): string[] {
  return questions(extent).map((question) => JSON.stringify(question));
}

/** Signs in at the console's page; its session's token is also a bearer token. */
async function signIn(url: string): Promise<string> {
  const reply = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url },
    body: new URLSearchParams({ email: CLINICIAN.email, password: CLINICIAN.password }).toString(),
  });
  const [, token] = /=([^;.]+)/.exec(reply.headers.getSetCookie()[0] ?? '') ?? [];
  if (token === undefined) throw new Error(`sign-in was answered with ${reply.status}`);
  return decodeURIComponent(token);
}
