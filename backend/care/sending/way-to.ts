import type { Channel, ClientContact } from '#shared/contracts/contact.ts';

/** How a client has agreed to be written to; null for none. */
export function agreedWay({ channel, agreedAt }: ClientContact): Channel | null {
  return agreedAt === null ? null : channel;
}

/**
 * How a client is written to; null for whoever has not agreed to a way, or to one by which this server
 * can't send. Then nothing is written: silence about it would look like the client's.
 */
export function wayTo(contact: ClientContact, channels: readonly Channel[]): Channel | null {
  return channels.find((channel) => channel === agreedWay(contact)) ?? null;
}
