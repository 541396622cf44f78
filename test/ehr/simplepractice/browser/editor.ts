import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Node as DocumentNode, Schema } from 'prosemirror-model';
import { schema as basic } from 'prosemirror-schema-basic';
import { addListNodes } from 'prosemirror-schema-list';
import { EditorState, Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { EditorContent } from '../api.ts';
import { markdownOf } from './markdown.ts';

const schema = new Schema({
  nodes: addListNodes(basic.spec.nodes, 'paragraph block*', 'block'),
  marks: basic.spec.marks,
});

/** A rich-text field on the page. */
export type Editor = {
  readonly element: HTMLElement;
  /** What its model holds. */
  content(): EditorContent;
  /** Adds a paragraph at the end, as the snippet and load-last-note tools do. */
  append(text: string): void;
  destroy(): void;
};

/** Makes a ProseMirror editor. `onChange` is called after every change of its document. */
export function createEditor(
  ariaLabel: string,
  initial: EditorContent | undefined,
  onChange: () => void,
): Editor {
  const holder = document.createElement('div');
  const view = new EditorView(holder, {
    state: EditorState.create({
      schema,
      ...(initial === undefined ? {} : { doc: DocumentNode.fromJSON(schema, initial.doc) }),
      plugins: [
        history(),
        keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo }),
        keymap(baseKeymap),
        new Plugin({ filterTransaction: ({ docChanged }) => !docChanged || !isBusy(holder) }),
      ],
    }),
    attributes: {
      class: 'ProseMirror-content',
      'aria-label': ariaLabel,
      'aria-multiline': 'true',
      role: 'textbox',
    },
    dispatchTransaction(transaction) {
      const { state, transactions } = view.state.applyTransaction(transaction);
      view.updateState(state);
      if (transactions.some(({ docChanged }) => docChanged)) onChange();
    },
  });
  return {
    element: holder,
    content: () => contentOf(view.state.doc),
    append(text) {
      const paragraph = schema.node('paragraph', null, schema.text(text));
      view.dispatch(view.state.tr.insert(view.state.doc.content.size, paragraph));
    },
    destroy: () => view.destroy(),
  };
}

/** A note that says that it is busy takes no change. */
function isBusy(holder: HTMLElement): boolean {
  return holder.closest('[aria-busy="true"]') !== null;
}

function contentOf(doc: DocumentNode): EditorContent {
  return {
    text: markdownOf(doc),
    lines: doc.textBetween(0, doc.content.size, '\n', '\n'),
    doc: doc.toJSON() as unknown,
  };
}
