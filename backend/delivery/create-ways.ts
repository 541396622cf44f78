import { mailFolderWay, textFolderWay } from './folder.ts';
import { smtpWay } from './mail/smtp.ts';
import { type DeliveryConfig, isLoopback } from './settings.ts';
import { type Fetch, textServiceWay } from './text/twilio.ts';
import type { Ways } from './ways.ts';

/** Makes the ways that are set. `publicUrl` names the server in the ids of its mails. */
export function createWays(
  { mail, text }: DeliveryConfig,
  { publicUrl, fetch }: { readonly publicUrl: URL; readonly fetch: Fetch },
): Ways {
  return { mail: mailWay(mail, publicUrl), text: textWay(text, fetch) };
}

function mailWay(mail: DeliveryConfig['mail'], publicUrl: URL): Ways['mail'] {
  if (mail === null) return null;
  if (mail.by === 'folder') return mailFolderWay(mail.folder);
  const { url, from } = mail;
  const domain = publicUrl.hostname;
  return smtpWay({ url, from, domain, isLoopback: isLoopback(url.hostname) });
}

function textWay(text: DeliveryConfig['text'], fetch: Fetch): Ways['text'] {
  if (text === null) return null;
  return text.by === 'folder' ? textFolderWay(text.folder) : textServiceWay(text, fetch);
}
