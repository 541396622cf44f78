import type { Caller } from '#backend/access/caller.ts';
import type { PhraseFault, PhraseTemplate } from '#shared/contracts/phrase-template.ts';
import type { Result } from '#shared/contracts/result.ts';

/** A phrase as somebody wants to have it. */
export interface WantedPhrase {
  /** `PhraseTemplate.id` of the one that it takes the place of; null for a new one. */
  readonly replaces: string | null;
  readonly phrase: Omit<PhraseTemplate, 'id'>;
}

/**
 * Why a phrase is not saved. `outdated`: the one that it would replace is gone. `nameMissing`,
 * `nameTooLong` and `nameTaken` are about its name; `noShape`: it would stand in no text. `tooMany`:
 * more than a text can carry are in use.
 */
export type SavePhraseRefusal =
  | PhraseFault
  | {
      readonly reason:
        | 'outdated'
        | 'nameMissing'
        | 'nameTooLong'
        | 'nameTaken'
        | 'noShape'
        | 'tooMany';
    };

/** The practice's own sentences for Updates. Nothing of it is about a client. */
export interface PhraseCare {
  /** Those in use, by name. */
  readonly phrases: (caller: Caller) => Promise<readonly PhraseTemplate[]>;
  /** Saves a phrase, after the check that every sentence of an Update passes. */
  readonly savePhrase: (
    caller: Caller,
    wanted: WantedPhrase,
  ) => Promise<Result<PhraseTemplate, SavePhraseRefusal>>;
  /** Takes a phrase out of use. Idempotent. */
  readonly removePhrase: (caller: Caller, phraseId: string) => Promise<void>;
}
