import { v7 } from 'uuid';
import { judgeResponse } from '#backend/care/judge-response.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import { dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import type { CouplePageReply } from '#shared/contracts/couple-procedures.ts';
import type { AdministrationId, ClientId, ConsentId, ResponseId } from '#shared/contracts/ids.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers } from '#shared/contracts/response.ts';
import { csi16 } from '#shared/instruments/data/csi16.ts';
import { hark } from '#shared/instruments/data/hark.ts';
import { score } from '#shared/scoring/score.ts';
import type { TestBackend } from './backend.ts';
import { scopeOf } from './database.ts';
import { couplePage, PARTNER, wellFormedInput } from './inputs.ts';
import { aClient, call, valueOf } from './practice.ts';
import type { Scene } from './scene.ts';

/** Makes the client of a scene one of a couple, with one consent of theirs, to share the CSI-16. */
export async function withCouple(
  backend: TestBackend,
  scene: Scene,
  partner?: ClientId,
): Promise<Scene> {
  const { practiceId, clinician } = scene;
  const partnerId = partner ?? (await aClient(backend, practiceId, clinician, PARTNER));
  const coupled = { ...scene, partnerId };
  const link = wellFormedInput('couples.link', coupled);
  await valueOf(await call(backend, 'couples.link', link, clinician.token));
  const consentId = await consentTo(backend, coupled, scene.clientId);
  return { ...coupled, consentId };
}

/** What the couple's own page is answered with. */
export async function coupleSeen(backend: TestBackend, scene: Scene): Promise<CouplePageReply> {
  const { token } = scene.clinician;
  return valueOf(await call(backend, 'couples.ofPage', couplePage(scene), token));
}

/** Does something as a client does, at the backend's moment. */
export function asClient<T>(
  backend: TestBackend,
  { practiceId }: Pick<Scene, 'practiceId'>,
  clientId: ClientId,
  work: (care: CareRepositories, now: Instant) => Promise<T>,
): Promise<T> {
  const now = instantOf(backend.clock.now);
  const actor = { kind: 'client', clientId } as const;
  return backend.care.store.inPractice(scopeOf(practiceId, { now, actor }), (care) =>
    work(care, now),
  );
}

/** A partner agrees to share a measure. */
export async function consentTo(
  backend: TestBackend,
  scene: Pick<Scene, 'practiceId' | 'coupleId'>,
  clientId: ClientId,
  over: { readonly measureId?: string; readonly expiresOn?: string } = {},
): Promise<ConsentId> {
  const consentId = v7() as ConsentId;
  const { measureId = 'csi16', expiresOn = '2030-12-31' } = over;
  const agreed = { consentId, coupleId: scene.coupleId, clientId, measureId };
  await asClient(backend, scene, clientId, ({ consents }) =>
    consents.give({ ...agreed, expiresOn: expiresOn as CalendarDate }),
  );
  return consentId;
}

/** A partner's answers to a form arrive, are scored and judged as any are. */
export function answersArrive(
  backend: TestBackend,
  scene: Pick<Scene, 'practiceId'>,
  clientId: ClientId,
  form: Instrument,
  answers: Answers,
): Promise<ResponseId> {
  return asClient(backend, scene, clientId, async (care, now) => {
    const administrationId = await openForm(care, clientId, form);
    const today = dateInZone(now, 'America/Chicago');
    const submitted = { answeredOn: today, answers, score: score(form, answers) };
    const stored = await care.responses.submit(administrationId, submitted);
    if (!stored.ok) throw new Error(stored.refusal);
    const { response } = stored.value;
    await judgeResponse(care, form, {
      response,
      clientId,
      today,
      seconds: null,
      channels: ['email'],
    });
    return response.responseId;
  });
}

/** A partner answers one question of a form, changes the answer as told, and leaves the rest. */
export function answersOne(
  backend: TestBackend,
  scene: Pick<Scene, 'practiceId'>,
  clientId: ClientId,
  {
    form,
    item,
    values,
  }: {
    readonly form: Instrument;
    readonly item: number;
    /** The answers one after the other; null for none. */
    readonly values: readonly (number | null)[];
  },
): Promise<AdministrationId> {
  return asClient(backend, scene, clientId, async (care) => {
    const administrationId = await openForm(care, clientId, form);
    for (const value of values) {
      await care.administrations.saveAnswer(administrationId, item, value);
    }
    return administrationId;
  });
}

async function openForm(
  { administrations }: CareRepositories,
  clientId: ClientId,
  { id, version }: Instrument,
): Promise<AdministrationId> {
  const administrationId = v7() as AdministrationId;
  await administrations.send({
    administrationId,
    clientId,
    instrumentId: id,
    instrumentVersion: version,
    dueOn: '2030-01-01' as CalendarDate,
    expiresAt: '2030-01-02T00:00:00.000Z' as Instant,
  });
  return administrationId;
}

/** The screen for violence by a partner with items, as it will be once its wording may be shown. */
export const SCREEN_FOR_VIOLENCE: Instrument = {
  ...hark,
  items: [1, 2, 3, 4].map((number) => ({
    number,
    text: `Question ${number}`,
    options: hark.options,
  })),
};

/** Answers to the CSI-16 that add up to a total. */
export function csiAnswers(total: number): Answers {
  let rest = total;
  return csi16.items.map((_, index) => {
    const answer = Math.min(rest, index === 0 ? 6 : 5);
    rest -= answer;
    return answer;
  });
}
