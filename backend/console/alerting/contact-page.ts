import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { StaffContact } from '#backend/store/staff-contacts.ts';
import { MailAddress, PhoneNumber } from '#shared/contracts/contact.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Markup } from '../../pages/page.ts';
import { field, type Problems } from '../field.ts';

/** What somebody typed as their own addresses. */
export const ContactForm = z.strictObject({
  email: z.string().check(z.maxLength(400)),
  phone: z.string().check(z.maxLength(60)),
});
export type ContactForm = z.infer<typeof ContactForm>;

/** Addresses as the page shows them, to be changed. */
export function typedContact({ email, phone }: StaffContact): ContactForm {
  return { email: email ?? '', phone: phone ?? '' };
}

/** What was typed as addresses; the problems where one of them is none. */
export function wantedContact(typed: ContactForm): Result<StaffContact, Problems> {
  const problems = new Map<string, string>();
  const email = typed.email.trim();
  // As people write a number: spaces, dashes, dots and brackets say nothing.
  const phone = typed.phone.replaceAll(/[\s().-]/g, '');
  if (email !== '' && !MailAddress.safeParse(email).success) {
    problems.set('email', 'This is no address that mail can be sent to: name@practice.example');
  }
  if (phone !== '' && !PhoneNumber.safeParse(phone).success) {
    problems.set('phone', 'Begin with + and the country: +1 312 555 0142');
  }
  if (problems.size > 0) return refuse(problems);
  return ok({ email: email === '' ? null : email, phone: phone === '' ? null : phone });
}

/** Where somebody is told that something waits. */
export function contactScreen(of: {
  readonly typed: ContactForm;
  readonly problems: Problems;
  readonly saved: boolean;
}): Markup {
  const { typed, problems, saved } = of;
  const [focus = null] = problems.keys();
  const isNowhere = problems.size === 0 && typed.email === '' && typed.phone === '';
  return html`<h1>How you are told</h1>
    ${saved ? html`<p class="note" role="status">Saved.</p>` : ''}
    ${
      isNowhere
        ? html`<p class="note refused">
            No message about an alert can reach you while your browser is closed.
          </p>`
        : ''
    }
    <p>
      Where a message goes when an alert of your clients waits, or a colleague’s that you stand in for.
      It says that something waits, never what or whose. Nobody else sets this for you.
    </p>
    <form method="post" action="/my-contact" class="fields">
      ${field({ name: 'email', label: 'E-mail address', value: typed.email, problems, focus })}
      ${field({ name: 'phone', label: 'Mobile number for text messages', value: typed.phone, problems, focus, hint: 'With the country: +1 312 555 0142. Empty for none.' })}
      <div class="steps"><button class="main">Save</button></div>
    </form>`;
}
