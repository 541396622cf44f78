import { html, type Markup } from '../../server/markup.ts';

/** A whole page around its content. */
export function shell(content: Markup, nonce: string): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sessions Health</title>
<link rel="stylesheet" href="/assets/app.css">
</head>
<body class="ember-application">
<nav class="app-bar" aria-label="Main"><a href="/calendar?view=day">Calendar</a> <a href="/clients">Clients</a></nav>
<main id="ember1">${content}</main>
<footer class="stand-in-note">Stand-in for tests: all people are invented</footer>
<script src="/assets/app.js" nonce="${nonce}"></script>
</body>
</html>`.html;
}
