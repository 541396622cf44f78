import * as z from 'zod/mini';
import type { ClientSharingCare } from '#backend/care/couples/couple-care.ts';
import { ConsentId, CoupleId } from '#shared/contracts/ids.ts';
import { formBody } from '../../http/body.ts';
import { clientPage } from '../frame.ts';
import { baseOf, visitOf } from '../link.ts';
import { type LinkContext, readerIn } from '../portal-env.ts';
import { notOpenReply } from '../reply.ts';
import { nothingShared, sharing } from './screen.ts';

const MeasureId = z.string().check(z.maxLength(80));
const ShareForm = z.strictObject({ measure: MeasureId, consent: ConsentId, couple: CoupleId });
const UnshareForm = z.strictObject({ measure: MeasureId });

/** What the page about sharing is built from. */
export interface SharingDeps {
  readonly sharing: ClientSharingCare;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
}

/** What a client lets the partner see. Whoever is in no couple finds what a dead link shows. */
export async function showSharing({ sharing: care, newId }: SharingDeps, c: LinkContext) {
  const own = await care.ownSharing(visitOf(c));
  if (own === null) return notOpenReply(c);
  const reader = readerIn(c);
  const base = baseOf(c);
  const at = { base, path: `${base}/mine/sharing` };
  const screen = sharing({ reader, base, ...own, newId });
  return c.html(clientPage({ reader, screen, checkIn: null, at }));
}

/** Keeps that the client agrees. */
export async function share({ sharing: care }: SharingDeps, c: LinkContext) {
  const { measure: measureId, ...form } = await formBody(c, ShareForm);
  const { consent: consentId, couple: coupleId } = form;
  const given = await care.giveConsent(visitOf(c), { coupleId, consentId, measureId });
  return given.ok ? c.redirect(`${baseOf(c)}/mine/sharing`, 303) : notOpenReply(c);
}

/** Takes it back: in force when this is answered. */
export async function unshare({ sharing: care }: SharingDeps, c: LinkContext) {
  const { measure } = await formBody(c, UnshareForm);
  const taken = await care.takeConsentBack(visitOf(c), measure);
  if (!taken.ok) return notOpenReply(c);
  if ((await care.ownSharing(visitOf(c))) !== null) {
    return c.redirect(`${baseOf(c)}/mine/sharing`, 303);
  }
  // With the last one, the way to the page has ended too.
  const reader = readerIn(c);
  return c.html(clientPage({ reader, screen: nothingShared(reader), checkIn: null }));
}
