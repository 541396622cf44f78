import { once } from 'node:events';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A mail that a relay took. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came over the line. */
  readonly raw: string;
  /** The Message-ID header without its angle brackets. */
  readonly messageId: string;
  /** Who logged in; null for nobody. */
  readonly user: string | null;
}

/** What a relay does with the next mails. */
export type RelayMood =
  | { readonly is: 'takes' }
  /** Answers a command with a code. */
  | { readonly is: 'refuses'; readonly at: 'RCPT' | 'DATA'; readonly code: number }
  /** Takes the whole mail and never says so. */
  | { readonly is: 'hangs' }
  /** Takes it, and then stands still until it is told to go on before it says so. */
  | { readonly is: 'waits'; readonly until: Promise<void> };

/** A real SMTP relay on this machine. */
export interface Relay {
  /** `smtp://127.0.0.1:port` of it, with the login where one is asked for. */
  readonly url: URL;
  /** In the order in which they were taken. */
  readonly mails: readonly TakenMail[];
  mood: RelayMood;
  /** Resolves once a mail has come in whole, before it is answered. */
  readonly nextMail: () => Promise<TakenMail>;
  readonly close: () => Promise<void>;
}

/** The invented login that a relay asks for. */
const LOGIN = { user: 'throughline', pass: 'an invented p@ssword' };

/** Starts a relay; with `login` it takes mail from whoever has logged in alone. */
export async function startRelay({
  login = false,
  port = 0,
}: {
  readonly login?: boolean;
  readonly port?: number;
} = {}): Promise<Relay> {
  const mails: TakenMail[] = [];
  let arrived = Promise.withResolvers<TakenMail>();
  const server = new SMTPServer({
    disabledCommands: login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    authOptional: !login,
    // This relay speaks on loopback alone, where nothing is encrypted.
    allowInsecureAuth: true,
    closeTimeout: 100,
    onAuth({ username, password }, _session, answer) {
      const isRight = username === LOGIN.user && password === LOGIN.pass;
      answer(isRight ? null : new Error('no'), isRight ? { user: username } : undefined);
    },
    onRcptTo(_address, _session, answer) {
      const { mood } = relay;
      answer(mood.is === 'refuses' && mood.at === 'RCPT' ? refusal(mood.code) : null);
    },
    onData(stream, session, answer) {
      void read(stream).then(async (raw) => {
        // Whoever was killed in the middle of a mail gave none, and hears nothing.
        if (raw === null) return undefined;
        const { mood } = relay;
        if (mood.is === 'refuses') return answer(refusal(mood.code));
        const mail = mailOf(raw, session);
        mails.push(mail);
        arrived.resolve(mail);
        arrived = Promise.withResolvers();
        if (mood.is === 'hangs') return undefined;
        if (mood.is === 'waits') await mood.until;
        return answer();
      });
    },
  });
  // A client that was killed in mid-conversation is no failure of the relay.
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('the relay has no port');
  const url = new URL(`smtp://127.0.0.1:${address.port}`);
  if (login) {
    url.username = LOGIN.user;
    url.password = LOGIN.pass;
  }
  const relay: Relay = {
    url,
    mails,
    mood: { is: 'takes' },
    nextMail: () => arrived.promise,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return relay;
}

/** As a relay says it, with an address in its words: nobody may keep them. */
function refusal(code: number): Error {
  return Object.assign(new Error('rosalind@example.test is not welcome here'), {
    responseCode: code,
  });
}

/** What came over the line; null when it broke off. */
async function read(stream: SMTPServerDataStream): Promise<string | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function mailOf(raw: string, { envelope, user }: SMTPServerSession): TakenMail {
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map(({ address }) => address),
    raw,
    messageId: /^message-id:\s*<([^>]+)>/im.exec(raw)?.[1] ?? '',
    user: user ?? null,
  };
}
