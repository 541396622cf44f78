import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AcknowledgeInput } from '#shared/contracts/procedures.ts';
import { Protocol } from '#shared/contracts/protocol.ts';
import type { Fact } from '#shared/contracts/sealed.ts';
import { chartRequest } from '#shared/update/request.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { aLink, answerAndSend, aStaffMember, call, valueOf } from '#test/support/practice.ts';
import { aScene, briefOf, POSITIVE_ITEM_9, type Scene } from '#test/support/scene.ts';
import { deliver, sealingBrowser } from '#test/support/sealed.ts';
import { inPractice } from './a-ladder.ts';

const CALLED = {
  id: 'own1a1',
  words: 'Called the client',
  sentence: 'The client was called the same day.',
  forSafety: true,
  inUse: true,
};
const PASSED_ON = { ...CALLED, id: 'own1a2', words: 'Passed on', sentence: null, forSafety: false };

let backend: TestBackend;
let scene: Scene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
  await setProtocol({ version: 1, actions: [CALLED, PASSED_ON] });
});
afterAll(() => backend.close());

async function setProtocol(wanted: Protocol): Promise<void> {
  await inPractice(backend, scene, ({ practiceSettings }) =>
    practiceSettings.add('protocol', Protocol.parse(wanted), scene.clinician.staffId),
  );
}

type Said = Pick<AcknowledgeInput, 'action' | 'protocolVersion' | 'withSentence'>;

const input = (said: Said) => {
  const { alertId, latestAt: seenLatestAt } = scene;
  return { alertId, seenLatestAt, ...said };
};

const acknowledge = (said: Said) =>
  call(backend, 'alerts.acknowledge', input(said), scene.clinician.token);

async function refusal(reply: Response): Promise<string> {
  const { error } = (await reply.json()) as { error: { data: { refusal: string } } };
  return error.data.refusal;
}

async function acknowledgement() {
  const { alerts } = await briefOf(backend, scene, scene.clinician);
  return alerts.find(({ alertId }) => alertId === scene.alertId)?.acknowledgement;
}

async function updateText(): Promise<string> {
  const asked = { clientId: scene.clientId, request: chartRequest('narrative') };
  const reply = await call(backend, 'update.compose', asked, scene.clinician.token);
  return (await valueOf<{ text: string }>(reply)).text;
}

describe('an action of the practice’s own', () => {
  it('closes an alert with its words, and its sentence stands in the next Update', async () => {
    expect(
      (await acknowledge({ action: 'own1a1', protocolVersion: 1, withSentence: true })).status,
    ).toBe(200);
    expect(await acknowledgement()).toEqual({
      by: scene.clinician.displayName,
      at: expect.any(String),
      action: 'own1a1',
      words: CALLED.words,
      sentence: CALLED.sentence,
    });
    expect(await updateText()).toMatch(
      /Alert acknowledged by Staff \d+, .*\(new risk answer, PHQ-9\): "The client was called the same day"\./,
    );
    const events = await backend.database.asSuperuser(
      `select subject from care.audit_event where practice_id = $1 and action = 'alert.acknowledged'`,
      [scene.practiceId],
    );
    const { alertId } = scene;
    const said = { action: 'own1a1', protocolVersion: 1, withSentence: true };
    expect(events).toEqual([{ subject: { alertId, ...said } }]);
  });

  it('says nothing in the note that nobody asked for', async () => {
    await acknowledge({ action: 'own1a1', protocolVersion: 1 });
    expect(await acknowledgement()).toMatchObject({ words: CALLED.words, sentence: null });
    expect(await updateText()).not.toContain('called the same day');
  });

  it('keeps the words that it was said with when the list changes', async () => {
    await acknowledge({ action: 'own1a1', protocolVersion: 1 });
    await setProtocol({ version: 2, actions: [{ ...CALLED, words: 'Phoned' }] });
    expect(await acknowledgement()).toMatchObject({ words: 'Called the client' });
    const again = await acknowledge({ action: 'own1a1', protocolVersion: 1 });
    expect(again.status).toBe(200);
  });
});

describe('an action is refused, and the alert stays open,', () => {
  it.each([
    ['that is on no list', { action: 'own9a9', protocolVersion: 1 }, 'actionUnknown'],
    ['of a list that never was', { action: 'own1a1', protocolVersion: 7 }, 'actionUnknown'],
    [
      'that answers no alert about safety',
      { action: 'own1a2', protocolVersion: 1 },
      'actionNotForSafety',
    ],
    ['of the list before the practice had its own', { action: 'contactedClient' }, 'outdated'],
  ])('%s', async (_, said, because) => {
    expect(await refusal(await acknowledge(said))).toBe(because);
    expect(await acknowledgement()).toBeNull();
  });

  it('that is out of use, now or since it was read', async () => {
    const other = { ...CALLED, id: 'own2a1', words: 'Met the client' };
    await setProtocol({ version: 2, actions: [{ ...CALLED, inUse: false }, other] });
    const now = await acknowledge({ action: 'own1a1', protocolVersion: 2 });
    expect(await refusal(now)).toBe('actionNotInUse');
    const since = await acknowledge({ action: 'own1a1', protocolVersion: 1 });
    expect(await refusal(since)).toBe('outdated');
    expect(await acknowledgement()).toBeNull();
  });
});

describe('what was sealed in a browser while the server was away', () => {
  it('counts by the list that it was read on, also one that no practice had then', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const colleague = await aStaffMember(backend, scene.practiceId);
    const before: Fact = { what: 'acknowledgement', input: input({ action: 'contactedClient' }) };
    const entry = await browser.seals(before);
    expect(await deliver(backend, colleague, [entry])).toEqual([['kept', null]]);
    expect(await acknowledgement()).toMatchObject({ words: 'Contacted the client' });
  });

  it('carries the action and its sentence', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const said = { action: 'own1a1', protocolVersion: 1, withSentence: true };
    const entry = await browser.seals({ what: 'acknowledgement', input: input(said) });
    await setProtocol({ version: 2, actions: [{ ...CALLED, id: 'own2a1' }] });
    expect(await deliver(backend, scene.clinician, [entry])).toEqual([['kept', null]]);
    expect(await acknowledgement()).toMatchObject({ sentence: CALLED.sentence });
  });

  it('is refused where it was never on that list', async () => {
    const browser = await sealingBrowser(backend, scene.clinician);
    const said = { action: 'own1a2', protocolVersion: 1 };
    const entry = await browser.seals({ what: 'acknowledgement', input: input(said) });
    expect(await deliver(backend, scene.clinician, [entry])).toEqual([
      ['refused', 'actionNotForSafety'],
    ]);
    expect(await acknowledgement()).toBeNull();
  });
});

describe('evidence that goes on after an acknowledgement', () => {
  it('opens another alert beside the one that was answered', async () => {
    await acknowledge({ action: 'own1a1', protocolVersion: 1 });
    const link = await aLink(backend, scene.practiceId, scene.clientId);
    await answerAndSend(backend, link, POSITIVE_ITEM_9);
    const { alerts } = await briefOf(backend, scene, scene.clinician);
    const ofRisk = alerts.filter(({ rule }) => rule === 'S1' || rule === 'S2');
    expect(ofRisk).toMatchObject([
      { rule: 'S2', status: 'open', seen: [] },
      { rule: 'S1', status: 'acknowledged' },
    ]);
  });
});
