import { createElement, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant, Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { offerEditor, type TestLine, wordsOf } from './test-editor.ts';

offerEditor((place, lines) => {
  const editor = withHistory(withReact(createEditor()));
  let lock: ((readOnly: boolean) => void) | null = null;
  function Note() {
    const [readOnly, setReadOnly] = useState(false);
    lock = setReadOnly;
    const initialValue = useMemo(() => (lines.length === 0 ? [''] : lines).map(paragraphOf), []);
    return createElement(
      Slate,
      { editor, initialValue },
      createElement(Editable, { readOnly, renderLeaf }),
    );
  }
  createRoot(place).render(createElement(Note, null));
  return {
    model: () => editor.children.map((node) => Node.string(node)).join('\n'),
    structure: () => JSON.stringify(editor.children),
    rewrite(text) {
      Transforms.removeNodes(editor, { at: [], match: (_, path) => path.length === 1 });
      Transforms.insertNodes(editor, text.split('\n').map(paragraphOf), { at: [0] });
    },
    setReadOnly: (readOnly) => lock?.(readOnly),
  };
});

interface Leaf {
  readonly attributes: object;
  readonly children: unknown;
  readonly leaf: { readonly bold?: boolean };
}

function renderLeaf({ attributes, children, leaf }: Leaf) {
  return createElement(leaf.bold === true ? 'strong' : 'span', attributes, children);
}

function paragraphOf(line: TestLine): Descendant {
  const text = wordsOf(line);
  const leaf = typeof line === 'string' ? { text } : { text, bold: true };
  return { type: 'paragraph', children: [leaf] } as Descendant;
}
