import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mailFolderWay, textFolderWay } from '#backend/delivery/folder.ts';
import { textServiceWay } from '#backend/delivery/text/twilio.ts';
import type { MessageId } from '#shared/contracts/ids.ts';

const MESSAGE = { messageId: v7() as MessageId, to: '+13125550142', text: 'Something & more' };
const ACCOUNT = { account: 'AC0123456789abcdef', token: 'an invented token', from: '+13125550100' };

let server: Server;
let url: URL;
let reply: { status: number; body: string };
let asked: { path: string; authorization: string; form: string } | null;

beforeEach(async () => {
  reply = { status: 201, body: '{"sid":"SM1","status":"queued"}' };
  asked = null;
  server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the service has no port');
  url = new URL(`http://127.0.0.1:${address.port}`);
});
afterEach(() => server.close());

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const form = await formOf(incoming);
  const { url: path = '', headers } = incoming;
  asked = { path, authorization: headers.authorization ?? '', form };
  outgoing.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body);
}

async function formOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

function send(signal = new AbortController().signal) {
  return textServiceWay({ ...ACCOUNT, url }, fetch)(MESSAGE, signal);
}

test('a text goes to the service as its interface asks', async () => {
  expect(await send()).toEqual({ ok: true });
  expect(asked).toEqual({
    path: `/2010-04-01/Accounts/${ACCOUNT.account}/Messages.json`,
    authorization: `Basic ${btoa(`${ACCOUNT.account}:${ACCOUNT.token}`)}`,
    form: 'To=%2B13125550142&From=%2B13125550100&Body=Something+%26+more',
  });
});

test.each([
  [400, '{"code":21211,"message":"+13125550142 is no number"}', 'addressRefused', true],
  [400, '{"code":21610}', 'addressRefused', true],
  [400, '{"code":21602}', 'relayRefused', true],
  [400, 'not JSON', 'relayRefused', true],
  [401, '{"code":20003}', 'loginRefused', false],
  [429, '', 'relayBusy', false],
  [503, '<html>', 'relayBusy', false],
] as const)('a reply of %i is told in a code: %s', async (status, body, failure, forGood) => {
  reply = { status, body };
  expect(await send()).toEqual({ ok: false, failure, forGood });
});

test('the account’s token is not carried on to another address', async () => {
  reply = { status: 307, body: '' };
  expect(await send()).toMatchObject({ ok: false, forGood: false });
});

test('a service that is away, or keeps quiet, is tried again', async () => {
  expect(await send(AbortSignal.abort())).toEqual({
    ok: false,
    failure: 'tookTooLong',
    forGood: false,
  });
  server.close();
  server.closeAllConnections();
  expect(await send()).toEqual({ ok: false, failure: 'notReached', forGood: false });
});

test('folders take the place of both, one file a message', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tl-texts-'));
  const { signal } = new AbortController();
  const mail = { ...MESSAGE, to: 'rosalind@example.test', subject: 'A form' };
  for (const text of ['first', 'again']) {
    expect(await textFolderWay(folder)({ ...MESSAGE, text }, signal)).toEqual({ ok: true });
    expect(await mailFolderWay(folder)({ ...mail, text }, signal)).toEqual({ ok: true });
  }
  const { messageId } = MESSAGE;
  expect((await readdir(folder)).toSorted()).toEqual([`${messageId}.eml`, `${messageId}.txt`]);
  expect(await readFile(join(folder, `${messageId}.txt`), 'utf8')).toBe(
    'To: +13125550142\n\nagain\n',
  );
  await rm(folder, { recursive: true });
});
