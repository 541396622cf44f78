import { type WordingFault, wordingFaults } from '#backend/delivery/wording/check.ts';
import { DEFAULT_WORDING } from '#backend/delivery/wording/compose.ts';
import { tellingWordOfName } from '#backend/delivery/wording/telling-words.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import type { OwnMessageText, Wording } from '#shared/contracts/wording.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import type { MessageCare, MessageKey, WordingChange } from './message-care.ts';

/** How messages to clients read, and setting it within limits. Every change is a version of its own. */
export function createWordingCare(deps: CareDeps): Pick<MessageCare, 'wording' | 'setWording'> {
  return {
    wording: (caller) =>
      deps.store.inPractice(staffScope(deps, caller), async (care) => {
        const practice = await care.practice.read();
        if (practice === null) throw new Error('A caller belongs to a practice that is not there.');
        return { wording: await inForce(care), practiceName: practice.name };
      }),
    setWording: (caller, seenVersion, change) =>
      deps.store.inPractice(staffScope(deps, caller), async (care) => {
        const faults = await faultsOf(care, change);
        if (faults.length > 0) return refuse({ reason: 'faults', faults });
        await care.practiceSettings.hold('toChange');
        const before = await inForce(care);
        if (before.version !== seenVersion) return refuse({ reason: 'outdated' });
        const changed = changedBy(before, change);
        const added = await care.practiceSettings.add('wording', changed, caller.staffId);
        if (!added.ok) return refuse({ reason: added.refusal });
        const subject = { version: changed.version };
        await care.audit.append({ action: 'wording.set', clientId: null, subject });
        return ok(changed);
      }),
  };
}

/** A name can tell as much as any other word. */
async function faultsOf(
  care: CareRepositories,
  change: WordingChange,
): Promise<readonly WordingFault[]> {
  if (change.is === 'text') return wordingFaults(change.text);
  if (change.is === 'default' || !change.namesPractice) return [];
  const found = tellingWordOfName((await care.practice.read())?.name ?? '');
  return found === null ? [] : [{ fault: 'health', found }];
}

async function inForce(care: CareRepositories): Promise<Wording> {
  return (await care.practiceSettings.newest('wording'))?.value ?? DEFAULT_WORDING;
}

function changedBy(before: Wording, change: WordingChange): Wording {
  const version = before.version + 1;
  if (change.is === 'naming') return { ...before, version, namesPractice: change.namesPractice };
  const key = change.is === 'text' ? change.text : change.of;
  const others = before.texts.filter((text) => !isSame(text, key));
  const texts: readonly OwnMessageText[] = change.is === 'text' ? [...others, change.text] : others;
  return { ...before, version, texts: [...texts] };
}

function isSame(text: OwnMessageText, { purpose, language, way }: MessageKey): boolean {
  return text.purpose === purpose && text.language === language && text.way === way;
}
