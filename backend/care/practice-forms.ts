import type { Caller } from '#backend/access/caller.ts';
import { canonicalText } from '#backend/audit/canonical.ts';
import type { MadeForm, StandingForm } from '#backend/store/own-forms.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { TimeZone } from '#shared/contracts/calendar.ts';
import type { CustomForm } from '#shared/contracts/custom-form.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { asNamed, checkForm, formFaults } from '#shared/forms/check-form.ts';
import { type CareDeps, staffScope } from './deps.ts';
import type {
  FormCare,
  PracticeForm,
  SaveFormRefusal,
  SignedForm,
  WantedForm,
} from './form-care.ts';
import { signedOn, timeZoneOf } from './signed.ts';

/** Everything that a practice does with its own forms. */
export function createFormCare(deps: CareDeps): FormCare {
  const inPractice = <T>(caller: Caller, work: (care: CareRepositories) => Promise<T>) =>
    deps.store.inPractice(staffScope(deps, caller), work);
  return {
    list: (caller) =>
      inPractice(caller, async (care) => {
        const timeZone = await timeZoneOf(care);
        return (await care.ownForms.list()).map((form) => standing(form, timeZone));
      }),
    find: (caller, formId) =>
      inPractice(caller, async (care) => {
        const form = await care.ownForms.find(formId);
        return form === null ? null : standing(form, await timeZoneOf(care));
      }),
    versions: (caller, formId) =>
      inPractice(caller, async (care) => {
        const timeZone = await timeZoneOf(care);
        return (await care.ownForms.versions(formId)).map((form) => signed(form, timeZone));
      }),
    save: (caller, wanted) => inPractice(caller, (care) => save(care, caller, wanted)),
    use: (caller, formId, inUse) =>
      inPractice(caller, async (care) => {
        await care.ruleSettings.hold('toChange');
        const form = await care.ownForms.find(formId);
        if (form === null) return refuse('notFound');
        if ((form.retired === null) === inUse) return ok(null);
        if (inUse && (await isTitleTaken(care, form.form))) return refuse('titleTaken');
        await care.ownForms.retire(formId, inUse ? null : caller.staffId);
        const action = inUse ? 'form.restored' : 'form.retired';
        await care.audit.append({ action, clientId: null, subject: { formId } });
        return ok(null);
      }),
  };
}

async function save(
  care: CareRepositories,
  { staffId }: Caller,
  { formId, seenVersion, title, items }: WantedForm,
): Promise<Result<CustomForm, SaveFormRefusal>> {
  const candidate = { formId, version: seenVersion + 1, title, items };
  const checked = checkForm(candidate);
  if (!checked.ok) return refuse({ reason: 'faults', faults: formFaults(candidate) });
  if (seenVersion > 0 && (await care.ownForms.find(formId)) === null) {
    return refuse({ reason: 'notFound' });
  }
  // One after the other, so that two of one title can't pass the check together.
  await care.ruleSettings.hold('toChange');
  const stands = await care.ownForms.find(formId);
  const newest = stands?.form ?? null;
  if (newest !== null && asksTheSame(newest, checked.value)) return ok(newest);
  if ((newest?.version ?? 0) !== seenVersion) return refuse({ reason: 'outdated' });
  const isInUse = (stands?.retired ?? null) === null;
  if (isInUse && (await isTitleTaken(care, checked.value))) return refuse({ reason: 'titleTaken' });
  await care.ownForms.hold(formId);
  await care.ownForms.add(checked.value, staffId);
  const { version } = checked.value;
  await care.audit.append({
    action: 'form.composed',
    clientId: null,
    subject: { formId, version },
  });
  return ok(checked.value);
}

/** Whether another form in use is called the same. Call while holding the practice's forms. */
async function isTitleTaken(
  care: CareRepositories,
  { formId, title }: Pick<CustomForm, 'formId' | 'title'>,
): Promise<boolean> {
  return (await care.ownForms.list()).some(
    ({ form, retired }) =>
      retired === null && form.formId !== formId && asNamed(form.title) === asNamed(title),
  );
}

function asksTheSame(one: CustomForm, other: CustomForm): boolean {
  const [content, wanted] = [one, other].map(({ title, items }) => canonicalText({ title, items }));
  return content === wanted;
}

function signed({ form, by, at }: MadeForm, timeZone: TimeZone): SignedForm {
  return { form, ...signedOn({ by, at }, timeZone) };
}

function standing(made: StandingForm, timeZone: TimeZone): PracticeForm {
  const { retired } = made;
  return {
    ...signed(made, timeZone),
    retired: retired === null ? null : signedOn(retired, timeZone),
  };
}
