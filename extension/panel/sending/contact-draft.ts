import type { PutContact } from '#shared/contracts/between-procedures.ts';
import {
  type ClientContact,
  type ClientLanguage,
  MailAddress,
  PhoneNumber,
} from '#shared/contracts/contact.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Problem } from '../record/forms.ts';

/** Where a client is written to, as it is typed. */
export interface ContactDraft {
  readonly email: string;
  readonly phone: string;
  readonly way: 'email' | 'text' | 'none';
  readonly language: ClientLanguage;
  readonly country: string;
  readonly agreed: boolean;
}

/** What stands, ready to be changed. */
export function draftOfContact(contact: ClientContact): ContactDraft {
  return {
    email: contact.email ?? '',
    phone: contact.phone ?? '',
    way: contact.channel ?? 'none',
    language: contact.language,
    country: contact.country,
    agreed: contact.agreedAt !== null,
  };
}

/** A contact as it is sent, or the field that has to be looked at first. `seen`: what the draft began with. */
export function contactOf(
  draft: ContactDraft,
  { clientId, seen }: { readonly clientId: ClientId; readonly seen: ClientContact },
): Result<PutContact, Problem> {
  const email = draft.email.trim();
  const phone = asE164(draft.phone);
  const country = draft.country.trim().toUpperCase();
  if (email === '' ? draft.way === 'email' : !MailAddress.safeParse(email).success) {
    return about('email', 'Enter one address, such as name@example.org.');
  }
  if (phone === '' ? draft.way === 'text' : !PhoneNumber.safeParse(phone).success) {
    return about('phone', 'Enter the number with its country, such as +1 312 555 0142.');
  }
  if (!/^[A-Z]{2}$/.test(country)) {
    return about('country', 'Enter the two letters of the country, such as US.');
  }
  const channel = draft.way === 'none' ? null : draft.way;
  return ok({
    clientId,
    email: email === '' ? null : email,
    phone: phone === '' ? null : phone,
    channel,
    language: draft.language,
    country,
    agreed: channel !== null && draft.agreed,
    seen,
  });
}

/** A number as people write it, without what makes it easy to read. */
function asE164(typed: string): string {
  return typed.replaceAll(/[\s().\-\u2010-\u2015]/g, '');
}

function about(field: string, words: string): Result<never, Problem> {
  return refuse({ field, words });
}
