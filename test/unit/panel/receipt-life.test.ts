import { describe, expect, it } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { noteField } from '#test/support/panel-scene.ts';
import { PANEL_INSERTION as ID, openPanel } from './open-panel.ts';

/** The page as it is while it is being read: nobody is named. */
const UNSETTLED = { settled: false, subjects: [], appointment: null, note: null, fields: [] };

/** A panel on an open note, with the Update in it and the receipt on the screen. */
async function insertedPanel() {
  const { panel, say, reads } = await openPanel();
  const screen = panel.store.screen.value;
  if (screen.kind !== 'client') throw new Error('no client');
  const request = chartRequest('narrative');
  const update = compose(interpret(screen.facts), request);
  await panel.inserter.insert({
    screen,
    request,
    update,
    lastLookedAt: screen.facts.lastLookedAt,
    parts: [{ field: noteField(), text: update.text }],
    replaces: null,
  });
  return {
    reads,
    inserted: () => say({ type: 'inserted', insertionId: ID, outcome: { status: 'exact' } }),
    notice: panel.onNotice,
    phase: () => panel.inserter.insertion.value.phase,
  };
}

describe('a receipt', () => {
  it('outlives a page that is only drawing itself anew', async () => {
    const { reads, inserted, phase } = await insertedPanel();
    inserted();
    reads(UNSETTLED);
    expect(phase()).toBe('done');
    reads();
    expect(phase()).toBe('done');
  });

  it('waits for the page’s own word while the page draws itself anew', async () => {
    const { reads, inserted, phase } = await insertedPanel();
    reads(UNSETTLED);
    expect(phase()).toBe('writing');
    inserted();
    reads();
    expect(phase()).toBe('done');
  });

  it('goes as soon as the page navigates', async () => {
    const { reads, inserted, phase } = await insertedPanel();
    inserted();
    reads({ ...UNSETTLED, navigation: 4 });
    expect(phase()).toBe('none');
  });

  it('goes when the page turns out to be about somebody else', async () => {
    const { reads, inserted, phase } = await insertedPanel();
    inserted();
    reads(UNSETTLED);
    reads({ subjects: [{ recordId: 'def456', name: 'Riley Chen', birthDate: '2001-09-02' }] });
    expect(phase()).toBe('none');
  });

  it('is for the person who inserted: the next one to sign in gets none', async () => {
    const { inserted, phase, notice } = await insertedPanel();
    inserted();
    notice('session');
    expect(phase()).toBe('none');
  });

  it('stays when the register or the client’s record changed', async () => {
    const { inserted, phase, notice } = await insertedPanel();
    inserted();
    notice('outbox');
    notice('brief');
    expect(phase()).toBe('done');
  });
});
