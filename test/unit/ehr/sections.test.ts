import { describe, expect, test } from 'vitest';
import { mergeAliases, NOTE_ALIASES } from '#extension/ehr/fields/aliases.ts';
import { assignSections } from '#extension/ehr/fields/sections.ts';
import { CLASSIC_ALIASES } from '#extension/ehr/therapynotes/selectors.ts';

const ALIASES = mergeAliases(NOTE_ALIASES, CLASSIC_ALIASES);

describe('a label means a section', () => {
  test.each([
    ['Subjective', 'subjective'],
    ['SUBJECTIVE', 'subjective'],
    ['S', 'subjective'],
    ['Symptom Description and Subjective Report', 'subjective'],
    ['Objective Content', 'objective'],
    ['Additional Notes / Assessment', 'assessment'],
    ['Plan / Next Session', 'plan'],
    ['Plan for next week', 'plan'],
    ['Intervention(s)', 'intervention'],
    ['Client response', 'response'],
  ])('%s', (label, section) => {
    expect(assignSections([label], ALIASES)).toEqual([section]);
  });
});

describe('a label that only sounds like one means none', () => {
  test.each([
    'Treatment Plan',
    'Treatment plan progress',
    'Risk Assessment',
    'Objective 1: be asleep before midnight',
    'Treatment objectives',
    'Planning ahead',
    'Assessment and Plan',
    'Data, Subjective, Assessment, Plan.',
    'A brief summary of the session',
    'Mental status: behavior',
    '',
  ])('%s', (label) => {
    expect(assignSections([label], ALIASES)).toEqual([null]);
  });
});

describe('within one note', () => {
  test('the exact name wins over a longer one', () => {
    expect(assignSections(['Plan for next week', 'Plan'], ALIASES)).toEqual([null, 'plan']);
  });

  test('two that name it equally well both lose it', () => {
    expect(assignSections(['Plan', 'Plan', 'Plan for next week'], ALIASES)).toEqual([
      null,
      null,
      null,
    ]);
  });
});
