import { describe, expect, it } from 'vitest';
import { offeredInWords } from '#backend/console/deployment/offered-words.ts';
import { problemsOf } from '#backend/console/deployment/problems.ts';
import { type DeploymentScreen, deploymentScreen } from '#backend/console/deployment/screen.ts';
import type { ServerFacts } from '#backend/console/deployment/server-facts.ts';
import { hintOf } from '#backend/console/deployment/setting-words.ts';
import { DeploymentForm, SAFEST_TYPED, wantedOf } from '#backend/console/deployment/typed.ts';
import { fileName } from '#backend/deploy/policy/file.ts';
import { PLATFORMS } from '#backend/deploy/policy/platforms.ts';
import { policySource } from '#backend/deploy/policy/source.ts';
import { emptyBook } from '#backend/deploy/releases/book.ts';
import { MANAGED_KEYS, SAFEST } from '#shared/contracts/managed-settings.ts';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const SERVER = 'https://throughline.practice.example';
const FACTS: ServerFacts = { server: SERVER, book: emptyBook(ID), missing: null };
const WITHOUT_RELEASES: ServerFacts = { server: SERVER, book: null, missing: 'noReleases' };

const takes = (part: object) => DeploymentForm.safeParse({ ...SAFEST_TYPED, ...part }).success;

const step = (version: string, percentage: number) => ({ version, percentage });

async function markup(part: Partial<DeploymentScreen> = {}): Promise<string> {
  const usual = { facts: FACTS, typed: SAFEST_TYPED, problems: new Map(), checked: false };
  return String(await deploymentScreen({ ...usual, ...part }));
}

/** The words of a piece of markup. */
function words(text: string): string {
  return text
    .replaceAll('<wbr />', '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

describe('the page of policy files', () => {
  it('says of every setting what it does and what is safest', async () => {
    const text = words(await markup());
    for (const key of MANAGED_KEYS.filter((one) => one !== 'backendAddress')) {
      expect(text).toContain(hintOf(key));
    }
    expect(hintOf('lockAfterIdleMinutes')).toContain('Safest: 10.');
    expect(hintOf('offlineCache')).toContain('Safest: No.');
    expect(hintOf('safeViewDuringTelehealth')).toContain('Safest: Yes.');
    expect(hintOf('allowedEhrs')).toContain('SimplePractice, TherapyNotes, Sessions Health.');
    expect(hintOf('bannerText')).toContain('Empty: nothing is shown.');
  });

  it('has a button for every file that the command writes', async () => {
    const text = await markup();
    const offered = [...text.matchAll(/<button name="do" value="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(offered).toEqual(Object.values(PLATFORMS).flat().map(fileName));
  });

  it('asks for the id only while the server does not know it', async () => {
    expect(await markup()).not.toContain('name="extensionId"');
    const text = await markup({ facts: WITHOUT_RELEASES });
    expect(text).toContain('name="extensionId"');
    expect(words(text)).toContain('No release is packed yet');
    const broken = { ...WITHOUT_RELEASES, missing: 'notJson' } as const;
    expect(words(await markup({ facts: broken }))).toContain('The list of releases can’t be read');
  });

  it('warns of an address that only the server’s own computer can reach', async () => {
    const warning = 'works on the server’s own computer alone';
    expect(words(await markup())).not.toContain(warning);
    const local = { ...FACTS, server: 'http://127.0.0.1:7317' };
    expect(words(await markup({ facts: local }))).toContain(warning);
  });

  it('leads to the first field with a problem, and names the problem to it', async () => {
    const problems = problemsOf([
      { reason: 'group' },
      { reason: 'badValue', key: 'lockAfterIdleMinutes' },
    ]);
    const text = await markup({ problems });
    expect(text.match(/\sautofocus\b/g)).toHaveLength(1);
    expect(text).toMatch(/id="lockAfterIdleMinutes"[^>]*autofocus/);
    expect(text).toMatch(
      /id="group"[^>]*aria-invalid="true"\s+aria-describedby="group-problem group-hint"/,
    );
    expect(words(text)).toContain('Type a whole number from 1 to 60.');
  });

  it('writes what was typed as text', async () => {
    const bannerText = '"><script>alert(1)</script>';
    const text = await markup({ typed: { ...SAFEST_TYPED, bannerText } });
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script&gt;');
  });
});

describe('what was typed', () => {
  it('begins as the safest, said outright', () => {
    const made = policySource(wantedOf(SAFEST_TYPED, FACTS));
    const set = Object.entries(SAFEST).filter(([, value]) => value !== null);
    expect(made.ok && made.value.settings).toEqual({
      ...Object.fromEntries(set),
      backendAddress: SERVER,
    });
    expect(made.ok && made.value).toMatchObject({
      extensionId: ID,
      blockOthers: false,
      minimumVersion: null,
      firefoxInstallUrl: null,
    });
  });

  it('says none where no EHR is ticked', () => {
    const { simplepractice, therapynotes, sessionshealth, ...typed } = SAFEST_TYPED;
    expect([simplepractice, therapynotes, sessionshealth]).toEqual(['on', 'on', 'on']);
    const made = policySource(wantedOf(typed, FACTS));
    expect(made.ok && made.value.settings.allowedEhrs).toEqual([]);
  });

  it('can’t name another extension than the one that this server releases', () => {
    const typed = { ...SAFEST_TYPED, extensionId: 'p'.repeat(32) };
    expect(wantedOf(typed, FACTS).extensionId).toBe(ID);
    expect(wantedOf(typed, WITHOUT_RELEASES).extensionId).toBe('p'.repeat(32));
  });

  it('is asked for by a file that there is, and by no other field', () => {
    expect(takes({ do: 'throughline-chrome.reg' })).toBe(true);
    expect(takes({ do: 'en-US/throughline.adml' })).toBe(false);
    expect(takes({ do: '../releases.json' })).toBe(false);
    expect(takes({ backendAddress: 'https://other.example' })).toBe(false);
  });
});

describe('what a channel offers', () => {
  it.each([
    ['nothing', { pin: null, steps: [] }, ['nothing']],
    ['to all', { pin: null, steps: [step('1.0.0', 100)] }, ['1.0.0 to all browsers']],
    [
      'in steps',
      { pin: null, steps: [step('1.1.0', 10), step('1.0.0', 100)] },
      ['1.1.0 to 10 % of the browsers', '1.0.0 to 90 % of the browsers'],
    ],
    [
      'to some',
      { pin: null, steps: [step('1.1.0', 50), step('1.0.0', 30)] },
      ['1.1.0 to 50 % of the browsers', 'nothing to 50 % of the browsers'],
    ],
    ['pinned', { pin: '1.0.0', steps: [step('1.1.0', 100)] }, ['1.0.0 to all browsers (pinned)']],
  ])('%s', (_, state, lines) => {
    expect(offeredInWords(state)).toEqual(lines);
  });
});
