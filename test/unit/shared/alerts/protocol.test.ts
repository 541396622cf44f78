import { describe, expect, it } from 'vitest';
import { actionsFor, chosenAction, DEFAULT_PROTOCOL } from '#shared/alerts/protocol.ts';
import { Protocol } from '#shared/contracts/protocol.ts';

const called = {
  id: 'own1a1',
  words: 'Called',
  sentence: 'The client was called.',
  forSafety: true,
  inUse: true,
};
const noted = { ...called, id: 'own1a2', words: 'Noted', forSafety: false };
const FIRST = Protocol.parse({ version: 1, actions: [called, noted] });
const SECOND = Protocol.parse({ version: 2, actions: [{ ...called, inUse: false }, noted] });

describe('the list that every practice begins with', () => {
  it('is a list as the contract has it, with the ids that acknowledgements of before name', () => {
    expect(Protocol.parse(DEFAULT_PROTOCOL)).toEqual(DEFAULT_PROTOCOL);
    expect(DEFAULT_PROTOCOL.actions.map(({ id }) => id)).toEqual([
      'discussedInSession',
      'contactedClient',
      'safetyPlanReviewed',
      'willDiscussNextSession',
      'notUseful',
    ]);
  });

  it('offers "not useful" for what is not about safety', () => {
    const ids = actionsFor(DEFAULT_PROTOCOL, 'S1').map(({ id }) => id);
    expect(ids).not.toContain('notUseful');
    expect(ids).toHaveLength(4);
    expect(actionsFor(DEFAULT_PROTOCOL, 'C1').map(({ id }) => id)).toEqual([...ids, 'notUseful']);
  });
});

function chosen(id: string, rule: 'S1' | 'C1' | 'P2', read: Protocol | null, inForce = FIRST) {
  return chosenAction(id, rule, { read, inForce });
}

function because(...given: Parameters<typeof chosen>) {
  const result = chosen(...given);
  return result.ok ? null : result.refusal;
}

describe('an action that was chosen', () => {
  it('counts when the list that was read has it in use', () => {
    expect(chosen('own1a1', 'S1', FIRST)).toEqual({ ok: true, value: called });
    expect(chosen('own1a2', 'C1', FIRST)).toEqual({ ok: true, value: noted });
  });

  it('is refused by what is wrong with it', () => {
    expect(because('own9a9', 'C1', FIRST)).toBe('actionUnknown');
    expect(because('own1a1', 'C1', null)).toBe('actionUnknown');
    expect(because('own1a2', 'S1', FIRST)).toBe('actionNotForSafety');
    expect(because('own1a2', 'P2', FIRST)).toBe('actionNotForSafety');
    expect(because('own1a1', 'S1', SECOND, SECOND)).toBe('actionNotInUse');
    expect(because('own1a1', 'S1', FIRST, SECOND)).toBe('outdated');
    expect(because('discussedInSession', 'S1', DEFAULT_PROTOCOL, FIRST)).toBe('outdated');
  });

  it('counts with the words that were read, where the list has changed in another place', () => {
    const renamed = Protocol.parse({ version: 3, actions: [{ ...noted, words: 'Read' }, called] });
    expect(chosen('own1a2', 'C1', FIRST, renamed)).toEqual({ ok: true, value: noted });
  });
});
