import { describe, expect, it } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { anAlert } from '../alerts/an-alert.ts';
import * as stories from './stories.ts';

/** Alerts about as many measures, so that each is an entry of its own. */
const LESSER = ['gad7', 'pcl5', 'cesd', 'csi4', 'k10', 'rses'].map((instrumentId, place) =>
  anAlert(place + 1, { instrumentId }),
);
const URGENT = anAlert(9, { rule: 'C2', tier: 'urgent', instrumentId: 'ders16' });

const QUIET = interpret(stories.WORSE);
const textOf = (openAlerts: Brief['openAlerts'], length: 'standard' | 'full') =>
  compose({ ...QUIET, openAlerts, alertsSinceLook: [] }, { ...chartRequest('narrative'), length })
    .text;

describe('many alerts', () => {
  it('are told as far as they press; the others are said to be there', () => {
    const text = textOf([...LESSER, URGENT], 'standard');
    expect(text).toContain('reliable worsening since baseline (DERS-16)');
    expect(text).toContain('(PCL-5)');
    expect(text).not.toContain('(K10)');
    expect(text).toContain('; others of lower urgency.');
  });

  it('stand in the full text one by one', () => {
    const text = textOf([...LESSER, URGENT], 'full');
    expect(text).toMatch(/Alerts of lower urgency: .*\(K10\).*\(RSES\)/);
  });

  it('are never shortened where they are urgent', () => {
    const text = textOf(
      LESSER.map((alert) => ({ ...alert, tier: 'urgent' as const })),
      'standard',
    );
    expect(text).toContain('(RSES)');
    expect(text).not.toContain('lower urgency');
  });
});
