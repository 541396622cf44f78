import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { expandIPv6 } from 'hono/utils/ipaddr';

/** Where a request comes from, as an address that tries are counted by; null when unknown. */
export type SourceOf = (c: Context) => string | null;

/** Addresses of the proxies whose `X-Forwarded-For` is believed. */
export interface TrustedProxies {
  readonly has: (address: string) => boolean;
}

/**
 * Reads a list such as `127.0.0.1, 10.0.0.0/8, fd00::/8`. Null when any entry is neither an address
 * nor a range, or is a range of everything, which would let callers choose their own source.
 */
export function trustedProxiesIn(text: string): TrustedProxies | null {
  const ranges = new BlockList();
  for (const entry of text.split(',').map((part) => part.trim())) {
    const [address = '', prefix, ...rest] = entry.split('/');
    const family = isIP(address);
    if (family === 0 || rest.length > 0) return null;
    const name = family === 4 ? 'ipv4' : 'ipv6';
    if (prefix === undefined) ranges.addAddress(address, name);
    else if (isPrefix(prefix, family)) ranges.addSubnet(address, Number(prefix), name);
    else return null;
  }
  return {
    has: (address) => ranges.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6'),
  };
}

function isPrefix(text: string, family: number): boolean {
  const bits = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return bits >= 1 && bits <= (family === 4 ? 32 : 128);
}

/**
 * Reads the source of requests to a backend. https is always spoken by a proxy in front of us: while
 * that proxy is not named, everybody would seem to come from its address, and one stranger's tries
 * would count for all. So no source is known then.
 */
export function createSourceOf(publicUrl: URL, proxies: TrustedProxies | null): SourceOf {
  if (proxies === null && publicUrl.protocol === 'https:') return () => null;
  return (c) => sourceFrom(getConnInfo(c).remote.address, c.req.header('x-forwarded-for'), proxies);
}

/**
 * Where a request comes from, for counting tries: the other end of the connection or, while that is
 * a trusted proxy, the hop before it in `X-Forwarded-For`, read from the right. What stands further
 * left was written by whoever sent the request. An IPv6 address stands for its /64, since one
 * machine may take any address in it (RFC 8981). Null when no address can be known.
 */
export function sourceFrom(
  peer: string | undefined,
  forwardedFor: string | undefined,
  proxies: TrustedProxies | null,
): string | null {
  const hops = (forwardedFor ?? '').split(',').map((hop) => addressOf(hop));
  let source = addressOf(peer ?? '');
  while (source !== null && proxies?.has(source) === true) {
    const before = hops.pop() ?? null;
    if (before === null) break;
    source = before;
  }
  return source === null ? null : countedAs(source);
}

/** The bare address of a hop, which some proxies write with its port; null when it is none. */
function addressOf(hop: string): string | null {
  const [, bracketed, dotted] =
    /^\[([^\]]+)\](?::\d+)?$|^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(hop.trim()) ?? [];
  const address = bracketed ?? dotted ?? hop.trim();
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  const bare = mapped ?? address;
  return isIP(bare) === 0 ? null : bare;
}

function countedAs(address: string): string {
  if (isIP(address) === 4) return address;
  const [bare = ''] = address.toLowerCase().split('%');
  return `${expandIPv6(bare).split(':').slice(0, 4).join(':')}::/64`;
}
