import { html } from 'hono/html';
import type { MessageKey, PracticeWording } from '#backend/care/messages/message-care.ts';
import { clientText, toClient } from '#backend/delivery/wording/compose.ts';
import { tellingWordOfName } from '#backend/delivery/wording/telling-words.ts';
import { Channel, ClientLanguage } from '#shared/contracts/contact.ts';
import { LONGEST_TEXT, WordedPurpose } from '#shared/contracts/wording.ts';
import type { Markup } from '../../pages/page.ts';
import { field, type Problems, problemOf } from '../field.ts';
import { LANGUAGE_WORDS, PURPOSE_WORDS, WAY_WORDS } from './words.ts';

/** A link as it looks in a message, and leads nowhere. */
const EXAMPLE_LINK = 'https://throughline.your-practice.example/m/an-example';

/** Every message to a client that there is. */
const EVERY: readonly MessageKey[] = WordedPurpose.options.flatMap((purpose) =>
  ClientLanguage.options.flatMap((language) =>
    Channel.options.map((way) => ({ purpose, language, way })),
  ),
);

/** How all messages to clients read now, as they arrive. */
export function wordingScreen(
  of: PracticeWording,
  { decides, said }: { readonly decides: boolean; readonly said: string | null },
): Markup {
  return html`<h1>Messages to clients</h1>
    ${said === null ? '' : html`<p class="note" role="status">${said}</p>`}
    <p>
      They say that there is something to fill in, and nothing of what it is about: a phone lies on
      tables, and a mailbox has other readers. Messages to the practice’s own people name nobody, and
      can’t be changed.
    </p>
    ${naming(of, decides)}
    <ul class="entries">
      ${EVERY.map((which) => entry(of, which, decides))}
    </ul>`;
}

function naming({ wording, practiceName }: PracticeWording, decides: boolean): Markup {
  const { namesPractice, version } = wording;
  const telling = tellingWordOfName(practiceName);
  if (telling !== null) {
    return html`<p>
      They do not name the practice: “${telling}” in its name tells whoever reads along what it does.
    </p>`;
  }
  const now = namesPractice ? `They name ${practiceName}.` : 'They do not name the practice.';
  if (!decides) return html`<p>${now}</p>`;
  return html`<form method="post" action="/wording/naming" class="fields">
    <p>${now} A name that tells what the practice does is better left out.</p>
    <input type="hidden" name="version" value="${version}" />
    <button name="names" value="${namesPractice ? 'no' : 'yes'}">
      ${namesPractice ? 'Leave the name out' : `Name ${practiceName}`}
    </button>
  </form>`;
}

function entry(of: PracticeWording, which: MessageKey, decides: boolean): Markup {
  return html`<li>
    <h2>${nameOf(which)}</h2>
    ${preview(of, which)}
    ${
      decides
        ? html`<div class="decide">
            <a class="button" href="/wording/edit?${addressOf(which)}"
              >Change<span class="hidden">: ${nameOf(which)}</span></a
            >
          </div>`
        : ''
    }
  </li>`;
}

/** A message as it arrives, with a link that leads nowhere. */
function preview({ wording, practiceName }: PracticeWording, which: MessageKey): Markup {
  const { subject, body } = toClient(wording, which, { link: EXAMPLE_LINK, practiceName });
  const lang = which.language === 'spanish' ? 'es' : 'en';
  return html`${subject === null ? '' : html`<p lang="${lang}"><strong>${subject}</strong></p>`}
    <p class="as-typed" lang="${lang}">${body}</p>`;
}

/** What stands on the page of one message. */
export interface WordingEditor {
  readonly of: PracticeWording;
  readonly which: MessageKey;
  /** As it was typed; null for what is in force. */
  readonly typed: { readonly subject: string; readonly body: string } | null;
  readonly problems: Problems;
}

/** The page on which one message is worded. */
export function wordingEditor({ of, which, typed, problems }: WordingEditor): Markup {
  const text = clientText(of.wording, which);
  const [focus = null] = problems.keys();
  const shown = { problems, focus };
  const isMail = which.way === 'email';
  const hint = isMail
    ? '{link} stands where the link is to be.'
    : `{link} stands where the link is to be. ${LONGEST_TEXT} characters at most.`;
  return html`<h1>${nameOf(which)}</h1>
    ${problemOf('whole', problems)}
    <form method="post" action="/wording/edit" class="fields">
      <input type="hidden" name="version" value="${of.wording.version}" />
      <input type="hidden" name="purpose" value="${which.purpose}" />
      <input type="hidden" name="language" value="${which.language}" />
      <input type="hidden" name="way" value="${which.way}" />
      ${isMail ? field({ name: 'subject', label: 'Subject', value: typed?.subject ?? text.subject ?? '', ...shown }) : ''}
      ${field({ name: 'body', label: 'Words', value: typed?.body ?? text.body, kind: 'lines', hint, ...shown })}
      <div class="steps">
        <button class="main" name="do" value="save">Save</button>
        <button name="do" value="default">Use Throughline’s words</button>
      </div>
    </form>
    <h2>As it arrives now</h2>
    ${preview(of, which)}`;
}

function nameOf({ purpose, language, way }: MessageKey): string {
  return `${PURPOSE_WORDS[purpose]}: ${WAY_WORDS[way]}, ${LANGUAGE_WORDS[language]}`;
}

function addressOf({ purpose, language, way }: MessageKey): string {
  return new URLSearchParams({ purpose, language, way }).toString();
}
