import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';
import type { Destination } from '../destination.ts';

/** What the sign-in page depends on. */
export interface SignInScreen {
  /** The pairing that is to be approved after signing in; null when there is none. */
  readonly userCode: string | null;
  /** The page to go on to; null for the pairing. */
  readonly to: Destination | null;
  /** Why the last try failed; null on the first. */
  readonly problem: string | null;
  /** The address typed before. */
  readonly email: string;
}

/** Signing in with e-mail address and password. */
export function signInScreen({ userCode, to, problem, email }: SignInScreen): Markup {
  return html`<h1>Sign in</h1>
    ${userCode === null ? '' : html`<p>Then you can connect the browser extension.</p>`}
    ${problem === null ? '' : html`<p class="note refused" role="alert">${problem}</p>`}
    <form method="post" action="/sign-in" class="fields">
      ${userCode === null ? '' : html`<input type="hidden" name="user_code" value="${userCode}" />`}
      ${to === null ? '' : html`<input type="hidden" name="to" value="${to}" />`}
      <div class="field">
        <label for="email">E-mail address</label>
        <input
          id="email"
          name="email"
          type="email"
          value="${email}"
          autocomplete="username"
          required
          maxlength="254"
        />
      </div>
      <div class="field">
        <label for="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          maxlength="128"
        />
      </div>
      <button class="main">Sign in</button>
    </form>`;
}
