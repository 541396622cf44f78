import { fragment } from './fragment.ts';
import { startLogin } from './login.ts';

/**
 * Asks the server. When the session has ended, the sign-in form takes the page's place: the URL
 * changes without a page load, so whatever else runs in the page lives on. Null then, and for
 * every other refusal.
 */
export async function request(path: string, body?: unknown): Promise<Response | null> {
  const response = await fetch(
    path,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  );
  if (response.status === 401) await showLogin();
  return response.ok ? response : null;
}

async function showLogin(): Promise<void> {
  const page = await fetch('/app/login/');
  const login = fragment(await page.text()).querySelector('#Login');
  if (login === null) return;
  history.pushState(null, '', '/app/login/');
  document.querySelector('#ctl00_BodyContent')?.replaceChildren(login);
  startLogin(login);
}
