import { type Context, Hono } from 'hono';
import type { Caller } from '#backend/access/caller.ts';
import type { FleetCare } from '#backend/care/fleet/fleet-care.ts';
import { fileBytes, fileName } from '#backend/deploy/policy/file.ts';
import { type FileOfPlatform, fileNamed } from '#backend/deploy/policy/platforms.ts';
import { type PolicySource, policySource } from '#backend/deploy/policy/source.ts';
import { ERRORS } from '#shared/contracts/errors.ts';
import { formBody } from '../../http/body.ts';
import type { RequestEnv } from '../../http/env.ts';
import { admit, type Door } from '../admit.ts';
import { staffPage } from '../frame.ts';
import { problemsOf } from './problems.ts';
import { type DeploymentScreen, deploymentScreen } from './screen.ts';
import { serverFacts } from './server-facts.ts';
import { DeploymentForm, SAFEST_TYPED, wantedOf } from './typed.ts';

type DeploymentContext = Context<RequestEnv>;

/** What the page of policy files is built from. */
export interface DeploymentPagesDeps extends Door {
  readonly fleet: FleetCare;
  /** Where people reach the backend: what the files name as the server. */
  readonly publicUrl: URL;
  /** The release folder; it need not be there. */
  readonly releases: string;
}

const SIGN_IN = '/sign-in?to=deployment';

/** The page that makes policy files. It keeps nothing of what is chosen on it. */
export function deploymentRoutes(deps: DeploymentPagesDeps) {
  const routes = new Hono<RequestEnv>();
  routes.get('/deployment', async (c) => {
    const caller = await admit(deps, c, 'deployment.make');
    if (caller === null) return c.redirect(SIGN_IN, 303);
    const facts = await serverFacts(deps.releases, deps.publicUrl);
    return show(c, { facts, typed: SAFEST_TYPED, problems: new Map(), checked: false });
  });
  routes.post('/deployment', (c) => make(deps, c));
  return routes;
}

async function make(deps: DeploymentPagesDeps, c: DeploymentContext) {
  const typed = await formBody(c, DeploymentForm);
  const caller = await admit(deps, c, 'deployment.make');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const facts = await serverFacts(deps.releases, deps.publicUrl);
  const source = policySource(wantedOf(typed, facts));
  if (!source.ok) {
    c.set('failure', 'formRefused');
    const problems = problemsOf(source.refusal);
    return show(c, { facts, typed, problems, checked: false }, ERRORS.formRefused.status);
  }
  const wanted = fileNamed(typed.do);
  if (wanted === null) return show(c, { facts, typed, problems: new Map(), checked: true });
  return handOut(deps, c, { caller, source: source.value, ...wanted });
}

/** Records the file, then sends it: one that could not be recorded is not handed out. */
async function handOut(
  { fleet }: DeploymentPagesDeps,
  c: DeploymentContext,
  made: FileOfPlatform & { readonly caller: Caller; readonly source: PolicySource },
) {
  const { caller, source, platform, file } = made;
  const name = fileName(file);
  await fleet.recordPolicyFile(caller, { platform, file: name });
  // A copy: the body must not be a view of memory that others share.
  return c.body(Uint8Array.from(fileBytes(file, source)).buffer, 200, {
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename="${name}"`,
  });
}

function show(c: DeploymentContext, screen: DeploymentScreen, status: 200 | 422 = 200) {
  const page = {
    title: 'Deployment',
    screen: deploymentScreen(screen),
    here: 'deployment',
  } as const;
  return c.html(staffPage(c, page), status);
}
