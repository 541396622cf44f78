import { html } from 'hono/html';
import type { Visitor } from '#backend/identity/sign-in.ts';
import type { Markup } from '../../pages/page.ts';

/** Approving or denying a pairing: the code, who approves, and when not to. */
export function connectScreen(userCode: string, visitor: Visitor): Markup {
  return html`<h1>Connect the browser extension?</h1>
    <p>Is this the code that the extension shows you right now?</p>
    <p class="code" aria-label="${spelled(userCode)}">${userCode}</p>
    <dl class="facts">
      <dt>Signed in as</dt>
      <dd>${visitor.displayName}</dd>
      <dt>E-mail</dt>
      <dd>${visitor.email}</dd>
    </dl>
    <p class="note">
      <strong>Approve only what you started yourself.</strong> Whoever shows this code will see your
      caseload, as you do, for up to 12 hours. If somebody sent you a link to this page, deny.
    </p>
    <form method="post" action="/connect" class="decide">
      <input type="hidden" name="user_code" value="${userCode}" />
      <button class="main" name="decision" value="approve">Approve</button>
      <button name="decision" value="deny">Deny</button>
    </form>
    <form method="post" action="/sign-out">
      <input type="hidden" name="user_code" value="${userCode}" />
      <button class="quiet">This is not me: sign in as somebody else</button>
    </form>`;
}

/** Typing the code by hand, where the extension could not open the page with it. */
export function enterCodeScreen(problem: string | null): Markup {
  return html`<h1>Connect the browser extension</h1>
    ${problem === null ? '' : html`<p class="note refused" role="alert">${problem}</p>`}
    <form method="get" action="/connect" class="fields">
      <div class="field">
        <label for="code">The code that the extension shows</label>
        <input
          id="code"
          name="user_code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          required
          maxlength="20"
          placeholder="BCDF-GHJK"
        />
      </div>
      <button class="main">Go on</button>
    </form>`;
}

/** Letter by letter, for a screen reader. */
function spelled(userCode: string): string {
  return `Code ${userCode.split('').join(' ').replace('-', 'dash')}`;
}
