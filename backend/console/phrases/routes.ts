import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { PhraseCare } from '#backend/care/phrase-care.ts';
import { AppError, ERRORS } from '#shared/contracts/errors.ts';
import { checkPhrase } from '#shared/update/phrases/check.ts';
import { formBody } from '../../http/body.ts';
import type { RequestEnv } from '../../http/env.ts';
import { admit, type Door } from '../admit.ts';
import { WithdrawForm } from '../forms.ts';
import { staffPage } from '../frame.ts';
import { type PhraseEditor, phraseEditor } from './editor-screen.ts';
import { exampleOf } from './example.ts';
import { phraseProblems } from './fault-words.ts';
import { phrasesScreen } from './list-screen.ts';
import { NOTHING_TYPED, PhraseForm, typedOf, wantedOf } from './typed.ts';

type PhraseContext = Context<RequestEnv>;

/** What the pages about phrases are built from. */
export interface PhrasePagesDeps extends Door {
  readonly practice: PhraseCare;
}

const SIGN_IN = '/sign-in?to=phrases';

/** The list of the practice's own sentences, and writing one of them. */
export function phraseRoutes(deps: PhrasePagesDeps) {
  const routes = new Hono<RequestEnv>();
  routes.get('/phrases', async (c) => {
    const caller = await admit(deps, c, 'phrases.read');
    if (caller === null) return c.redirect(SIGN_IN, 303);
    const phrases = await deps.practice.phrases(caller);
    const screen = phrasesScreen(phrases, c.req.query('saved') !== undefined);
    return c.html(staffPage(c, { title: 'Phrases', screen, here: 'phrases' }));
  });
  routes.get('/phrases/edit', (c) => change(deps, c));
  routes.post('/phrases/edit', (c) => saveOrTry(deps, c));
  routes.post('/phrases/:phrase/remove', (c) => remove(deps, c, c.req.param('phrase')));
  return routes;
}

async function change(deps: PhrasePagesDeps, c: PhraseContext) {
  const caller = await admit(deps, c, 'phrases.compose');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const asked = c.req.query('phrase');
  if (asked === undefined) return editor(c, { typed: NOTHING_TYPED });
  const found = (await deps.practice.phrases(caller)).find(({ id }) => id === asked);
  if (found === undefined) throw new AppError('notFound');
  return editor(c, { typed: typedOf(found), example: exampleOf(found) });
}

async function saveOrTry(deps: PhrasePagesDeps, c: PhraseContext) {
  const typed = await formBody(c, PhraseForm);
  const caller = await admit(deps, c, 'phrases.compose');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const wanted = wantedOf(typed);
  if (typed.do === 'preview') {
    const checked = checkPhrase(wanted.phrase);
    if (!checked.ok) return editor(c, { typed, problems: phraseProblems(checked.refusal) });
    return editor(c, { typed, example: exampleOf(wanted.phrase) });
  }
  const saved = await deps.practice.savePhrase(caller, wanted);
  if (saved.ok) return c.redirect('/phrases?saved', 303);
  const code = saved.refusal.reason === 'outdated' ? 'outdated' : 'formRefused';
  c.set('failure', code);
  return editor(c, { typed, problems: phraseProblems(saved.refusal) }, ERRORS[code].status);
}

async function remove(deps: PhrasePagesDeps, c: PhraseContext, named: string) {
  await formBody(c, WithdrawForm);
  const caller = await admit(deps, c, 'phrases.compose');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const phraseId = z.uuid().safeParse(named);
  if (!phraseId.success) throw new AppError('notFound');
  await deps.practice.removePhrase(caller, phraseId.data);
  return c.redirect('/phrases', 303);
}

function editor(
  c: PhraseContext,
  of: Pick<PhraseEditor, 'typed'> & Partial<PhraseEditor>,
  status: 200 | 409 | 422 = 200,
) {
  const screen = phraseEditor({ problems: new Map(), example: null, ...of });
  return c.html(staffPage(c, { title: 'Phrases', screen, here: 'phrases' }), status);
}
