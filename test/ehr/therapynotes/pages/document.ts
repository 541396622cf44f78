import { html, type Markup } from '../../server/markup.ts';

const NAVIGATION = [
  ['/app/', 'Home'],
  ['/app/scheduling/', 'Scheduling'],
  ['/app/patients/', 'Patients'],
] as const;

/** A whole page: the content inside the one form that every postback sends. */
export function document(
  content: Markup,
  nonce: string,
  viewState: unknown,
  autosaveDelayMs: number,
): string {
  const state = Buffer.from(JSON.stringify(viewState)).toString('base64');
  const links = NAVIGATION.map(([path, name]) => html`<a href="${path}">${name}</a>`);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>TherapyNotes</title>
<link rel="stylesheet" href="/assets/app.css">
</head>
<body data-autosave-delay="${autosaveDelayMs}">
<form method="post" id="aspnetForm">
<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="">
<input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="">
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${state}">
<div class="app-bar"><span class="practice">Hale Practice</span><nav aria-label="Main">${links}</nav></div>
<main id="ctl00_BodyContent">${content}</main>
</form>
<div id="ElementDropbox"></div>
<footer class="stand-in-note">Stand-in for tests: all people are invented</footer>
<script src="/assets/app.js" nonce="${nonce}"></script>
</body>
</html>`.html;
}
