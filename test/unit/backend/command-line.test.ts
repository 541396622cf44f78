import { describe, expect, it } from 'vitest';
import { nearName } from '#backend/command-line/near-name.ts';
import { readOptions } from '#backend/command-line/options.ts';
import { explain, readProgram } from '#backend/command-line/program.ts';

const NAMES = ['create-practice', 'add-staff', 'add-client', 'send', 'list'];

describe('the name that was meant', () => {
  it.each([
    ['lst', 'list'],
    ['lsit', 'list'],
    ['LIST', 'list'],
    ['crate-practise', 'create-practice'],
    ['create', 'create-practice'],
    ['add-clients', 'add-client'],
  ])('by %s is %s', (typed, name) => {
    expect(nearName(typed, NAMES)).toBe(name);
  });

  it.each(['remove-everything', 'x', 'add-', 'l', '', 'correct horse battery staple'])(
    'by "%s" is not guessed',
    (typed) => {
      expect(nearName(typed, NAMES)).toBeNull();
    },
  );
});

describe('options', () => {
  const TAKING = {
    name: 'add-staff',
    options: new Map([
      ['name', 'text'],
      ['tag', 'texts'],
      ['json', 'flag'],
      ['password', 'secret'],
    ] as const),
  };

  it('are read with their values, in both spellings', () => {
    const words = ['--name', 'Una', '--tag=a', '--tag', 'b', '--json', 'stray'];
    expect(readOptions(words, TAKING)).toEqual({
      help: false,
      options: new Map([
        ['name', ['Una']],
        ['tag', ['a', 'b']],
        ['json', ['']],
      ]),
      words: ['stray'],
      problems: [],
    });
  });

  it.each<[readonly string[], string]>([
    [['--nam', 'Una'], 'add-staff has no option --nam. Did you mean --name?'],
    [['--quiet'], 'add-staff has no option --quiet.'],
    [['-q'], 'add-staff has no option -q.'],
    [['--name'], '--name needs a value.'],
    [['--name='], '--name needs a value.'],
    [['--name', '--json'], '--name needs a value.'],
    [['--name', 'a', '--name', 'b'], '--name was given twice.'],
    [['--json=yes'], '--json takes no value.'],
    [
      ['--password', 'hidden'],
      '--password is not an argument: it is asked for, or read from standard input.',
    ],
  ])('are refused without their values: %j', (words, problem) => {
    expect(readOptions(words, TAKING).problems).toEqual([problem]);
  });
});

describe('a program', () => {
  const PROGRAM = {
    name: 'npm run paint',
    help: ['Paints.', 'npm run paint -- [colour ...] [--seed n] [--coat c]... [--dry]'],
    options: { seed: 'text', coat: 'texts', dry: 'flag' },
    words: { what: 'colour', names: ['red', 'green'] },
  } as const;

  /** What is said on both streams, and the exit code. */
  function answerTo(words: readonly string[]) {
    const said = { out: '', err: '' };
    const stream = (name: keyof typeof said) => ({
      write: (text: string) => {
        said[name] += text;
      },
    });
    const asked = readProgram(words, PROGRAM);
    if (asked.ok) return asked.value;
    const code = explain(asked.refusal, PROGRAM, { stdout: stream('out'), stderr: stream('err') });
    return { code, ...said };
  }

  it('is given each value in its kind, and nothing for what was left out', () => {
    const words = ['green', '--coat', 'a', '--dry', '--coat', 'b', '--seed', '7', 'red'];
    expect(answerTo(words)).toEqual({
      values: { seed: '7', coat: ['a', 'b'], dry: true },
      words: ['green', 'red'],
    });
    expect(answerTo([])).toEqual({ values: {}, words: [] });
  });

  it.each([['--help'], ['-h']])('says how it is used with %s, whatever else is typed', (help) => {
    const out = `${PROGRAM.help.join('\n')}\n`;
    expect(answerTo(['gren', '--sed', help])).toEqual({ code: 0, out, err: '' });
  });

  it.each<[readonly string[], string]>([
    [['--sed', '7'], 'npm run paint has no option --sed. Did you mean --seed?'],
    [['gren'], 'There is no colour "gren". Did you mean green?'],
    [['blue'], 'There is no colour "blue". There are: red, green.'],
  ])('does nothing when it can’t understand %j', (words, problem) => {
    const way = 'npm run paint -- --help says how it is used. Nothing was done.';
    expect(answerTo(words)).toEqual({ code: 2, out: '', err: `${problem}\n${way}\n` });
  });

  it('that takes no words says so', () => {
    expect(readProgram(['sead'], { ...PROGRAM, words: null })).toEqual({
      ok: false,
      refusal: {
        is: 'wrong',
        problems: ['npm run paint takes no words but options. Did you mean --seed?'],
      },
    });
  });
});
