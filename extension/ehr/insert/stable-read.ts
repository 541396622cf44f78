import { textOf } from '../fields/text-of.ts';

/** Time between two reads that must agree, in milliseconds. */
const READ_EVERY_MS = 60;
/** How long the field must stay the same until its content counts, in milliseconds. */
const CALM_MS = 240;
/** After this long the newest read counts, calm or not, in milliseconds. */
const PATIENCE_MS = 1500;
/** Stands in for a frame where no frame is drawn, as in a hidden tab, in milliseconds. */
const FRAME_MS = 50;

/**
 * What a field holds once its editor has come to rest: not before two frames were drawn, and not
 * before it stayed the same for a while. Some editors apply a change, or take it back, in a later
 * turn. The focus is left alone.
 */
export async function stableText(field: HTMLElement, view: Window): Promise<string> {
  await nextFrame(view);
  await nextFrame(view);
  const start = performance.now();
  let text = textOf(field);
  let since = start;
  while (performance.now() - since < CALM_MS && performance.now() - start < PATIENCE_MS) {
    await pause(view, READ_EVERY_MS);
    const now = textOf(field);
    if (now !== text) since = performance.now();
    text = now;
  }
  return text;
}

/** The next task: by then the browser has told the editor where the caret is. */
export async function nextTask(view: Window): Promise<void> {
  await pause(view, 0);
}

async function nextFrame(view: Window): Promise<void> {
  await Promise.race([
    new Promise((resolve) => {
      view.requestAnimationFrame(resolve);
    }),
    pause(view, FRAME_MS),
  ]);
}

async function pause(view: Window, ms: number): Promise<void> {
  await new Promise((resolve) => {
    view.setTimeout(resolve, ms);
  });
}
