import { type ComponentChild, render } from 'preact';

/** Where a sheet is printed from, and how long it may live. */
export interface SheetParts {
  readonly view: Window;
  /** Takes the sheet away, printed or not. */
  readonly signal: AbortSignal;
}

/**
 * Prints something by itself. It stands in the frame's own document, which is all that `print()` of a
 * frame prints; the style for paper shows the sheet and hides the panel. The sheet is gone as soon as
 * the dialog is closed. The EHR's page neither prints it nor learns of it.
 */
export function printSheet(content: ComponentChild, { view, signal }: SheetParts): void {
  const { document } = view;
  const sheet = document.createElement('div');
  sheet.className = 'sheet';
  document.body.append(sheet);
  render(content, sheet);
  const printed = new AbortController();
  const remove = () => {
    render(null, sheet);
    sheet.remove();
    printed.abort();
  };
  view.addEventListener('afterprint', remove, { signal: printed.signal });
  signal.addEventListener('abort', remove, { once: true, signal: printed.signal });
  view.print();
}
