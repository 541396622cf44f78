import { describe, expect, it } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { compose } from '#shared/update/compose.ts';
import { violations } from '#shared/update/forbidden/forbidden.ts';
import { LANGUAGES } from '#shared/update/language/languages.ts';
import { quotedPlain } from '#shared/update/plain.ts';
import { chartRequest } from '#shared/update/request.ts';
import { IMPROVING, WORSE } from './stories.ts';

const ES = LANGUAGES.es;
const inSpanish = { language: 'es' } as const;

describe('Spanish', () => {
  it('tells a course', () => {
    const { text } = compose(interpret(IMPROVING), { ...chartRequest('narrative'), ...inSpanish });
    expect(text).toContain(
      'PHQ-9 11/27, rango moderado, el 19 nov; 18 el 7 jun: 7 puntos menos, mejoría confiable ' +
        '(umbral 6, publicado), 39 % menos, criterios de respuesta (50 %) y de remisión (menos de 5) todavía no alcanzados.',
    );
    expect(text).toContain('Alerta: nueva contestación de riesgo (PHQ-9), 19 nov, abierta.');
    expect(text).toMatch(/Throughline, con datos del 20 nov 2026, 18:58\.$/);
  });

  it('quotes answers in the language of the form', () => {
    const { text } = compose(interpret(IMPROVING), { ...chartRequest('narrative'), ...inSpanish });
    expect(text).toContain(
      'PHQ-9 ítem 9: se contestó "several days" el 19 nov y se contestó "not at all" el 5 nov.',
    );
  });

  it('has its own headings', () => {
    const { sections } = compose(interpret(WORSE), { ...chartRequest('soap'), ...inSpanish });
    expect(sections.map(({ heading }) => heading)).toEqual([
      'Subjetivo',
      'Objetivo',
      'Evaluación',
      'Plan',
    ]);
  });

  it('counts, lists and writes numbers as people do', () => {
    expect(ES.changes.points(1, false)).toBe('1 punto más');
    expect(ES.changes.points(-7, true)).toBe('alrededor de 7 puntos menos');
    expect(ES.changes.points(0, true)).toBe('la misma puntuación');
    expect(ES.number(3.456)).toBe('3.46');
    expect(ES.list(['a', 'b', 'c'])).toBe('a, b y c');
    expect(ES.list(['PHQ-9', 'ira'])).toBe('PHQ-9 e ira');
    expect(ES.course.perWeek(-0.42)).toBe('0.4 puntos menos por semana');
    expect(ES.course.perWeek(0.04)).toBeNull();
  });

  it('agrees in number and gender', () => {
    expect(ES.changes.points(-1, true)).toBe('alrededor de 1 punto menos');
    expect(ES.scores.blankCount(1, null)).toBe('1 ítem sin contestar');
    expect(ES.checkIns.leftWith(1, null)).toBe('dejado con 1 ítem contestado');
    const went = { span: null, completed: 0, sent: 0, notYetDue: 0, undelivered: 1 };
    expect(ES.checkIns.completed(went)).toBe('Cuestionarios (últimos 90 días): 1 no entregado');
    expect(ES.checkIns.completed({ ...went, completed: 1, sent: 2, undelivered: 2 })).toBe(
      'Cuestionarios (últimos 90 días): 1 de 2 completados, 2 más no entregados',
    );
    expect(LANGUAGES.en.scores.blankCount(1, null)).toBe('1 item not answered');
    expect(LANGUAGES.en.checkIns.leftWith(1, null)).toBe('left with 1 item answered');
  });

  it('never names a worsening by points that are lost, which would read as good news', () => {
    const change = { name: 'PHQ-9', points: 6, days: ['5 nov', '12 nov'], reversed: true } as const;
    expect(ES.course.sudden({ ...change, kind: 'loss' })).toBe(
      'PHQ-9: empeoramiento súbito de 6 puntos entre el 5 nov y el 12 nov, después revertido',
    );
    expect(ES.course.sudden({ ...change, kind: 'gain' })).toContain('mejoría súbita de 6 puntos');
  });

  it.each(['response', 'notYet'] as const)(
    'names outcomes as criteria, so that none reads as a form left blank: %s',
    (response) => {
      for (const remission of [true, false]) {
        const said = ES.changes.outcome({
          response,
          remission,
          responsePercent: 50,
          remissionBelow: 5,
        });
        expect(said).toMatch(/^criterios? de /);
        expect(said).not.toContain('sin respuesta');
      }
    },
  );

  it('writes days and hours of the practice', () => {
    const at = '2026-11-21T00:05:00.000Z' as Instant;
    const today = '2026-11-20' as CalendarDate;
    expect(ES.days.moment(at, 'America/Chicago')).toBe('20 nov 2026, 18:05');
    expect(ES.days.momentSeen(at, 'UTC', today)).toBe('21 nov, 0:05');
    expect(ES.days.seen('2025-09-01' as CalendarDate, today)).toBe('1 sep 2025');
  });

  it('knows every severity band that may be shown', () => {
    const labels = INSTRUMENTS.filter(({ bandsProvenance }) => bandsProvenance !== 'unsettled')
      .flatMap(({ bands, subscales }) => [...bands, ...subscales.flatMap((part) => part.bands)])
      .map(({ label }) => label);
    const unknown = new Set(labels.filter((label) => ES.scores.band(label).includes('"')));
    expect([...unknown]).toEqual([]);
    expect(ES.scores.band('of our own')).toBe('rango "of our own"');
    expect(ES.scores.band('clinical range')).toBe('rango clínico');
    expect(ES.scores.band('our range')).toBe('"our range"');
    expect(ES.scores.band('rango propio')).toBe('"rango propio"');
  });
});

describe('both languages', () => {
  it('have words for the same things', () => {
    const namesOf = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, namesOf(inner)]))
        : typeof value;
    expect(namesOf(LANGUAGES.es)).toEqual(namesOf(LANGUAGES.en));
  });

  it('differ in every word that is said, but for what is the same in both', () => {
    const wordsOf = (value: unknown): string[] => {
      if (typeof value === 'string') return value === '' ? [] : [value];
      return typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(wordsOf)
        : [];
    };
    const english = new Set(wordsOf(LANGUAGES.en));
    expect(wordsOf(LANGUAGES.es).filter((words) => english.has(words))).toEqual(
      ['es', 'Plan'].slice(1),
    );
  });
});

describe('an Update in Spanish never says', () => {
  it.each([
    'Sin riesgo suicida.',
    'No hay riesgo.',
    'Ningún riesgo actual.',
    'La persona está segura.',
    'Ánimo estable.',
    'Niega todo riesgo.',
    'PHQ-9: sin cambios.',
    'No hay alertas.',
    'Depresión moderada.',
    'Síntomas de ansiedad.',
    'Probable TEPT.',
    'Rasgos bipolares.',
    'Episodio psicótico.',
    'Psicosis previa.',
    'Esquizofrenia.',
    'Personalidad límite.',
    'TOC probable.',
    'Rasgos obsesivos.',
    'TDAH.',
    'Crisis de pánico.',
    'Trastorno de la conducta alimentaria.',
    'Adicción al trabajo.',
    'Alcoholismo.',
    'El paciente contestó.',
    'Ideación suicida.',
    'Más bajo debido al tratamiento.',
    'Responde bien al tratamiento.',
    'Se recomienda llamar.',
    'Debería llamar.',
    'Es facturable.',
  ])('%j', (text) => {
    expect(violations(text, 'es')).not.toEqual([]);
  });

  it('while "sin cambio confiable" and an answered "no" are what it does say', () => {
    expect(violations('GAD-7 9/21: 1 punto más, sin cambio confiable.', 'es')).toEqual([]);
    expect(violations('ASQ ítem 1: se contestó "no" el 9 nov.', 'es')).toEqual([]);
    expect(violations('DASS-21 anxiety 14/42, rango moderado, el 9 nov.', 'es')).toEqual([]);
  });
});

describe('foreign words', () => {
  it.each([
    ['*bold* _and_ `code`', '"bold and code"'],
    ['1. first\n# second', '"1. first second"'],
    ['<b>x</b> & [y](http://z)', '"bx/b + y(httpz)"'],
    ['a "quoted" word', '"a quoted word"'],
    ['a\u202Eb\u200B c', '"a b c"'],
    ['--- x', '"- x"'],
  ])('%j stand as %s', (typed, shown) => {
    expect(quotedPlain(typed)).toBe(shown);
    expect(violations(`Events: ${quotedPlain(typed)}.`)).toEqual([]);
  });

  it('are cut where they are long', () => {
    expect(quotedPlain('x'.repeat(200))).toHaveLength(82);
  });
});
