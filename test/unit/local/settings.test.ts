import { describe, expect, it } from 'vitest';
import { hostPattern } from '#extension/local/address.ts';
import { createServer } from '#extension/local/server.ts';
import { chooseBackend } from '#extension/local/settings.ts';
import { backendOrigin } from '#shared/contracts/backend-address.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';

const BUILD = 'http://127.0.0.1:7317';

describe('an address', () => {
  it.each([
    ['https://throughline.practice.example', 'https://throughline.practice.example'],
    ['  https://throughline.practice.example:8443/ ', 'https://throughline.practice.example:8443'],
    ['http://127.0.0.1:7317', 'http://127.0.0.1:7317'],
  ])('%s is taken as its origin', (address, origin) => {
    expect(backendOrigin(address)).toEqual({ ok: true, value: origin });
  });

  it.each([
    ['http://throughline.practice.example', 'notSecure'],
    ['http://127.0.0.1.evil.example', 'notSecure'],
    ['http://localhost:7317', 'notSecure'],
    ['ftp://127.0.0.1', 'notSecure'],
    ['javascript:alert(1)', 'notAnAddress'],
    ['throughline', 'notAnAddress'],
    ['', 'notAnAddress'],
    ['https://practice.example/path', 'notOnlyAnOrigin'],
    ['https://practice.example/?q', 'notOnlyAnOrigin'],
    ['https://me:secret@practice.example', 'notOnlyAnOrigin'],
  ])('%s is refused: %s', (address, refusal) => {
    expect(backendOrigin(address)).toEqual({ ok: false, refusal });
  });

  it('asks for its host with all ports', () => {
    expect(hostPattern('https://practice.example:8443')).toBe('https://practice.example/*');
  });
});

describe('the backend', () => {
  const policy = { backendAddress: 'https://policy.example' };
  const sources = { managed: {}, installedByPolicy: false, person: null, build: BUILD };

  it('is the policy’s before the person’s before the build’s', () => {
    const person = 'https://person.example';
    expect(chooseBackend({ ...sources, managed: policy, person })).toMatchObject({
      backend: 'https://policy.example',
      source: 'policy',
    });
    expect(chooseBackend({ ...sources, person })).toMatchObject({
      backend: 'https://person.example',
      source: 'person',
    });
    expect(chooseBackend(sources)).toMatchObject({ backend: BUILD, source: 'build' });
  });

  it('is none while a policy-installed extension waits for its policy', () => {
    const waiting = { ...sources, installedByPolicy: true, person: 'https://person.example' };
    expect(chooseBackend(waiting)).toEqual({
      backend: null,
      source: 'policy',
      problem: 'waitingForPractice',
    });
  });

  it.each(['http://policy.example', 'https://policy.example/path', 7, null, ''])(
    'is none when the policy says %s',
    (backendAddress) => {
      const person = 'https://person.example';
      expect(chooseBackend({ ...sources, managed: { backendAddress }, person })).toEqual({
        backend: null,
        source: 'policy',
        problem: 'policyRefused',
      });
    },
  );

  it('falls back to the build when what a person once named is no longer acceptable', () => {
    expect(chooseBackend({ ...sources, person: 'http://old.example' })).toMatchObject({
      backend: BUILD,
    });
  });
});

function server(options: { managed?: unknown; granted?: readonly string[] } = {}) {
  const local = memoryStorage();
  const granted = options.granted ?? ['http://127.0.0.1/*', 'https://person.example/*'];
  const created = createServer({
    local,
    readManaged: async () => options.managed ?? {},
    installedByPolicy: async () => false,
    mayReach: async (pattern) => granted.includes(pattern),
    build: BUILD,
  });
  return { ...created, local };
}

describe('a person’s choice of server', () => {
  it('is kept', async () => {
    const { setBackend, settings } = server();
    expect(await setBackend('https://person.example/')).toMatchObject({ ok: true });
    expect(await settings()).toEqual({
      backend: 'https://person.example',
      source: 'person',
      problem: null,
    });
  });

  it('is forgotten when it is the build’s own', async () => {
    const { setBackend, local } = server();
    await setBackend('https://person.example');
    await setBackend(BUILD);
    expect(local.all()).toEqual({});
  });

  it('is refused under a policy', async () => {
    const { setBackend, local } = server({ managed: { backendAddress: BUILD } });
    expect(await setBackend('https://person.example')).toEqual({
      ok: false,
      refusal: 'setByPractice',
    });
    expect(local.all()).toEqual({});
  });

  it('is refused without the browser’s permission', async () => {
    const { setBackend } = server({ granted: [] });
    expect(await setBackend('https://person.example')).toEqual({
      ok: false,
      refusal: 'accessNotGranted',
    });
  });

  it('says when the present host may not be reached', async () => {
    const { settings } = server({ granted: [] });
    expect(await settings()).toMatchObject({ backend: BUILD, problem: 'accessNotGranted' });
  });
});
