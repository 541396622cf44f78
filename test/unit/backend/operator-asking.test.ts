import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#backend/operator/commands.ts';
import { gather } from '#backend/operator/gather.ts';
import { atTerminal, fromPipe, type Person } from '#backend/operator/person.ts';

const PASSWORD = 'correct horse battery staple';

function commandNamed(name: string) {
  return COMMANDS.find((command) => command.name === name) ?? expect.fail(`no command ${name}`);
}

/** Somebody who gives these answers, and what they were shown. */
function somebody(...answers: readonly (string | null)[]) {
  const shown: string[] = [];
  const left = [...answers];
  const person: Person = {
    present: true,
    ask: async (question, how) => {
      shown.push(`${how}: ${question}`);
      return left.shift() ?? null;
    },
    tell: (line) => shown.push(line),
  };
  return { person, shown };
}

const KNOWN = new Map([
  ['name', 'Una Park'],
  ['email', 'una@elm-street.example'],
]);

describe('what a command was not told', () => {
  it('is asked of whoever sits there, until it can be used', async () => {
    const { person, shown } = somebody('boss', 'admin', 'short', PASSWORD, PASSWORD);
    const values = await gather(commandNamed('add-staff'), KNOWN, person);
    expect(values.ok && Object.fromEntries(values.value)).toEqual({
      practice: null,
      name: 'Una Park',
      email: 'una@elm-street.example',
      role: 'admin',
      password: PASSWORD,
    });
    expect(shown).toEqual([
      'shown: role (clinician or admin): ',
      'It must be clinician or admin.',
      'shown: role (clinician or admin): ',
      'hidden: password (15 to 128 characters long): ',
      'It must be 15 to 128 characters long.',
      'hidden: password (15 to 128 characters long): ',
      'hidden: once more: ',
    ]);
  });

  it('is asked for twice when it can’t be seen, and both must agree', async () => {
    const known = new Map([...KNOWN, ['role', 'admin']]);
    const { person, shown } = somebody(PASSWORD, `${PASSWORD}!`, PASSWORD, PASSWORD);
    const values = await gather(commandNamed('add-staff'), known, person);
    expect(values).toMatchObject({ ok: true });
    expect(shown).toContain('The two differ.');
  });

  it.each([[[]], [['admin']], [['admin', PASSWORD]]])(
    'is left alone when the person stops after %j',
    async (answers) => {
      const { person } = somebody(...answers);
      const values = await gather(commandNamed('add-staff'), KNOWN, person);
      expect(values).toEqual({ ok: false, refusal: { reason: 'stopped' } });
    },
  );

  it('is not asked for while something that was told is wrong', async () => {
    const { person, shown } = somebody();
    const values = await gather(commandNamed('add-staff'), new Map([['email', 'una']]), person);
    expect(values).toEqual({
      ok: false,
      refusal: { reason: 'wrong', problems: ['--email must be an e-mail address.'] },
    });
    expect(shown).toEqual([]);
  });
});

describe('a terminal', () => {
  it('shows a name while it is typed, and a password never', async () => {
    const keys = new PassThrough();
    const screen = new PassThrough();
    const person = atTerminal(keys, screen);
    keys.write('Una Park\r');
    expect(await person.ask('name: ', 'shown')).toBe('Una Park');
    keys.write(`${PASSWORD}\r`);
    expect(await person.ask('password: ', 'hidden')).toBe(PASSWORD);
    screen.end();
    const seen = await text(screen);
    expect(seen).toContain('Una Park');
    expect(seen).toContain('password: \n');
    expect(seen).not.toContain('horse');
  });

  it.each([
    ['Ctrl+C', '\u0003'],
    ['Ctrl+D', '\u0004'],
  ])('takes %s as a no, also over half a password', async (_, key) => {
    const keys = new PassThrough();
    const person = atTerminal(keys, new PassThrough());
    keys.write(key === '\u0004' ? key : `half${key}`);
    expect(await person.ask('password: ', 'hidden')).toBeNull();
  });
});

describe('standard input', () => {
  it('gives its first line, with or without an end', async () => {
    for (const piped of [`${PASSWORD}\nmore\n`, PASSWORD, `${PASSWORD}\r\n`]) {
      const input = new PassThrough();
      input.end(piped);
      expect(await fromPipe(input).ask('', 'hidden')).toBe(PASSWORD);
    }
  });

  it('gives nothing when it is empty', async () => {
    const input = new PassThrough();
    input.end();
    expect(await fromPipe(input).ask('', 'hidden')).toBeNull();
  });
});
