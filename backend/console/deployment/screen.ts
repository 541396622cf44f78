import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';
import { type Problems, problemOf } from '../field.ts';
import { factsSection } from './facts.ts';
import { filesSection } from './files.ts';
import { WHOLE } from './problems.ts';
import type { ServerFacts } from './server-facts.ts';
import { installingSection, settingsSection } from './settings.ts';
import { CHECK, DeploymentForm } from './typed.ts';

/** What the page of policy files depends on. */
export interface DeploymentScreen {
  readonly facts: ServerFacts;
  readonly typed: DeploymentForm;
  readonly problems: Problems;
  /** Whether what was typed was looked at and can be used. */
  readonly checked: boolean;
}

/** Makes the files by which browsers are set up. Every button sends the whole form. */
export function deploymentScreen({ facts, typed, problems, checked }: DeploymentScreen): Markup {
  const focus = Object.keys(DeploymentForm.shape).find((name) => problems.has(name)) ?? null;
  const shown = { typed, problems, focus };
  return html`<h1>Deployment</h1>
    <p>
      Policy files that install Throughline in this practice’s browsers and set it up. Choose the
      settings, then download the file of each platform that you manage.
    </p>
    <p class="note small">
      What you choose here is not kept: keep the files. That a file was made, for which platform, when
      and by whom, is in the audit log.
    </p>
    ${said(problems, checked)} ${factsSection(facts)}
    <form method="post" action="/deployment" class="fields" autocomplete="off" novalidate>
      ${settingsSection(shown)} ${installingSection(shown, facts.book === null)}
      <div class="steps"><button class="main" name="do" value="${CHECK}">Check</button></div>
      ${filesSection()}
    </form>`;
}

function said(problems: Problems, checked: boolean): Markup | '' {
  if (problems.size > 0) {
    return html`<p class="note refused" role="alert">
        No file was made. Look at what is marked.
      </p>
      ${problemOf(WHOLE, problems)}`;
  }
  if (!checked) return '';
  return html`<p class="note" role="status">
    Everything can be used. No file was made yet: <a href="#files">choose one</a>.
  </p>`;
}
