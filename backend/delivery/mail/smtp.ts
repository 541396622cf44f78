import { createTransport } from 'nodemailer';
import { type Failure, later, never, type Outcome, TAKEN } from '../outcome.ts';
import type { Mail, Ways } from '../ways.ts';

/** A relay that takes mail from us. */
export interface SmtpSettings {
  /** `smtp://user:password@host:587` (STARTTLS) or `smtps://...:465`. */
  readonly url: URL;
  /** The address that mail comes from. */
  readonly from: string;
  /** Right side of every Message-ID. */
  readonly domain: string;
  /** Whether the relay is on this machine, where nobody reads along and TLS is not asked for. */
  readonly isLoopback: boolean;
}

/** How long a relay may keep quiet, in milliseconds: connecting, greeting, and between two lines. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Hands mail to a relay by SMTP (RFC 5321). Every mail has a connection of its own: they are few, and
 * a kept connection that broke would be noticed with the next alert only.
 */
export function smtpWay(settings: SmtpSettings): NonNullable<Ways['mail']> {
  const { url, isLoopback } = settings;
  const isSecure = url.protocol === 'smtps:';
  const transport = createTransport({
    ...PATIENCE,
    host: url.hostname,
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    secure: isSecure,
    ignoreTLS: isLoopback && !isSecure,
    requireTLS: !isLoopback && !isSecure,
    ...(url.username === '' ? {} : { auth: loginIn(url) }),
    // A message is made of text here; nothing is ever fetched or read from disk for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (mail, signal) => {
    const aborted = new Promise<Outcome>((resolve) => {
      signal.addEventListener('abort', () => resolve(later('tookTooLong')), { once: true });
    });
    const sent = transport.sendMail(messageOf(mail, settings)).then(
      () => TAKEN,
      (error: unknown) => outcomeOf(error),
    );
    return Promise.race([sent, aborted]);
  };
}

function loginIn({ username, password }: URL) {
  return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
}

function messageOf({ messageId, to, subject, text }: Mail, { from, domain }: SmtpSettings) {
  return {
    from,
    to,
    subject,
    text,
    messageId: `<${messageId}@${domain}>`,
    // Nobody reads answers, and no absence notice should come back (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    xMailer: false as const,
  };
}

const LATER: Readonly<Record<string, Failure>> = {
  ETIMEDOUT: 'tookTooLong',
  ECONNECTION: 'notReached',
  ESOCKET: 'notReached',
  EDNS: 'notReached',
};

/** What a failure of nodemailer means; its words are not looked at. */
function outcomeOf(error: unknown): Outcome {
  const { code, responseCode, command } = partsOf(error);
  // A relay without the TLS that we insist on answers STARTTLS with a refusal.
  if (code === 'ETLS' || command === 'STARTTLS') return later('unsecured');
  if (code === 'EAUTH') return later('loginRefused');
  if (responseCode >= 500 && responseCode < 600) {
    const isAboutAddress = command === 'RCPT TO' || code === 'EENVELOPE';
    return never(isAboutAddress ? 'addressRefused' : 'relayRefused');
  }
  if (responseCode >= 400 && responseCode < 500) return later('relayBusy');
  if (code === 'EENVELOPE') return never('addressRefused');
  return later(LATER[code] ?? 'notReached');
}

function partsOf(error: unknown) {
  const of = error instanceof Error ? error : {};
  return {
    code: textOf('code' in of ? of.code : ''),
    command: textOf('command' in of ? of.command : ''),
    responseCode: 'responseCode' in of && typeof of.responseCode === 'number' ? of.responseCode : 0,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
