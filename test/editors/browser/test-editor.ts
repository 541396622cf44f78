/**
 * A line to begin with: plain, all bold where the editor can, or with a picture behind its words in
 * the editors that begin with HTML.
 */
export type TestLine = string | { readonly bold: string } | { readonly pictured: string };

const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** What a test may ask of an editor that it made, in the editor's own words and not the page's. */
export interface TestEditor {
  /** The text of the model: a line for each block and each soft break. */
  model(): string;
  /** The model with its structure and formatting, as JSON or HTML, to compare. */
  structure(): string;
  /** Puts a text in the place of everything, as the page's own program would. */
  rewrite?(text: string): void;
  /** Allows typing, or not, by the editor's own switch. */
  setReadOnly?(readOnly: boolean): void;
}

/** Makes an editor with initial lines inside an element. */
export type MakeEditor = (
  place: HTMLElement,
  lines: readonly TestLine[],
) => TestEditor | Promise<TestEditor>;

/** Leaves the editor's maker where the test's page finds it. */
export function offerEditor(makeTestEditor: MakeEditor): void {
  Object.assign(globalThis, { makeTestEditor });
}

/** The words of a line. */
export function wordsOf(line: TestLine): string {
  if (typeof line === 'string') return line;
  return 'bold' in line ? line.bold : line.pictured;
}

/** Lines as the HTML that editors take in: a paragraph each. */
export function asHtml(lines: readonly TestLine[]): string {
  const holder = document.createElement('div');
  for (const line of lines) {
    const paragraph = document.createElement('p');
    const isBold = typeof line !== 'string' && 'bold' in line;
    const words = isBold ? document.createElement('strong') : paragraph;
    words.textContent = wordsOf(line);
    if (words !== paragraph) paragraph.append(words);
    if (typeof line !== 'string' && 'pictured' in line) {
      paragraph.append(Object.assign(document.createElement('img'), { src: PICTURE }));
    }
    holder.append(paragraph);
  }
  return holder.innerHTML;
}
