import { describe, expect, it } from 'vitest';
import { BriefFacts } from '#shared/contracts/brief.ts';
import { ERRORS } from '#shared/contracts/errors.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { OQ45 } from '#test/support/recorded.ts';
import { JORDAN, RILEY, replyOf, scene } from './record-scene.ts';

const LABEL = 'Sertraline 50 mg begun';

/** Jordan's facts with an event on record. */
function withEvent(eventId: string, part: Record<string, unknown> = {}): BriefFacts {
  const event = { eventId, on: '2026-11-20', kind: 'medication', label: LABEL, ...part };
  return BriefFacts.parse({ ...JORDAN, events: [event] });
}

function fillEvent({ actions }: Pick<ReturnType<typeof scene>, 'actions'>): void {
  actions.open('event');
  actions.fill('event', { label: LABEL });
}

describe('what is recorded', () => {
  it('is for the client on screen, with today in it, and said once it is there', async () => {
    const panel = scene();
    fillEvent(panel);
    const { id } = panel.form('event');
    await panel.save('event');
    expect(panel.asked).toMatchObject([
      {
        call: 'events.add',
        input: {
          clientId: JORDAN.client.clientId,
          event: { eventId: id, on: '2026-11-20', kind: 'medication', label: LABEL },
        },
      },
    ]);
    expect(panel.state.value).toMatchObject({
      open: null,
      said: `Saved: Medication, 20 Nov 2026: ${LABEL}.`,
    });
    expect(panel.form('event').values.label).toBe('');
    expect(panel.form('event').id).not.toBe(id);
  });

  it('is not sent before it can be: what is missing is said at its field', async () => {
    const panel = scene();
    await panel.actions.save('event');
    expect(panel.form('event').problem).toMatchObject({ field: 'label' });
    panel.actions.fill('event', { label: LABEL, on: '2026-11-21' });
    await panel.actions.save('event');
    expect(panel.form('event').problem).toMatchObject({ field: 'on' });
    panel.actions.fill('total', { measure: OQ45, total: '181' });
    await panel.actions.save('total');
    expect(panel.form('total').problem?.words).toContain('The range is 0 to 180.');
    expect(panel.asked).toEqual([]);
  });

  it('is sent once while it is on its way', async () => {
    const panel = scene();
    fillEvent(panel);
    const first = panel.actions.save('event');
    await panel.actions.save('event');
    expect(panel.asked).toHaveLength(1);
    panel.asked[0]?.answer(replyOf(null));
    await first;
  });

  it('reads a total as it is written in many places', async () => {
    const panel = scene();
    panel.actions.fill('total', { measure: OQ45, total: ' 82,5 ' });
    await panel.save('total');
    expect(panel.asked[0]?.input).toMatchObject({
      handMeasureId: 'oq45',
      total: 82.5,
      supersedes: null,
    });
  });
});

describe('an answer that is lost', () => {
  it.each(['unreachable', 'slow', 'signedOut'] as const)(
    'leaves the words in the form and claims nothing (%s); a repeat has the same id',
    async (because) => {
      const panel = scene();
      fillEvent(panel);
      await panel.save('event', because);
      expect(panel.form('event').values.label).toBe(LABEL);
      expect(panel.form('event').problem?.words).toMatch(/not known/i);
      expect(panel.form('event').problem?.words).not.toContain('Nothing was changed');
      await panel.save('event');
      expect(panel.asked[1]?.input).toEqual(panel.asked[0]?.input);
    },
  );

  it('is made good by the next brief', async () => {
    const panel = scene();
    fillEvent(panel);
    await panel.save('event', 'slow');
    panel.show(withEvent(panel.form('event').id));
    expect(panel.state.value?.said).toBe(`Saved: Medication, 20 Nov 2026: ${LABEL}.`);
    expect(panel.form('event').values.label).toBe('');
  });

  it('is told apart from what was typed since, which would be a second entry', async () => {
    const panel = scene();
    fillEvent(panel);
    const { id } = panel.form('event');
    await panel.save('event', 'unreachable');
    panel.actions.fill('event', { label: 'Sertraline 75 mg' });
    panel.show(withEvent(id));
    expect(panel.form('event').values.label).toBe('Sertraline 75 mg');
    expect(panel.form('event').problem?.words).toContain('What you saved first has arrived');
    expect(panel.form('event').id).not.toBe(id);
  });

  it('does not take for saved what stood there before', () => {
    const panel = scene();
    panel.actions.open('mark');
    panel.show(
      BriefFacts.parse({
        ...JORDAN,
        episodes: { startedOn: ['2026-11-20'], endedOn: [], chosenBaselines: [] },
      }),
    );
    expect(panel.state.value).toMatchObject({ open: 'mark', said: null });
  });
});

describe('a refusal', () => {
  it('is said in the product’s words, and the form stays', async () => {
    const panel = scene();
    fillEvent(panel);
    const saving = panel.actions.save('event');
    const { message } = ERRORS.dayRefused;
    panel.asked[0]?.answer({ ok: false, reason: 'refused', message });
    await saving;
    expect(panel.form('event')).toMatchObject({
      saving: false,
      problem: { field: null, words: `Not saved. ${message}` },
      values: { label: LABEL },
    });
  });
});

describe('another client', () => {
  it('gets nothing that was typed for the one before, and neither do they on return', () => {
    const panel = scene();
    fillEvent(panel);
    panel.show(RILEY);
    expect(panel.form('event').values.label).toBe('');
    expect(panel.state.value?.owner.clientId).toBe(RILEY.client.clientId);
    panel.show(JORDAN);
    expect(panel.form('event').values.label).toBe('');
  });

  it('hears nothing of an answer about the one before', async () => {
    const panel = scene();
    fillEvent(panel);
    const saving = panel.actions.save('event');
    panel.show(RILEY);
    panel.asked[0]?.answer(replyOf(null));
    await saving;
    expect(panel.state.value?.said).toBeNull();
    expect(panel.asked).toHaveLength(1);
  });

  it.each(['loading', 'settling', 'signedOut'] as const)(
    'may be behind a page that is %s: nothing is sent, nothing is lost',
    async (kind) => {
      const panel = scene();
      fillEvent(panel);
      panel.show({ kind });
      await panel.actions.save('event');
      expect(
        await panel.actions.change({ what: 'removeEvent', eventId: inventedId(601) }, ''),
      ).toBe('Not saved. The page is not certainly about this client any more.');
      expect(panel.asked).toEqual([]);
      panel.show(JORDAN);
      expect(panel.form('event').values.label).toBe(LABEL);
    },
  );

  it.each(['noClient', 'ehrSignedOut', 'adminRole', 'pageFights'] as const)(
    'is not waited for when the page is surely about nobody (%s)',
    (kind) => {
      const panel = scene();
      fillEvent(panel);
      panel.show({ kind });
      expect(panel.state.value).toBeNull();
    },
  );
});

describe('another clinician', () => {
  it('finds no words of the one before; the same one finds their own', () => {
    const panel = scene();
    fillEvent(panel);
    panel.signIn(null);
    panel.show({ kind: 'signedOut' });
    panel.signIn({});
    panel.show(JORDAN);
    expect(panel.form('event').values.label).toBe(LABEL);
    panel.signIn({ staffId: inventedId(301) as never });
    expect(panel.form('event').values.label).toBe('');
  });
});

describe('a correction', () => {
  const [, newest] = JORDAN.responses;
  if (newest === undefined) throw new Error('the scene has two responses');
  const { responseId, answers } = newest;

  it('is reviewed only with another answer and a reason, and leaves blanks blank', async () => {
    const panel = scene();
    panel.actions.fill('correction', { of: responseId, answers });
    panel.actions.review();
    expect(panel.form('correction').problem?.field).toBe('answers');
    panel.actions.fill('correction', { answers: answers.with(8, 1) });
    panel.actions.review();
    expect(panel.form('correction').problem?.field).toBe('reason');
    panel.actions.fill('correction', { reason: ' Tapped wrongly. ' });
    panel.actions.review();
    expect(panel.form('correction').values.reviewing).toBe(true);
    const { id } = panel.form('correction');
    await panel.save('correction');
    expect(panel.asked[0]).toMatchObject({
      call: 'responses.correct',
      input: { responseId: id, supersedes: responseId, reason: 'Tapped wrongly.' },
    });
    const sent = panel.asked[0]?.input as { readonly answers: readonly (number | null)[] };
    expect(sent.answers[3]).toBeNull();
    expect(sent.answers[8]).toBe(1);
  });

  it('does not make a form without any answer', () => {
    const panel = scene();
    const blank = answers.map(() => null);
    panel.actions.fill('correction', { of: responseId, answers: blank, reason: 'Nothing given.' });
    panel.actions.review();
    expect(panel.form('correction').problem?.words).toBe('At least one answer has to stay.');
  });
});

describe('a change by one press', () => {
  it('is said when it was made, and why when it was not', async () => {
    const panel = scene();
    const changing = panel.actions.change(
      { what: 'chooseBaseline', responseId: JORDAN.responses[1]?.responseId as never },
      'Saved.',
    );
    panel.asked[0]?.answer(replyOf(null));
    expect(await changing).toBeNull();
    expect(panel.state.value?.said).toBe('Saved.');
    const removing = panel.actions.change({ what: 'removeEvent', eventId: inventedId(601) }, '');
    panel.asked[1]?.answer(replyOf('unreachable'));
    expect(await removing).toContain('it is not known whether this was saved');
  });

  it('takes every choice of a baseline back, until one is refused', async () => {
    const panel = scene();
    const responseIds = JORDAN.responses.map((response) => response.responseId);
    const clearing = panel.actions.change({ what: 'clearBaselines', responseIds }, 'Saved.');
    panel.asked[0]?.answer(replyOf('slow'));
    await clearing;
    expect(panel.asked.map(({ call }) => call)).toEqual(['baselines.clear']);
  });
});
