import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import type { PracticeCare } from '#backend/care/practice-care.ts';
import { askerOf } from '#backend/identity/asker.ts';
import type { Identity } from '#backend/identity/identity.ts';
import { userCodeFrom } from '#backend/identity/pairing-code.ts';
import { formBody, SMALL_BODY } from '../http/body.ts';
import type { RequestEnv } from '../http/env.ts';
import { type Failure, failureFor, failureOf } from '../http/failure.ts';
import { sizeLimit } from '../http/size-limit.ts';
import type { SourceOf } from '../http/source.ts';
import type { Markup } from '../pages/page.ts';
import { visitorAt } from './admit.ts';
import { type AlertRulePagesDeps, alertRuleRoutes } from './alert-rules.ts';
import { type AlertingPagesDeps, alertingRoutes } from './alerting/routes.ts';
import { type CaseloadPagesDeps, caseloadRoutes } from './caseload/routes.ts';
import { type DeploymentPagesDeps, deploymentRoutes } from './deployment/routes.ts';
import { type Destination, destinationFrom } from './destination.ts';
import { type FleetPagesDeps, fleetRoutes } from './fleet/routes.ts';
import { ConnectForm, SignInForm, SignOutForm } from './forms.ts';
import { staffPage } from './frame.ts';
import { handMeasureRoutes } from './hand-measures/routes.ts';
import { type MeasurePagesDeps, measureRoutes } from './measures.ts';
import { messageRoutes } from './messages/routes.ts';
import { type PreviewDeps, previewRoutes } from './own-forms/preview.ts';
import { ownFormRoutes } from './own-forms/routes.ts';
import { whenAgain } from './pause-text.ts';
import { phraseRoutes } from './phrases/routes.ts';
import { connectScreen, enterCodeScreen } from './screens/connect.ts';
import { outcomeScreen, refusedScreen } from './screens/outcome.ts';
import { signInScreen } from './screens/sign-in.ts';

type ConsoleContext = Context<RequestEnv>;

const CODE_NOT_OPEN =
  'This code is not open. It may have run out, or have been used. Start again in the extension.';
const WRONG_CREDENTIALS = 'E-mail address or password is not right.';

/** What the pages for staff are built from. */
export interface ConsoleDeps
  extends MeasurePagesDeps,
    AlertRulePagesDeps,
    PreviewDeps,
    FleetPagesDeps,
    DeploymentPagesDeps,
    CaseloadPagesDeps,
    AlertingPagesDeps {
  readonly identity: Identity;
  readonly practice: PracticeCare;
  readonly care: CaseloadPagesDeps['care'] & AlertingPagesDeps['care'];
  /** Where the pages are served: the only origin whose forms are accepted. */
  readonly publicUrl: URL;
  /** Whom tries are counted for. */
  readonly sourceOf: SourceOf;
}

/** Pages that take forms from our own origin alone, and small ones. */
const GUARDED = [
  '/sign-in',
  '/sign-out',
  '/connect',
  '/measures/*',
  '/alert-rules/*',
  '/my-contact',
  '/messages/*',
  '/phrases/*',
  '/fleet/*',
  '/deployment',
];

/** The largest page of a form being composed, in bytes: 30 questions, each with all it can hold. */
const LARGEST_DRAFT = 320 * 1024;

/**
 * The largest page of a measure by hand, in bytes: 6,400 characters of name, bands and their source,
 * each of which a form may send in nine.
 */
const LARGEST_MEASURE = 64 * 1024;

/** The largest page of a list of actions or steps, in bytes: twelve rows with all they can hold. */
const LARGEST_LIST = 64 * 1024;

/** The pages for staff: signing in, approving a pairing, and what the practice decides. */
export function consoleRoutes(deps: ConsoleDeps) {
  const { identity, publicUrl } = deps;
  const routes = new Hono<RequestEnv>();
  for (const path of GUARDED) {
    routes.use(path, sizeLimit(SMALL_BODY), csrf({ origin: publicUrl.origin }));
  }
  routes.use('/hand-measures/*', sizeLimit(LARGEST_MEASURE), csrf({ origin: publicUrl.origin }));
  for (const path of ['/alert-actions', '/escalation', '/wording/*']) {
    routes.use(path, sizeLimit(LARGEST_LIST), csrf({ origin: publicUrl.origin }));
  }
  routes.use('/forms/*', sizeLimit(LARGEST_DRAFT), csrf({ origin: publicUrl.origin }));
  // The address that `serve` prints, and that people type.
  routes.get('/', (c) => c.redirect('/connect', 303));
  routes.get('/sign-in', (c) =>
    showSignIn(c, { userCode: codeInAddress(c), to: destinationFrom(c.req.query('to')) }),
  );
  routes.post('/sign-in', (c) => signIn(deps, c));
  routes.post('/sign-out', (c) => signOut(identity, c));
  routes.get('/connect', (c) => showConnect(deps, c));
  routes.post('/connect', (c) => decide(deps, c));
  routes.route('/', caseloadRoutes(deps));
  routes.route('/', measureRoutes(deps));
  routes.route('/', handMeasureRoutes(deps));
  routes.route('/', alertRuleRoutes(deps));
  routes.route('/', alertingRoutes(deps));
  routes.route('/', phraseRoutes(deps));
  routes.route('/', messageRoutes(deps));
  routes.route('/', ownFormRoutes(deps));
  routes.route('/', previewRoutes(deps));
  routes.route('/', fleetRoutes(deps));
  routes.route('/', deploymentRoutes(deps));
  routes.onError((error, c) => showFailure(c, failureOf(error)));
  return routes;
}

function showSignIn(
  c: ConsoleContext,
  parts: { userCode: string | null; to: Destination | null; problem?: string; email?: string },
  status: 200 | 401 | 429 = 200,
) {
  const { userCode, to, problem = null, email = '' } = parts;
  return c.html(
    staffPage(c, { title: 'Sign in', screen: signInScreen({ userCode, to, problem, email }) }),
    status,
  );
}

async function signIn({ identity, sourceOf }: ConsoleDeps, c: ConsoleContext) {
  const form = await formBody(c, SignInForm);
  const userCode = userCodeFrom(form.user_code ?? '');
  const to = form.to ?? null;
  const signedIn = await identity.signIn(form, askerOf(c, sourceOf));
  if (signedIn.ok) {
    for (const cookie of signedIn.value) c.header('set-cookie', cookie, { append: true });
    return c.redirect(to === null ? connectAddress(userCode) : `/${to}`, 303);
  }
  const { email } = form;
  if (signedIn.refusal.reason === 'tooMany') {
    const problem = paused(c, 'sign-ins', signedIn.refusal.seconds);
    return showSignIn(c, { userCode, to, email, problem }, 429);
  }
  c.set('failure', 'signedOut');
  return showSignIn(c, { userCode, to, email, problem: WRONG_CREDENTIALS }, 401);
}

async function signOut(identity: Identity, c: ConsoleContext) {
  const { user_code } = await formBody(c, SignOutForm);
  const visitor = await identity.visitorOf(c.req.header('cookie'));
  if (visitor !== null) await identity.signOut(visitor.token, c.get('requestId'));
  return c.redirect(signInAddress(userCodeFrom(user_code ?? '')), 303);
}

/** Shows what is to be approved. Claims and changes nothing: that happens with the decision. */
async function showConnect(deps: ConsoleDeps, c: ConsoleContext) {
  const typed = c.req.query('user_code');
  const userCode = codeInAddress(c);
  const visitor = await visitorAt(deps, c);
  if (visitor === null) return c.redirect(signInAddress(userCode), 303);
  if (userCode !== null) return c.html(connectPage(c, connectScreen(userCode, visitor)));
  const problem = typed === undefined ? null : CODE_NOT_OPEN;
  return c.html(connectPage(c, enterCodeScreen(problem)), problem === null ? 200 : 404);
}

async function decide(deps: ConsoleDeps, c: ConsoleContext) {
  const { identity, sourceOf } = deps;
  const { user_code, decision } = await formBody(c, ConnectForm);
  const userCode = userCodeFrom(user_code);
  const cookie = c.req.header('cookie');
  const visitor = await visitorAt(deps, c);
  if (visitor === null || cookie === undefined) return c.redirect(signInAddress(userCode), 303);
  if (userCode === null) return showEnterCode(c);
  const approve = decision === 'approve';
  const asker = askerOf(c, sourceOf);
  const decided = await identity.decidePairing(visitor, cookie, { userCode, approve }, asker);
  if (!decided.ok) {
    if (decided.refusal.reason === 'notOpen') return showEnterCode(c);
    const message = paused(c, 'codes', decided.refusal.seconds);
    return showFailure(c, { ...failureFor('tooMany'), message });
  }
  const screen = approve
    ? outcomeScreen('The extension is connected.', 'Close this tab and go back to your chart.')
    : outcomeScreen('Denied. Nothing was connected.', 'You can close this tab.');
  return c.html(connectPage(c, screen));
}

function showEnterCode(c: ConsoleContext) {
  c.set('failure', 'notFound');
  return c.html(connectPage(c, enterCodeScreen(CODE_NOT_OPEN)), 404);
}

function connectPage(c: ConsoleContext, screen: Markup) {
  return staffPage(c, { title: 'Connect', screen, here: 'connect' });
}

function showFailure(c: ConsoleContext, { code, status, message }: Failure) {
  c.set('failure', code);
  const screen = refusedScreen(message, { href: '/connect', label: 'Back' });
  return c.html(staffPage(c, { title: 'Not done', screen }), status);
}

/** Marks a reply as one of too many, and says when to try again (RFC 6585 section 4). */
function paused(c: ConsoleContext, what: string, seconds: number): string {
  c.set('failure', 'tooMany');
  c.header('retry-after', String(seconds));
  return `Too many ${what} were tried, so we pause for safety. The pause ends by itself: try again ${whenAgain(seconds)}.`;
}

function codeInAddress(c: ConsoleContext): string | null {
  return userCodeFrom(c.req.query('user_code') ?? '');
}

function signInAddress(userCode: string | null): string {
  return userCode === null ? '/sign-in' : `/sign-in?user_code=${userCode}`;
}

function connectAddress(userCode: string | null): string {
  return userCode === null ? '/connect' : `/connect?user_code=${userCode}`;
}
