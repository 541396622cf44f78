import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import type { PanelToPage, PickRefusal } from '#extension/messages/page.ts';
import { pickedField } from '#extension/panel/note/picked-field.tsx';
import { createPicking, type PickedField } from '#extension/panel/note/picking.ts';
import type { Screen } from '#extension/panel/state/screen.ts';
import { settled } from '#test/support/outbox-worker.ts';
import { clientScreen, noteField, readingOf } from '#test/support/panel-scene.ts';

const FIELD = { fieldKey: 'box.3', label: 'Session summary', position: 3 };
const TEMPLATE = { ehr: 'simplepractice', template: 'Progress note' } as const;

/** A picker on an open note; `kept` is what the worker remembers. */
async function scene(kept: { label: string; position: number } | null = null, first?: Screen) {
  const sent: PanelToPage[] = [];
  const calls: [string, unknown][] = [];
  const screen = signal<Screen>(first ?? clientScreen());
  const picker = createPicking({
    ask: (async (call: string, input: unknown) => {
      calls.push([call, input]);
      return { ok: true, value: call === 'fields.remembered' ? kept : null };
    }) as AskWorker,
    send: (message) => sent.push(message) > 0,
    screen,
  });
  await settled();
  /** The page's answer to the newest question. */
  const answers = (said: { field: PickedField | null; refusal: PickRefusal | null }) => {
    const asked = sent.findLast(({ type }) => type === 'pickField' || type === 'useField');
    if (asked === undefined || !('requestId' in asked)) throw new Error('nothing was asked');
    picker.onPicked({ requestId: asked.requestId, ...said });
  };
  return { picker, sent, calls, screen, answers };
}

describe('choosing a field by a click', () => {
  it('asks the page, takes the field, and has the template’s remembered by label and place', async () => {
    const { picker, sent, calls, answers } = await scene();
    picker.pick();
    expect(picker.picking.value).toEqual({ is: 'picking' });
    answers({ field: FIELD, refusal: null });
    expect(picker.picking.value).toEqual({ is: 'picked', field: FIELD });
    expect(sent).toMatchObject([{ type: 'pickField' }]);
    expect(calls.at(-1)).toEqual([
      'fields.remember',
      { ...TEMPLATE, label: 'Session summary', position: 3 },
    ]);
  });

  it('ends without one when the page says so, and keeps nothing', async () => {
    const { picker, calls, answers } = await scene();
    picker.pick();
    answers({ field: null, refusal: null });
    expect(picker.picking.value).toEqual({ is: 'ended', refusal: null });
    expect(calls.map(([call]) => call)).toEqual(['fields.remembered']);
  });

  it('ends with the page’s reason where the click was on no field for an Update', async () => {
    const { picker, answers } = await scene();
    picker.pick();
    answers({ field: null, refusal: 'psychotherapyNote' });
    expect(picker.picking.value).toEqual({ is: 'ended', refusal: 'psychotherapyNote' });
  });

  it('from the list is remembered as well', async () => {
    const { picker, calls } = await scene();
    picker.choose(FIELD);
    expect(picker.picking.value).toEqual({ is: 'picked', field: FIELD });
    expect(calls.at(-1)?.[0]).toBe('fields.remember');
  });

  it('ends with the note it was made in', async () => {
    const { picker, screen, answers } = await scene();
    picker.pick();
    answers({ field: FIELD, refusal: null });
    screen.value = clientScreen(readingOf({ appointment: { id: '78', date: '2026-11-21' } }));
    expect(picker.picking.value).toEqual({ is: 'idle' });
  });

  it('stays while the page is only drawing itself anew', async () => {
    const { picker, screen, answers } = await scene();
    picker.pick();
    answers({ field: FIELD, refusal: null });
    screen.value = { kind: 'settling' };
    screen.value = clientScreen();
    expect(picker.picking.value).toMatchObject({ is: 'picked' });
  });

  it('keeps nothing where the page names no template', async () => {
    const note = { template: null, type: null, state: 'editable' };
    const { picker, calls, answers } = await scene(null, clientScreen(readingOf({ note })));
    picker.pick();
    answers({ field: FIELD, refusal: null });
    expect(picker.picking.value).toMatchObject({ is: 'picked' });
    expect(calls).toEqual([]);
  });
});

describe('pointing at the page', () => {
  const another = readingOf({ appointment: { id: '78', date: '2026-11-21' } });

  it.each<[string, (pointing: Awaited<ReturnType<typeof scene>>) => void]>([
    ['another note comes', ({ screen }) => (screen.value = clientScreen(another))],
    ['no client is on screen', ({ screen }) => (screen.value = { kind: 'connecting' })],
    ['a field is chosen from the list', ({ picker }) => picker.choose(FIELD)],
    ['the field is forgotten', ({ picker }) => picker.forget()],
    ['it is stopped', ({ picker }) => picker.stop()],
  ])('ends in the page as well when %s', async (_, happens) => {
    const pointing = await scene();
    pointing.picker.pick();
    happens(pointing);
    expect(pointing.picker.picking.value.is).not.toBe('picking');
    expect(pointing.sent.at(-1)).toEqual({ type: 'stopPicking' });
  });

  it('in the note before says nothing about this one', async () => {
    const { picker, screen, calls, answers } = await scene();
    picker.pick();
    screen.value = clientScreen(another);
    answers({ field: FIELD, refusal: null });
    expect(picker.picking.value).toEqual({ is: 'idle' });
    expect(calls.map(([call]) => call)).not.toContain('fields.remember');
  });

  it('is not stopped where nobody points: a field that was chosen stays so', async () => {
    const { picker, sent } = await scene();
    picker.choose(FIELD);
    picker.stop();
    expect(picker.picking.value).toEqual({ is: 'picked', field: FIELD });
    expect(sent).toEqual([]);
  });
});

describe('a field that was chosen last time', () => {
  const kept = { label: 'Session summary', position: 3 };

  it('is asked of the page by label and place, and taken when it is there', async () => {
    const fields = ['Plan', 'Session summary'].map((label) => ({ ...noteField(), label }));
    const screen = clientScreen(readingOf({ fields }));
    const { picker, sent, calls, answers } = await scene(kept, screen);
    const labels = ['Plan', 'Session summary'];
    expect(calls).toEqual([['fields.remembered', { ...TEMPLATE, labels }]]);
    expect(sent).toMatchObject([{ type: 'useField', ...kept }]);
    answers({ field: FIELD, refusal: null });
    expect(picker.picking.value).toEqual({ is: 'remembered', field: FIELD });
  });

  it('is not taken by an answer that comes after a choice from the list', async () => {
    const { picker, answers } = await scene(kept);
    const listed = { fieldKey: 'box.5', label: 'Plan', position: 5 };
    picker.choose(listed);
    answers({ field: FIELD, refusal: null });
    expect(picker.picking.value).toEqual({ is: 'picked', field: listed });
  });

  it('is not taken when the page has it no more', async () => {
    const { picker, answers } = await scene(kept);
    answers({ field: null, refusal: null });
    expect(picker.picking.value).toEqual({ is: 'idle' });
  });

  it('is forgotten when that is asked for', async () => {
    const { picker, calls, answers } = await scene(kept);
    answers({ field: FIELD, refusal: null });
    picker.forget();
    expect(picker.picking.value).toEqual({ is: 'idle' });
    expect(calls.at(-1)).toEqual(['fields.forget', TEMPLATE]);
  });

  it('takes text only when the page counts it among those that can be written into', () => {
    const picking = { is: 'remembered', field: FIELD } as const;
    const field = noteField({ key: 'box.3', label: 'Session summary', section: null });
    expect(pickedField(picking, [noteField(), field])).toEqual(field);
    expect(pickedField(picking, [noteField()])).toBeNull();
  });
});
