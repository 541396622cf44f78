import type { Appearance } from '../api.ts';

const SIGN_IN = 'https://account.simplepractice.com/';

/** How this page was asked to look, from the shell. */
export function appearance(): Appearance {
  const meta = document.querySelector('meta[name="practice-app/config/environment"]');
  return JSON.parse(meta?.getAttribute('content') ?? '') as Appearance;
}

/** Reads data; null when there is none. A signed-out session leaves for the sign-in host. */
export async function read<Data>(path: string): Promise<Data | null> {
  const response = await fetch(`/frontend/${path}`, { headers: { accept: 'application/json' } });
  leaveWhenSignedOut(response);
  return response.ok ? ((await response.json()) as Data) : null;
}

/** Sends a change; false when the server refused it. */
export async function send(
  method: 'PATCH' | 'POST',
  path: string,
  body: unknown,
): Promise<boolean> {
  const response = await fetch(`/frontend/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  leaveWhenSignedOut(response);
  return response.ok;
}

function leaveWhenSignedOut(response: Response): void {
  if (response.status === 401) location.assign(SIGN_IN);
}
