import { describe, expect, it } from 'vitest';
import { Instrument } from '#shared/contracts/instrument.ts';
import { defaultCutOff, INSTRUMENTS, instrument } from '#shared/instruments/registry.ts';
import { defectsAmong } from '#shared/instruments/validate/among.ts';
import { defectsOf } from '#shared/instruments/validate/defects.ts';

describe.each(INSTRUMENTS)('$shortTitle', (measure) => {
  it('fits the contract', () => {
    expect(Instrument.parse(measure)).toEqual(measure);
  });

  it('does not contradict itself', () => {
    expect(defectsOf(measure)).toEqual([]);
  });

  it('is found by its id, and only in the version at hand', () => {
    expect(instrument(measure.id)).toBe(measure);
    expect(instrument(measure.id, measure.version)).toBe(measure);
    expect(instrument(measure.id, measure.version + 1)).toBeNull();
  });

  it('says what the client must be shown, and who gave the permission', () => {
    expect(measure.licence.attribution).not.toBe('');
    expect(measure.licence.sources).not.toEqual([]);
    expect(measure.sources).not.toEqual([]);
  });
});

describe('the catalogue', () => {
  it('holds 29 measures that are ready and 12 that wait for their licence', () => {
    const locked = INSTRUMENTS.filter(({ licence }) => licence.use === 'locked');
    expect(INSTRUMENTS).toHaveLength(41);
    expect(locked).toHaveLength(12);
  });

  it('does not contradict itself', () => {
    expect(defectsAmong(INSTRUMENTS)).toEqual([]);
  });

  it('knows no measure that is not in it', () => {
    expect(instrument('bdi2')).toBeNull();
  });

  it('charts no screen and no one-time measure as change', () => {
    const never = INSTRUMENTS.filter(({ trend }) => !trend).map(({ id }) => id);
    expect(never.toSorted()).toEqual(
      [
        'ace10',
        'asq',
        'asrs6',
        'auditc',
        'cage',
        'cssrs_screener',
        'gad2',
        'hark',
        'itq',
        'pcptsd5',
        'phq2',
        'phq4',
      ].toSorted(),
    );
  });
});

describe('thresholds in use', () => {
  it.each([
    ['phq9', 6, 10],
    ['phq8', 6, 10],
    ['phqa', 6, 11],
    ['gad7', 4, 10],
    ['pcl5', 15, 31],
    ['core10', 6, 11],
    ['k6', 9, 13],
    ['csi16', 7, 51.5],
    ['csi4', 3, 13.5],
    ['rses', 5, undefined],
    ['pswq', 7, 45],
    ['aaq2', 11, undefined],
    ['psc17', 6, 15],
    ['cesd', undefined, 16],
    ['dass21', undefined, undefined],
    ['phqads', undefined, undefined],
    ['phq15', undefined, undefined],
    ['auditc', undefined, undefined],
  ])('%s: reliable change %s, cut-off %s', (id, change, cutOff) => {
    const measure = instrument(id);
    expect(measure).not.toBeNull();
    expect(measure?.reliableChange?.value).toBe(change);
    expect(measure === null ? null : defaultCutOff(measure)?.value).toBe(cutOff);
  });

  it('marks what was borrowed from the PHQ-9', () => {
    for (const id of ['phq8', 'phqa']) {
      expect(instrument(id)?.reliableChange).toMatchObject({
        kind: 'borrowed',
        provenance: 'proposal',
      });
    }
  });

  it('says that the value of the CORE-10 is a 90 % one', () => {
    expect(instrument('core10')?.reliableChange?.level).toBe('90 %');
  });

  it('never takes a cut-off of a group, a subscale or a count for the default', () => {
    const cutOff = {
      value: 3,
      op: '>=',
      meaning: '',
      provenance: 'seen',
      source: 'nobody',
      default: true,
    } as const;
    expect(defaultCutOff({ cutOffs: [{ ...cutOff, group: 'women' }] })).toBeNull();
    expect(defaultCutOff({ cutOffs: [{ ...cutOff, countFrom: 2 }] })).toBeNull();
    expect(defaultCutOff({ cutOffs: [{ ...cutOff, subscale: 'anxiety' }] })).toBeNull();
    expect(defaultCutOff({ cutOffs: [cutOff] })).toBe(cutOff);
  });
});

describe('risk answers', () => {
  it.each([
    ['phq9', [9]],
    ['phqa', [9]],
    ['core10', [6]],
    ['ypcore', [4]],
    ['cesdr', [14, 15]],
    ['asq', [1, 2, 3, 4, 5]],
    ['cssrs_screener', [1, 2, 3, 4, 5, 6, 7]],
  ])('%s asks about suicide in %s', (id, items) => {
    const watched = instrument(id)?.safetyItems.filter(({ kind }) => kind === 'suicidality');
    expect(watched?.map(({ item }) => item)).toEqual(items);
    expect(watched?.every(({ positiveFrom }) => positiveFrom === 1)).toBe(true);
  });

  it.each([
    ['core10', { 6: 4 }],
    ['asq', { 5: 1 }],
    ['cssrs_screener', { 4: 1, 5: 1, 7: 1 }],
    ['phq9', {}],
  ])('%s: emergencies %o', (id, emergencies) => {
    const urgent = instrument(id)?.safetyItems.flatMap(({ item, emergencyFrom }) =>
      emergencyFrom === undefined ? [] : [[item, emergencyFrom]],
    );
    expect(Object.fromEntries(urgent ?? [])).toEqual(emergencies);
  });

  it.each([
    ['pcl5', 16],
    ['dass21', 21],
  ])('%s: item %s is shown and raises nothing', (id, item) => {
    expect(instrument(id)?.safetyItems).toMatchObject([
      { item, positiveFrom: 2, kind: 'informational' },
    ]);
  });

  it('keeps every question of the HARK to the client', () => {
    expect(instrument('hark')?.safetyItems.map(({ item, kind }) => [item, kind])).toEqual([
      [1, 'partnerViolence'],
      [2, 'partnerViolence'],
      [3, 'partnerViolence'],
      [4, 'partnerViolence'],
    ]);
  });
});
