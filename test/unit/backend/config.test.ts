import { describe, expect, it } from 'vitest';
import { configFrom, DEFAULT_PORT } from '#backend/config.ts';

function good(env: Readonly<Record<string, string>>) {
  const config = configFrom(env);
  if (!config.ok) throw new Error(config.refusal.join(' '));
  return config.value;
}

describe('the configuration', () => {
  it('needs nothing: loopback, an embedded database, a secret of its own', () => {
    const config = good({ THROUGHLINE_DATA: '/data' });
    expect(config).toEqual({
      host: '127.0.0.1',
      port: DEFAULT_PORT,
      publicUrl: null,
      database: { kind: 'embedded', directory: '/data/database' },
      secret: { file: '/data/session-secret' },
      formerSecrets: [],
      extensionOrigins: 'anyExtension',
      trustedProxies: null,
      logLevel: 'info',
      releases: '/data/releases',
      delivery: { mail: null, text: null },
    });
  });

  it('takes a server, an address and the extensions that may call', () => {
    const config = good({
      DATABASE_URL: 'postgres://app@db/throughline?sslmode=verify-full',
      DATABASE_OWNER_URL: 'postgres://owner@db/throughline?sslmode=verify-full',
      THROUGHLINE_HOST: '0.0.0.0',
      THROUGHLINE_PUBLIC_URL: 'https://throughline.example',
      THROUGHLINE_EXTENSION_ORIGINS: 'chrome-extension://abc, moz-extension://1-2',
      THROUGHLINE_SECRET: 'x'.repeat(32),
      THROUGHLINE_FORMER_SECRETS: `${'y'.repeat(32)}, ${'z'.repeat(32)}`,
      THROUGHLINE_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8',
      THROUGHLINE_PORT: '0',
    });
    expect(config.database.kind).toBe('server');
    expect(config.publicUrl?.origin).toBe('https://throughline.example');
    expect(config.extensionOrigins).toEqual(['chrome-extension://abc', 'moz-extension://1-2']);
    expect(config.trustedProxies?.has('10.1.2.3')).toBe(true);
    expect(config.formerSecrets).toEqual(['y'.repeat(32), 'z'.repeat(32)]);
    expect(config.port).toBe(0);
  });

  it.each([
    ['THROUGHLINE_PORT', '70000'],
    ['THROUGHLINE_PORT', 'http'],
    ['THROUGHLINE_PUBLIC_URL', 'throughline.example'],
    ['THROUGHLINE_PUBLIC_URL', 'https://throughline.example/path'],
    ['THROUGHLINE_PUBLIC_URL', 'ftp://throughline.example'],
    ['THROUGHLINE_PUBLIC_URL', 'http://throughline.example'],
    ['THROUGHLINE_PUBLIC_URL', 'http://localhost.example'],
    ['THROUGHLINE_HOST', '0.0.0.0'],
    ['THROUGHLINE_HOST', '::'],
    ['THROUGHLINE_SECRET', 'short'],
    ['THROUGHLINE_FORMER_SECRETS', `${'y'.repeat(32)},short`],
    ['THROUGHLINE_EXTENSION_ORIGINS', 'https://elsewhere.example'],
    ['THROUGHLINE_TRUSTED_PROXIES', ''],
    ['THROUGHLINE_TRUSTED_PROXIES', 'localhost'],
    ['THROUGHLINE_TRUSTED_PROXIES', '0.0.0.0/0'],
    ['THROUGHLINE_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['THROUGHLINE_TRUSTED_PROXIES', '10.0.0.1 10.0.0.2'],
    ['THROUGHLINE_LOG', 'everything'],
    ['DATABASE_URL', 'postgres://app@db/throughline'],
    ['THROUGHLINE_SMTP_URL', 'relay.example'],
    ['THROUGHLINE_SMTP_URL', 'https://relay.example'],
    ['THROUGHLINE_MAIL_FROM', 'messages@throughline.example'],
    ['THROUGHLINE_TEXT_ACCOUNT', 'AC0123456789abcdef'],
    ['THROUGHLINE_TEXT_TOKEN', 'an invented token'],
    ['THROUGHLINE_TEXT_FROM', '+13125550142'],
  ])('is refused rather than passed over: %s=%s', (name, value) => {
    const config = configFrom({ [name]: value });
    expect(config.ok).toBe(false);
    if (!config.ok) expect(config.refusal.join(' ')).toContain(name);
  });

  const RELAY = {
    THROUGHLINE_SMTP_URL: 'smtp://user:p%40ss@relay.example:587',
    THROUGHLINE_MAIL_FROM: 'messages@throughline.example',
  };
  const SERVICE = {
    THROUGHLINE_TEXT_ACCOUNT: 'AC0123456789abcdef',
    THROUGHLINE_TEXT_TOKEN: 'an invented token',
    THROUGHLINE_TEXT_FROM: '+13125550142',
  };

  it('takes a relay and a text service, or folders in their place', () => {
    const { mail, text } = good({ ...RELAY, ...SERVICE }).delivery;
    expect(mail).toMatchObject({ by: 'smtp', from: 'messages@throughline.example' });
    expect(text).toMatchObject({ by: 'service', url: new URL('https://api.twilio.com') });
    const folders = { THROUGHLINE_MAIL_FOLDER: '/mails', THROUGHLINE_TEXT_FOLDER: '/texts' };
    expect(good(folders).delivery).toEqual({
      mail: { by: 'folder', folder: '/mails' },
      text: { by: 'folder', folder: '/texts' },
    });
  });

  it.each([
    ['THROUGHLINE_MAIL_FROM', { ...RELAY, THROUGHLINE_MAIL_FROM: 'two@a.example, b@b.example' }],
    ['THROUGHLINE_MAIL_FOLDER', { ...RELAY, THROUGHLINE_MAIL_FOLDER: '/mails' }],
    ['THROUGHLINE_TEXT_FROM', { ...SERVICE, THROUGHLINE_TEXT_FROM: '312 555 0142' }],
    ['THROUGHLINE_TEXT_ACCOUNT', { ...SERVICE, THROUGHLINE_TEXT_ACCOUNT: 'AC/../x' }],
    ['THROUGHLINE_TEXT_URL', { ...SERVICE, THROUGHLINE_TEXT_URL: 'http://texts.example' }],
    ['THROUGHLINE_TEXT_FOLDER', { ...SERVICE, THROUGHLINE_TEXT_FOLDER: '/texts' }],
  ])('is refused where two settings don’t go together: %s', (name, env) => {
    const config = configFrom(env);
    expect(config.ok).toBe(false);
    if (!config.ok) expect(config.refusal.join(' ')).toContain(name);
  });

  it.each(['http://localhost:7317', 'http://127.0.0.1:7317', 'http://[::1]:7317'])(
    'allows plain http for people on this machine: %s',
    (address) => {
      expect(good({ THROUGHLINE_PUBLIC_URL: address }).publicUrl?.origin).toBe(address);
    },
  );

  it.each([
    'postgres://app@127.0.0.1/throughline',
    'postgres://app@localhost/throughline',
    'postgres://app@[::1]/throughline',
    'postgres://app@%2Frun%2Fpostgresql/throughline',
    'postgres://app@db.example/throughline?sslmode=verify-full',
  ])('takes a database that nobody can listen in on: %s', (url) => {
    const { database } = good({ DATABASE_URL: url, DATABASE_OWNER_URL: url });
    expect(database).toEqual({ kind: 'server', url, ownerUrl: url });
  });

  it('takes another way for the connection that listens, and none in the open', () => {
    const url = 'postgres://app@127.0.0.1:6432/throughline';
    const direct = 'postgres://app@127.0.0.1:5432/throughline';
    const both = { DATABASE_URL: url, DATABASE_OWNER_URL: url };
    const { database } = good({ ...both, DATABASE_LISTEN_URL: direct });
    expect(database).toEqual({ kind: 'server', url, ownerUrl: url, listenUrl: direct });
    const open = configFrom({ ...both, DATABASE_LISTEN_URL: 'postgres://app@db.example/x' });
    expect(open.ok || open.refusal).toEqual([
      'DATABASE_LISTEN_URL leads to another machine: end it with ?sslmode=verify-full.',
    ]);
    const alone = configFrom({ DATABASE_LISTEN_URL: direct });
    expect(alone.ok || alone.refusal).toEqual([
      'Set both DATABASE_URL and DATABASE_OWNER_URL, or neither.',
    ]);
  });

  it.each([
    'postgres://app@db.example/throughline',
    'postgres://app@db.example/throughline?sslmode=disable',
    'postgres://app@localhost/throughline?host=db.example',
    'postgres://app:secret@[/throughline',
  ])('is refused, without its password, where the way to the database is open: %s', (url) => {
    const config = configFrom({ DATABASE_URL: url, DATABASE_OWNER_URL: url });
    expect(config.ok || config.refusal).toEqual([
      'DATABASE_URL leads to another machine: end it with ?sslmode=verify-full.',
      'DATABASE_OWNER_URL leads to another machine: end it with ?sslmode=verify-full.',
    ]);
  });
});
