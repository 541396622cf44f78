import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMParser, type Node as DocumentNode } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState, Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

/**
 * The editors that the EHRs are known or likely to use, as they come; and three with rules of their
 * own: a deaf one drops every change, an abbreviating one writes "Pt" for "Client" once a measure is
 * named, a greedy one takes the first line along with whatever is deleted.
 */
export type EditorName =
  | 'prosemirror'
  | 'tiptap'
  | 'contenteditable'
  | 'textarea'
  | 'deaf'
  | 'abbreviating'
  | 'greedy';

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
  prosemirror: (place, lines) => proseMirror(place, lines),
  deaf: (place, lines) => proseMirror(place, lines, [DROPS_CHANGES]),
  abbreviating: (place, lines) =>
    proseMirror(place, lines, [ABBREVIATES], Number.POSITIVE_INFINITY),
  greedy: (place, lines) => proseMirror(place, lines, [DELETES_THE_FIRST_LINE], 1),
  tiptap: tipTap,
  contenteditable: plain,
  textarea,
};

const DROPS_CHANGES = new Plugin({ filterTransaction: ({ docChanged }) => !docChanged });

const ABBREVIATES = new Plugin({
  appendTransaction(transactions, _, { doc, tr }) {
    const place = linesOf(doc).indexOf('Client');
    const isMeant = transactions.some(({ docChanged }) => docChanged) && /PHQ/.test(linesOf(doc));
    return isMeant && place === 0 ? tr.insertText('Pt', 1, 1 + 'Client'.length) : null;
  },
});

const DELETES_THE_FIRST_LINE = new Plugin({
  appendTransaction(_, { doc: before }, { doc, tr }) {
    const { firstChild } = doc;
    const isShorter = doc.content.size < before.content.size && doc.childCount > 1;
    return isShorter && firstChild !== null ? tr.delete(0, firstChild.nodeSize) : null;
  },
});

function proseMirror(
  place: Element,
  lines: readonly string[],
  rules: readonly Plugin[] = [],
  /** Milliseconds within which changes are joined in one step of the history. */
  joins?: number,
): TestEditor {
  const view = new EditorView(place, {
    state: EditorState.create({
      doc: DOMParser.fromSchema(schema).parse(paragraphs(lines)),
      plugins: [
        history(joins === undefined ? {} : { newGroupDelay: joins }),
        keymap({ 'Mod-z': undo, 'Mod-y': redo }),
        keymap(baseKeymap),
        ...rules,
      ],
    }),
    attributes: { class: 'ProseMirror-content', 'aria-label': 'free-text-1' },
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
