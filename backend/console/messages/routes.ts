import { type Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { mayOnPage } from '#backend/access/pages.ts';
import type {
  MessageCare,
  WordingChange,
  WordingRefusal,
} from '#backend/care/messages/message-care.ts';
import { AppError, ERRORS } from '#shared/contracts/errors.ts';
import { MessageId } from '#shared/contracts/ids.ts';
import { refuse } from '#shared/contracts/result.ts';
import { OwnMessageText } from '#shared/contracts/wording.ts';
import { formBody } from '../../http/body.ts';
import type { RequestEnv } from '../../http/env.ts';
import { admit, type Door } from '../admit.ts';
import type { Problems } from '../field.ts';
import { WithdrawForm } from '../forms.ts';
import { staffPage } from '../frame.ts';
import { deadScreen } from './dead-screen.ts';
import { NamingForm, WhichMessage, WordingForm } from './forms.ts';
import { type WordingEditor, wordingEditor, wordingScreen } from './wording-screen.ts';
import { wordingFaultWords } from './words.ts';

type MessageContext = Context<RequestEnv>;

/** What the pages about messages are built from. */
export interface MessagePagesDeps extends Door {
  readonly practice: MessageCare;
}

const SIZE = 'It is empty or too long: a subject has 80 characters at most, an e-mail 1200.';

const SAID: Readonly<Record<string, string>> = {
  again: 'It will be tried again within a minute.',
  settled: 'Taken off the list.',
};

/** The list of messages that did not arrive, and how messages to clients read. */
export function messageRoutes(deps: MessagePagesDeps) {
  const routes = new Hono<RequestEnv>();
  routes.get('/messages', async (c) => {
    const caller = await admit(deps, c, 'deadMessages.read');
    if (caller === null) return c.redirect('/sign-in?to=messages', 303);
    const said = SAID[c.req.query('done') ?? ''] ?? null;
    const screen = deadScreen(await deps.practice.deadMessages(caller), said);
    return c.html(staffPage(c, { title: 'Messages', screen, here: 'messages' }));
  });
  routes.post('/messages/:message/again', (c) => end(deps, c, 'again'));
  routes.post('/messages/:message/settle', (c) => end(deps, c, 'settled'));
  routes.get('/wording', (c) => show(deps, c));
  routes.get('/wording/edit', (c) => change(deps, c));
  routes.post('/wording/edit', (c) => save(deps, c));
  routes.post('/wording/naming', (c) => name(deps, c));
  return routes;
}

async function end(deps: MessagePagesDeps, c: MessageContext, how: 'again' | 'settled') {
  await formBody(c, WithdrawForm);
  const caller = await admit(deps, c, 'deadMessages.settle');
  if (caller === null) return c.redirect('/sign-in?to=messages', 303);
  const messageId = MessageId.safeParse(c.req.param('message'));
  if (!messageId.success) throw new AppError('notFound');
  const { practice } = deps;
  const act = how === 'again' ? practice.tryAgain : practice.settle;
  if (!(await act(caller, messageId.data))) throw new AppError('notFound');
  return c.redirect(`/messages?done=${how}`, 303);
}

async function show(deps: MessagePagesDeps, c: MessageContext) {
  const caller = await admit(deps, c, 'wording.read');
  if (caller === null) return c.redirect('/sign-in?to=wording', 303);
  const of = await deps.practice.wording(caller);
  const decides = mayOnPage(caller.role, 'wording.decide');
  const said = c.req.query('saved') === undefined ? null : 'Saved. New messages read so.';
  const screen = wordingScreen(of, { decides, said });
  return c.html(staffPage(c, { title: 'Messages to clients', screen, here: 'wording' }));
}

async function change(deps: MessagePagesDeps, c: MessageContext) {
  const caller = await admit(deps, c, 'wording.decide');
  if (caller === null) return c.redirect('/sign-in?to=wording', 303);
  const which = WhichMessage.safeParse(c.req.query());
  if (!which.success) throw new AppError('notFound');
  const of = await deps.practice.wording(caller);
  return editor(c, { of, which: which.data, typed: null, problems: new Map() });
}

async function save(deps: MessagePagesDeps, c: MessageContext) {
  const typed = await formBody(c, WordingForm);
  const caller = await admit(deps, c, 'wording.decide');
  if (caller === null) return c.redirect('/sign-in?to=wording', 303);
  const wanted = wantedOf(typed);
  const saved =
    wanted === null
      ? refuse({ reason: 'size' } as const)
      : await deps.practice.setWording(caller, Number(typed.version), wanted);
  if (saved.ok) return c.redirect('/wording?saved', 303);
  const code = saved.refusal.reason === 'outdated' ? 'outdated' : 'formRefused';
  c.set('failure', code);
  const of = await deps.practice.wording(caller);
  const again = { subject: typed.subject ?? '', body: typed.body };
  const problems = problemsOf(saved.refusal);
  return editor(c, { of, which: typed, typed: again, problems }, ERRORS[code].status);
}

/** What is to be changed; null where it is empty or too long for a message. */
function wantedOf(typed: z.infer<typeof WordingForm>): WordingChange | null {
  const { purpose, language, way } = typed;
  if (typed.do === 'default') return { is: 'default', of: { purpose, language, way } };
  // A form sends line ends as CR LF (HTML, "newline normalization"); a message has plain ones.
  const body = typed.body.replaceAll('\r\n', '\n').trim();
  const subject = way === 'email' ? (typed.subject ?? '').trim() : null;
  const text = OwnMessageText.safeParse({ purpose, language, way, subject, body });
  return text.success ? { is: 'text', text: text.data } : null;
}

async function name(deps: MessagePagesDeps, c: MessageContext) {
  const typed = await formBody(c, NamingForm);
  const caller = await admit(deps, c, 'wording.decide');
  if (caller === null) return c.redirect('/sign-in?to=wording', 303);
  const wanted = { is: 'naming', namesPractice: typed.names === 'yes' } as const;
  const saved = await deps.practice.setWording(caller, Number(typed.version), wanted);
  if (!saved.ok) {
    throw new AppError(saved.refusal.reason === 'outdated' ? 'outdated' : 'formRefused');
  }
  return c.redirect('/wording?saved', 303);
}

function problemsOf(refusal: WordingRefusal | { readonly reason: 'size' }): Problems {
  if (refusal.reason === 'size') return new Map([['whole', SIZE]]);
  if (refusal.reason === 'outdated') return new Map([['whole', ERRORS.outdated.message]]);
  const problems = new Map<string, string>();
  for (const fault of refusal.faults) {
    const of = fault.fault.startsWith('subject') ? 'subject' : 'body';
    problems.set(of, [problems.get(of), wordingFaultWords(fault)].filter(Boolean).join(' '));
  }
  return problems;
}

function editor(c: MessageContext, of: WordingEditor, status: 200 | 409 | 422 = 200) {
  const screen = wordingEditor(of);
  return c.html(staffPage(c, { title: 'Messages to clients', screen, here: 'wording' }), status);
}
