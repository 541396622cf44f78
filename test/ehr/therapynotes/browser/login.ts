import { fragment } from './fragment.ts';

/** Signing in: practice code, then name and password. The URL stays when the first page is shown. */
export function startLogin(login: Element): void {
  const userStep = login.querySelector<HTMLElement>('#Login__UserStep');
  const practiceStep = login.querySelector<HTMLElement>('#Login__PracticeStep');
  login.querySelector('#Continue__ContinueButton')?.addEventListener('click', () => {
    if (practiceStep !== null) practiceStep.hidden = true;
    if (userStep !== null) userStep.hidden = false;
  });
  login.querySelector('#Login__LogInButton')?.addEventListener('click', () => void logIn(login));
}

async function logIn(login: Element): Promise<void> {
  const response = await fetch('/app/login/api/login.aspx', { method: 'POST' });
  const { content } = (await response.json()) as { content: string };
  login.replaceWith(fragment(content));
}
