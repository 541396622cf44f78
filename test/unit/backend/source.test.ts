import { describe, expect, it } from 'vitest';
import { createSourceOf, sourceFrom, trustedProxiesIn } from '#backend/http/source.ts';

const PROXIES = trustedProxiesIn('127.0.0.1, 10.0.0.0/8, fd00::/8');

describe('where a request comes from', () => {
  it('is the other end of the connection while no proxy is named, whatever it claims', () => {
    expect(sourceFrom('203.0.113.7', '198.51.100.1', null)).toBe('203.0.113.7');
  });

  it('is the other end when that is not a proxy of ours', () => {
    expect(sourceFrom('203.0.113.7', '198.51.100.1', PROXIES)).toBe('203.0.113.7');
  });

  it('is the hop that our proxy saw, not what stood there before', () => {
    const claimed = '192.0.2.1, 198.51.100.1';
    expect(sourceFrom('127.0.0.1', claimed, PROXIES)).toBe('198.51.100.1');
    expect(sourceFrom('::ffff:127.0.0.1', claimed, PROXIES)).toBe('198.51.100.1');
  });

  it('is the right-most hop that is not ours, through a row of our proxies', () => {
    expect(sourceFrom('127.0.0.1', '192.0.2.1, 198.51.100.1, 10.1.2.3, fd00::5', PROXIES)).toBe(
      '198.51.100.1',
    );
  });

  it('is the last proxy that can be believed, when nothing readable stands before it', () => {
    for (const claimed of [
      undefined,
      '',
      'unknown',
      '198.51.100.1, <script>',
      '1.2.3.4.5',
      '::g',
    ]) {
      expect(sourceFrom('127.0.0.1', claimed, PROXIES)).toBe('127.0.0.1');
    }
    expect(sourceFrom('127.0.0.1', '10.0.0.9', PROXIES)).toBe('10.0.0.9');
  });

  it('is read without the port that some proxies add', () => {
    expect(sourceFrom('127.0.0.1', '198.51.100.1:40122', PROXIES)).toBe('198.51.100.1');
    expect(sourceFrom('127.0.0.1', '[2001:db8::1]:443', PROXIES)).toBe('2001:0db8:0000:0000::/64');
  });

  it('is the whole /64 of an IPv6 address, however it is written', () => {
    const source = '2001:0db8:0000:00ab::/64';
    for (const address of [
      '2001:db8:0:ab::1',
      '2001:DB8:0:AB:ffff:1:2:3',
      '2001:db8:0:ab::9%en0',
    ]) {
      expect(sourceFrom(address, undefined, null)).toBe(source);
    }
    expect(sourceFrom('2001:db8:0:ac::1', undefined, null)).not.toBe(source);
  });

  it('is not known without a connection', () => {
    expect(sourceFrom(undefined, '198.51.100.1', PROXIES)).toBeNull();
  });
});

describe('behind a proxy that nobody named', () => {
  it('no source is known: all would come from one', async () => {
    const { Hono } = await import('hono');
    const app = new Hono();
    const sourceOf = createSourceOf(new URL('https://throughline.example'), null);
    app.get('/', (c) => c.json(sourceOf(c)));
    const reply = await app.request('/', { headers: { 'x-forwarded-for': '198.51.100.1' } });
    expect(await reply.json()).toBeNull();
  });
});
