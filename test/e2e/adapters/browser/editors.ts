import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMParser, type Node as DocumentNode } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

/** The editors that the EHRs are known or likely to use, as they come. */
export type EditorName = 'prosemirror' | 'tiptap' | 'contenteditable' | 'textarea' | 'deaf';

/** What a test may ask of an editor that it made. */
export interface TestEditor {
  /** The text of the model, a line for each block; of native fields their own text. */
  model(): string;
  /** The model as JSON or HTML, to compare structure. */
  structure(): string;
}

/** Makes an editor with initial lines inside an element. */
export function makeEditor(name: EditorName, place: Element, lines: readonly string[]): TestEditor {
  return MAKERS[name](place, lines);
}

const MAKERS: Record<EditorName, (place: Element, lines: readonly string[]) => TestEditor> = {
  prosemirror: (place, lines) => proseMirror(place, lines, true),
  deaf: (place, lines) => proseMirror(place, lines, false),
  tiptap: tipTap,
  contenteditable: plain,
  textarea,
};

function proseMirror(place: Element, lines: readonly string[], listens: boolean): TestEditor {
  const view = new EditorView(place, {
    state: EditorState.create({
      doc: DOMParser.fromSchema(schema).parse(paragraphs(lines)),
      plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)],
    }),
    attributes: { class: 'ProseMirror-content', 'aria-label': 'free-text-1' },
    dispatchTransaction(transaction) {
      // A deaf editor is one whose rules drop every change of its document.
      if (transaction.docChanged && !listens) view.updateState(view.state);
      else view.updateState(view.state.apply(transaction));
    },
  });
  return {
    model: () => linesOf(view.state.doc),
    structure: () => JSON.stringify(view.state.doc.toJSON()),
  };
}

function tipTap(element: Element, lines: readonly string[]): TestEditor {
  const editor = new Editor({
    element: element as HTMLElement,
    extensions: [StarterKit],
    content: paragraphs(lines).innerHTML,
  });
  return {
    model: () => linesOf(editor.state.doc),
    structure: () => editor.getHTML(),
  };
}

function plain(place: Element, lines: readonly string[]): TestEditor {
  const element = document.createElement('div');
  element.contentEditable = 'true';
  element.style.minHeight = '40px';
  for (const line of lines) {
    const block = document.createElement('div');
    block.append(line === '' ? document.createElement('br') : line);
    element.append(block);
  }
  place.append(element);
  const model = () => [...element.childNodes].map((block) => block.textContent ?? '').join('\n');
  return { model, structure: () => element.innerHTML };
}

function textarea(place: Element, lines: readonly string[]): TestEditor {
  const element = document.createElement('textarea');
  element.value = lines.join('\n');
  place.append(element);
  return { model: () => element.value, structure: () => element.value };
}

function paragraphs(lines: readonly string[]): HTMLElement {
  const holder = document.createElement('div');
  for (const line of lines) {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    holder.append(paragraph);
  }
  return holder;
}

function linesOf(doc: DocumentNode): string {
  return doc.textBetween(0, doc.content.size, '\n', '\n');
}
