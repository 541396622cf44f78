import { canonicalText } from '#backend/audit/canonical.ts';
import {
  MAX_PHRASE_NAME,
  MAX_PHRASES,
  type PhraseTemplate,
} from '#shared/contracts/phrase-template.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { checkPhrase } from '#shared/update/phrases/check.ts';
import { type CareDeps, staffScope } from './deps.ts';
import type { PhraseCare, SavePhraseRefusal, WantedPhrase } from './phrase-care.ts';

/** Everything that a practice does with its own sentences. */
export function createPhraseCare(deps: CareDeps): PhraseCare {
  return {
    phrases: (caller) =>
      deps.store.inPractice(staffScope(deps, caller), (care) => care.phrases.standing()),
    savePhrase: savePhrase(deps),
    removePhrase: (caller, phraseId) =>
      deps.store.inPractice(staffScope(deps, caller), async (care) => {
        if (!(await care.phrases.remove(phraseId, caller.staffId))) return;
        await care.audit.append({
          action: 'phrase.removed',
          clientId: null,
          subject: { phraseId },
        });
      }),
  };
}

function savePhrase(deps: CareDeps): PhraseCare['savePhrase'] {
  return (caller, wanted) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      // One after the other, so that two of one name can't pass the check together.
      await care.ruleSettings.hold('toChange');
      const { replaces, phrase } = wanted;
      const inUse = await care.phrases.standing();
      // Sent twice, it is saved once.
      const same = inUse.find((one) => saysTheSame(one, phrase));
      if (same !== undefined && (replaces === null || replaces === same.id)) return ok(same);
      const checked = phraseFaults(wanted, inUse);
      if (!checked.ok) return checked;
      const phraseId = deps.newId();
      if (replaces !== null) await care.phrases.remove(replaces, caller.staffId);
      const saved = { id: phraseId, ...phrase };
      if (!(await care.phrases.add(saved, caller.staffId))) throw new Error('a name was free');
      await care.audit.append({ action: 'phrase.saved', clientId: null, subject: { phraseId } });
      return ok(saved);
    });
}

function saysTheSame(one: PhraseTemplate, other: WantedPhrase['phrase']): boolean {
  return canonicalText(one) === canonicalText({ id: one.id, ...other });
}

function phraseFaults(
  { replaces, phrase }: WantedPhrase,
  standing: readonly PhraseTemplate[],
): Result<null, SavePhraseRefusal> {
  const others = standing.filter(({ id }) => id !== replaces);
  if (replaces !== null && others.length === standing.length) return refuse({ reason: 'outdated' });
  if (phrase.name.trim() === '') return refuse({ reason: 'nameMissing' });
  if (phrase.name.length > MAX_PHRASE_NAME) return refuse({ reason: 'nameTooLong' });
  if (others.some(({ name }) => name === phrase.name)) return refuse({ reason: 'nameTaken' });
  if (others.length >= MAX_PHRASES) return refuse({ reason: 'tooMany' });
  if (phrase.shapes.length === 0) return refuse({ reason: 'noShape' });
  const checked = checkPhrase(phrase);
  return checked.ok ? ok(null) : checked;
}
