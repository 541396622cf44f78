/** Every made-up press on whatever can be reached. Runs in the page, and in the panel's frame. */
export function makeUp(): void {
  const at = document.querySelector<HTMLElement>('html > [popover], .trusted > .main');
  const all = [at, ...document.querySelectorAll<HTMLElement>('.trusted > button')];
  for (const element of all) {
    element?.click();
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'pointerup', 'click']) {
      element?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
    }
    for (const key of ['Enter', ' ']) {
      element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      element?.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }));
    }
  }
}
