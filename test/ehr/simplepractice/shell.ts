import { html, type Markup } from '../server/markup.ts';
import type { Appearance } from './api.ts';

/** The one page of the application: every path gets it, the browser program fills it. */
export function shell(appearance: Appearance, nonce: string): string {
  const page: Markup = html`<!doctype html>
<html lang="${appearance.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csrf-token" content="stand-in">
<meta name="practice-app/config/environment" content="${JSON.stringify(appearance)}">
<title>SimplePractice</title>
<link rel="stylesheet" href="/assets/app.css">
</head>
<body class="ember-application">
<div id="app-root"></div>
<script src="/assets/app.js" nonce="${nonce}"></script>
</body>
</html>`;
  return page.html;
}

/** The page of the sign-in host. */
export function signInPage(): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Sign in</title>
<link rel="stylesheet" href="/assets/app.css">
</head>
<body>
<main class="sign-in">
<h1>Sign in</h1>
<form>
<p><label for="user_email">Email</label> <input id="user_email" name="user[email]" type="email"></p>
<p><label for="user_password">Password</label> <input id="user_password" name="user[password]" type="password"></p>
<p><button id="submitBtn" type="submit">Sign in</button></p>
</form>
</main>
<footer class="stand-in-note">Stand-in for tests: all people are invented</footer>
</body>
</html>`.html;
}
