import { resolve } from 'node:path';
import { MailAddress, PhoneNumber } from '#shared/contracts/contact.ts';
import type { TextServiceSettings } from './text/twilio.ts';

/** How this server sends messages. */
export interface DeliveryConfig {
  readonly mail:
    | { readonly by: 'smtp'; readonly url: URL; readonly from: string }
    | { readonly by: 'folder'; readonly folder: string }
    | null;
  readonly text:
    | ({ readonly by: 'service' } & TextServiceSettings)
    | { readonly by: 'folder'; readonly folder: string }
    | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The ways in a set of environment variables; `problems` gets a sentence for what can't be used. */
export function deliveryIn(env: Environment, problems: string[]): DeliveryConfig {
  return { mail: mailIn(env, problems), text: textIn(env, problems) };
}

function mailIn(env: Environment, problems: string[]): DeliveryConfig['mail'] {
  const {
    THROUGHLINE_SMTP_URL: address,
    THROUGHLINE_MAIL_FROM: from,
    THROUGHLINE_MAIL_FOLDER: folder,
  } = env;
  if (folder !== undefined) {
    if (address !== undefined) {
      problems.push('Set THROUGHLINE_SMTP_URL or THROUGHLINE_MAIL_FOLDER, not both.');
    }
    return { by: 'folder', folder: resolve(folder) };
  }
  if (address === undefined) {
    if (from !== undefined) problems.push('THROUGHLINE_MAIL_FROM needs THROUGHLINE_SMTP_URL.');
    return null;
  }
  const url = URL.parse(address);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    problems.push('THROUGHLINE_SMTP_URL must be such as smtp://user:password@relay.example:587.');
    return null;
  }
  if (!MailAddress.safeParse(from).success || from === undefined) {
    problems.push('THROUGHLINE_MAIL_FROM must be the address that mail comes from.');
    return null;
  }
  return { by: 'smtp', url, from };
}

function textIn(env: Environment, problems: string[]): DeliveryConfig['text'] {
  const {
    THROUGHLINE_TEXT_FOLDER: folder,
    THROUGHLINE_TEXT_ACCOUNT: account,
    THROUGHLINE_TEXT_TOKEN: token,
    THROUGHLINE_TEXT_FROM: from,
    THROUGHLINE_TEXT_URL: address,
  } = env;
  const isSet = [account, token, from, address].some((setting) => setting !== undefined);
  if (folder !== undefined) {
    if (isSet) problems.push('Set THROUGHLINE_TEXT_ACCOUNT or THROUGHLINE_TEXT_FOLDER, not both.');
    return { by: 'folder', folder: resolve(folder) };
  }
  if (!isSet) return null;
  if (account === undefined || !/^[A-Za-z0-9]{1,64}$/.test(account) || token === undefined) {
    problems.push(
      'A text service needs THROUGHLINE_TEXT_ACCOUNT, THROUGHLINE_TEXT_TOKEN and THROUGHLINE_TEXT_FROM.',
    );
    return null;
  }
  if (from === undefined || !PhoneNumber.safeParse(from).success) {
    problems.push('THROUGHLINE_TEXT_FROM must be the number that texts come from: +13125550142.');
    return null;
  }
  const url = URL.parse(address ?? 'https://api.twilio.com');
  if (url === null || (url.protocol !== 'https:' && !isLoopback(url.hostname))) {
    problems.push('THROUGHLINE_TEXT_URL must begin with https: unless it names this machine.');
    return null;
  }
  return { by: 'service', url, account, token, from };
}

/** Whether an address stays on this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
}
