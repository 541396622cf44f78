import { Hono } from 'hono';
import { html } from 'hono/html';
import type { OpenForm } from '#backend/care/client-care.ts';
import { addDays, dateInZone, type Instant } from '#shared/contracts/calendar.ts';
import { AppError } from '#shared/contracts/errors.ts';
import type { RequestEnv } from '../../http/env.ts';
import type { Markup } from '../../pages/page.ts';
import { answerForm, itemIn } from '../../portal/answer-form.ts';
import { clientPage } from '../../portal/frame.ts';
import { type Reader, readerOf } from '../../portal/reader.ts';
import { questionOf } from '../../portal/screens/question-of.ts';
import { review } from '../../portal/screens/review.ts';
import { welcome } from '../../portal/screens/welcome.ts';
import { stepAfter, stepBefore } from '../../portal/steps.ts';
import { admit } from '../admit.ts';
import { type FormContext, type FormPagesDeps, formIn, SIGN_IN } from './routes.ts';

/** What the preview is built from. */
export interface PreviewDeps extends FormPagesDeps {
  readonly now: () => Instant;
}

/** How long a link opens that says nothing else, in days. */
const OPEN_FOR = 7;

/**
 * A form as the client sees it: the client's own screens, one after the other. Pressing an answer
 * goes on to the next question, or back, and keeps nothing.
 */
export function previewRoutes(deps: PreviewDeps) {
  const routes = new Hono<RequestEnv>();
  const address = '/forms/:form/preview';
  routes.get(address, (c) => show(deps, c, c.req.param('form'), welcome));
  routes.get(`${address}/review`, (c) => show(deps, c, c.req.param('form'), review));
  routes.get(`${address}/q/:item`, (c) => {
    const number = itemIn(c.req.param('item')) ?? 0;
    return show(deps, c, c.req.param('form'), (reader, base, checkIn) =>
      questionOf({ reader, base, checkIn, number, toReview: false }),
    );
  });
  routes.post(`${address}/start`, (c) => goOn(deps, c, c.req.param('form'), 0));
  routes.post(`${address}/q/:item`, (c) =>
    goOn(deps, c, c.req.param('form'), itemIn(c.req.param('item')) ?? 0),
  );
  routes.post(`${address}/submit`, (c) => c.redirect(`/forms/${formIn(c.req.param('form'))}`, 303));
  return routes;
}

async function show(
  deps: PreviewDeps,
  c: FormContext,
  segment: string,
  screenOf: (reader: Reader, base: string, checkIn: OpenForm) => Markup | null,
) {
  const checkIn = await open(deps, c, segment);
  if (checkIn === null) return c.redirect(SIGN_IN, 303);
  const reader = readerOf();
  const screen = screenOf(reader, `/forms/${checkIn.form.formId}/preview`, checkIn);
  if (screen === null) throw new AppError('notFound');
  return c.html(clientPage({ reader, screen, checkIn, notice: notice(checkIn) }));
}

async function goOn(deps: PreviewDeps, c: FormContext, segment: string, item: number) {
  const pressed = (await answerForm(c))?.answer;
  const checkIn = await open(deps, c, segment);
  if (checkIn === null) return c.redirect(SIGN_IN, 303);
  const step = pressed === 'back' ? stepBefore : stepAfter;
  return c.redirect(step(`/forms/${checkIn.form.formId}/preview`, checkIn, item), 303);
}

/** The form as a client has it in hand who has answered nothing; null when nobody is signed in. */
async function open(deps: PreviewDeps, c: FormContext, segment: string): Promise<OpenForm | null> {
  const caller = await admit(deps, c, 'ownForms.read');
  if (caller === null) return null;
  const of = await deps.forms.find(caller, formIn(segment));
  if (of === null) throw new AppError('notFound');
  const opensUntil = addDays(dateInZone(deps.now(), 'UTC'), OPEN_FOR);
  const { form } = of;
  return {
    kind: 'form',
    state: 'open',
    place: 1,
    of: 1,
    form,
    begun: false,
    answers: new Map(),
    opensUntil,
  };
}

function notice({ form }: OpenForm): Markup {
  return html`<p class="note preview">
    Preview: nothing that is pressed here is kept. <a href="/forms/${form.formId}">Back to the form</a>
  </p>`;
}
