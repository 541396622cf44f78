import { createFormCare } from '#backend/care/practice-forms.ts';
import type { SentCheckIn } from '#backend/care/send-check-in.ts';
import { sendOwnForm } from '#backend/care/send-own-form.ts';
import { addDays, dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import { type CustomForm, FormId } from '#shared/contracts/custom-form.ts';
import type { PracticeId, ResponseId } from '#shared/contracts/ids.ts';
import { DIARY_CARD, type FormContent } from '#shared/forms/diary-card.ts';
import type { TestBackend } from './backend.ts';
import { scopeOf } from './database.ts';
import { entered, submitForm } from './practice.ts';
import type { Scene } from './scene.ts';

const DAY = 86_400_000;

/** An own form, or with `before` its next version, saved by the scene's clinician. */
export async function anOwnForm(
  backend: Pick<TestBackend, 'care'>,
  {
    practiceId,
    clinician,
  }: {
    readonly practiceId: PracticeId;
    readonly clinician: Pick<Scene['clinician'], 'staffId'>;
  },
  content: FormContent = DIARY_CARD,
  before: CustomForm | null = null,
): Promise<CustomForm> {
  const { staffId } = clinician;
  const caller = { practiceId, staffId, role: 'clinician', requestId: 'test' } as const;
  const saved = await createFormCare(backend.care).save(caller, {
    formId: before?.formId ?? FormId.parse(backend.care.newId()),
    seenVersion: before?.version ?? 0,
    ...content,
  });
  if (!saved.ok) throw new Error(saved.refusal.reason);
  return saved.value;
}

type Whose = Pick<Scene, 'practiceId' | 'clientId'>;

/** Sends an own form to the scene's client; the value is the path of the link, `/m/<secret>`. */
export async function anOwnFormLink(
  backend: TestBackend,
  whose: Whose,
  form: CustomForm,
): Promise<string> {
  const { secret } = await sendTo(backend, whose, form);
  return entered(backend, whose, `/m/${secret}`);
}

async function sendTo(
  backend: TestBackend,
  { practiceId, clientId }: Whose,
  { formId }: CustomForm,
): Promise<SentCheckIn> {
  const now = instantOf(backend.clock.now);
  const sent = await sendOwnForm(backend.care, scopeOf(practiceId, { now }), {
    clientId,
    formId,
    dueOn: addDays(dateInZone(now, 'America/Chicago'), 3),
    expiresAt: instantOf(new Date(backend.clock.now.getTime() + 7 * DAY)),
  });
  if (!sent.ok) throw new Error(sent.refusal);
  return sent.value;
}

/** The scene once its client has answered the diary card. */
export async function withOwnResponse(backend: TestBackend, scene: Scene): Promise<Scene> {
  // Of a title of its own: no two forms in use share one.
  const title = `Evening card ${backend.care.newId()}`;
  const form = await anOwnForm(backend, scene, { ...DIARY_CARD, title });
  const { administrationId, secret } = await sendTo(backend, scene, form);
  await answerOwnForm(backend, await entered(backend, scene, `/m/${secret}`), [
    7,
    2,
    3,
    1,
    'Walked home',
  ]);
  const answered = await backend.care.store.inPractice(
    scopeOf(scene.practiceId),
    ({ ownResponses }) => ownResponses.ofAdministration(administrationId),
  );
  if (answered === null) throw new Error('nothing was answered');
  const ownCorrectionId = backend.care.newId() as ResponseId;
  return { ...scene, ownResponseId: answered.responseId, ownCorrectionId };
}

/** What a client does with a question: a number, words, or null to skip it. */
export function ownAnswerFields(answer: number | string | null): Record<string, string> {
  if (typeof answer === 'string') return { answer: 'words', words: answer };
  return { answer: String(answer ?? 'skip') };
}

/** Answers an own form from the first question on and sends it. The value is the last reply. */
export async function answerOwnForm(
  backend: TestBackend,
  link: string,
  answers: readonly (number | string | null)[],
): Promise<Response> {
  for (const [index, answer] of answers.entries()) {
    await submitForm(backend, `${link}/q/${index + 1}`, ownAnswerFields(answer));
  }
  return submitForm(backend, `${link}/submit`, {});
}
