import { MOST_ACTIONS, ProtocolAction } from '#shared/contracts/protocol.ts';
import { sentenceFault } from '#shared/update/phrases/check-sentence.ts';
import type { ProtocolFault, WantedAction } from './alerting-care.ts';

/**
 * What is wrong with a list of actions; empty when a practice can work by it. Something must answer an
 * alert about safety, or that could never be closed.
 */
export function protocolFaults(actions: readonly WantedAction[]): readonly ProtocolFault[] {
  return [
    ...listFaults(actions),
    ...actions.flatMap((action, row) => [
      ...wordsFaults(actions, row),
      ...sentenceFaults(action, row),
    ]),
  ];
}

function listFaults(actions: readonly WantedAction[]): readonly ProtocolFault[] {
  if (actions.length === 0) return [{ at: 'list', reason: 'none' }];
  if (actions.length > MOST_ACTIONS) return [{ at: 'list', reason: 'tooMany' }];
  return actions.some(({ forSafety, inUse }) => forSafety && inUse)
    ? []
    : [{ at: 'list', reason: 'nothingForSafety' }];
}

function wordsFaults(actions: readonly WantedAction[], row: number): readonly ProtocolFault[] {
  const words = actions[row]?.words ?? '';
  if (words.trim() === '') return [{ at: 'words', row, reason: 'missing' }];
  if (!ProtocolAction.shape.words.safeParse(words).success) {
    return [{ at: 'words', row, reason: 'tooLong' }];
  }
  const before = actions.slice(0, row).map((one) => one.words.toLowerCase());
  return before.includes(words.toLowerCase()) ? [{ at: 'words', row, reason: 'twice' }] : [];
}

function sentenceFaults({ sentence }: WantedAction, row: number): readonly ProtocolFault[] {
  if (sentence === null) return [];
  if (!ProtocolAction.shape.sentence.safeParse(sentence).success) {
    return [{ at: 'sentence', row, reason: 'tooLong' }];
  }
  const fault = sentenceFault(sentence);
  return fault === null ? [] : [{ at: 'sentence', row, ...fault }];
}
