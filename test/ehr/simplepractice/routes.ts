import type { Gate } from '../server/gate.ts';
import { contentSecurityPolicy, pageNonce, REPORT_PATH } from '../server/policy.ts';
import { assetReply, EMPTY_REPLY, jsonReply, pageReply, redirectReply } from '../server/replies.ts';
import type { PageReply, PageRequest } from '../server/secure-server.ts';
import type { Appearance, ModelReport, ScoredMeasure } from './api.ts';
import { answerData } from './data-routes.ts';
import type { Appointment } from './records.ts';
import { shell, signInPage } from './shell.ts';
import type { SimplePracticeState } from './state.ts';
import { STYLES } from './styles.ts';

/** All that an answer depends on. */
export type Practice = {
  readonly appearance: Appearance;
  readonly appointments: readonly Appointment[];
  readonly gates: { readonly header: Gate; readonly body: Gate };
  /** What the EHR has scored, by the record's hash. */
  readonly measures: Readonly<Record<string, readonly ScoredMeasure[]>>;
  /** The browser program. */
  readonly script: string;
  readonly state: SimplePracticeState;
  readonly trustedTypes: boolean;
};

const SIGN_IN_HOST = 'account.simplepractice.com';

/** The server's one function: request in, reply out. */
export function answering(practice: Practice): (request: PageRequest) => Promise<PageReply> {
  const { script, state } = practice;
  return async (request) => {
    const { method, host, path } = request;
    if (path === REPORT_PATH) return policyReport(practice, request);
    if (path === '/stand-in/models') return modelReport(practice, request);
    state.requests.push({ method, host, path });
    if (path === '/favicon.ico') return EMPTY_REPLY;
    if (path === '/assets/app.css') return assetReply(STYLES, 'text/css');
    if (path === '/assets/app.js') return assetReply(script, 'text/javascript');
    if (host === SIGN_IN_HOST) return page(practice, () => signInPage());
    if (path.startsWith('/frontend/')) {
      return state.signedOut
        ? jsonReply({ error: 'signed out' }, 401)
        : answerData(practice, request);
    }
    if (state.signedOut) return redirectReply(`https://${SIGN_IN_HOST}/`);
    return page(practice, (nonce) => shell(practice.appearance, nonce));
  };
}

function page(practice: Practice, body: (nonce: string) => string): PageReply {
  const nonce = pageNonce();
  return pageReply(body(nonce), contentSecurityPolicy(nonce, practice.trustedTypes));
}

function policyReport(practice: Practice, request: PageRequest): PageReply {
  practice.state.policyReports.push(request.body);
  return EMPTY_REPLY;
}

/** The test's window into the editors: not part of the product that is imitated. */
function modelReport({ state }: Practice, request: PageRequest): PageReply {
  const { appointmentId, field, at, changes, content } = JSON.parse(request.body) as ModelReport;
  const models = (state.models[appointmentId] ??= {});
  const known = models[field];
  if (known === undefined || known.at < at) models[field] = { ...content, at, changes };
  return EMPTY_REPLY;
}
