import { later, never, type Outcome, TAKEN } from '../outcome.ts';
import type { Ways } from '../ways.ts';

/** An account with a text service that understands Twilio's Messages resource. */
export interface TextServiceSettings {
  /** Origin of the service: `https://api.twilio.com`. */
  readonly url: URL;
  readonly account: string;
  readonly token: string;
  /** The number that texts come from, ITU-T E.164. */
  readonly from: string;
}

/** What asks the service; the platform's own, except in tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Twilio's codes about the receiving number itself: not a number, can't be reached by text, or its
 * owner replied STOP. https://www.twilio.com/docs/api/errors
 */
const ABOUT_NUMBER = new Set([21211, 21217, 21408, 21610, 21612, 21614]);

/**
 * Sends texts through a service by HTTP:
 * `POST /2010-04-01/Accounts/{account}/Messages.json` with a form, and basic authentication.
 * https://www.twilio.com/docs/messaging/api/message-resource
 */
export function textServiceWay(
  { url, account, token, from }: TextServiceSettings,
  fetch: Fetch,
): NonNullable<Ways['text']> {
  const address = new URL(`/2010-04-01/Accounts/${account}/Messages.json`, url).href;
  const authorization = `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`;
  return async ({ to, text }, signal) => {
    const body = new URLSearchParams({ To: to, From: from, Body: text });
    try {
      const reply = await fetch(address, {
        method: 'POST',
        headers: { authorization },
        body,
        signal,
        // The account's token goes to the service that was set, and nowhere else.
        redirect: 'error',
      });
      return reply.ok ? taken(reply) : refused(reply.status, await codeIn(reply));
    } catch {
      return later(signal.aborted ? 'tookTooLong' : 'notReached');
    }
  };
}

async function taken(reply: Response): Promise<Outcome> {
  await reply.body?.cancel();
  return TAKEN;
}

function refused(status: number, code: number): Outcome {
  if (ABOUT_NUMBER.has(code)) return never('addressRefused');
  // A wrong token or an account without credit is mended by a person, and the message then goes out.
  if (status === 401 || status === 403) return later('loginRefused');
  if (status === 408 || status === 429 || status >= 500) return later('relayBusy');
  return never('relayRefused');
}

/** The service's number of what was wrong; 0 when it says none. */
async function codeIn(reply: Response): Promise<number> {
  const said: unknown = await reply.json().catch(() => null);
  const hasCode = typeof said === 'object' && said !== null && 'code' in said;
  return hasCode && typeof said.code === 'number' ? said.code : 0;
}
