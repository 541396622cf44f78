import {
  ContentState,
  convertToRaw,
  Editor,
  EditorState,
  Modifier,
  SelectionState,
} from 'draft-js';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { offerEditor, type TestLine, wordsOf } from './test-editor.ts';

offerEditor((place, lines) => {
  let state = EditorState.createWithContent(contentOf(lines));
  let change: ((next: EditorState) => void) | null = null;
  let lock: ((readOnly: boolean) => void) | null = null;
  function Note() {
    const [shown, setShown] = useState(state);
    const [readOnly, setReadOnly] = useState(false);
    state = shown;
    change = setShown;
    lock = setReadOnly;
    return createElement(Editor, { editorState: shown, onChange: setShown, readOnly });
  }
  createRoot(place).render(createElement(Note, null));
  return {
    model: () => state.getCurrentContent().getPlainText('\n'),
    structure: () =>
      JSON.stringify(
        convertToRaw(state.getCurrentContent()).blocks.map((block) => ({ ...block, key: '' })),
      ),
    rewrite: (text) =>
      change?.(EditorState.push(state, contentOf(text.split('\n')), 'insert-characters')),
    setReadOnly: (readOnly) => lock?.(readOnly),
  };
});

function contentOf(lines: readonly TestLine[]): ContentState {
  const plain = ContentState.createFromText(lines.map(wordsOf).join('\n'));
  const blocks = plain.getBlocksAsArray();
  return lines.reduce((content, line, index) => {
    const block = blocks[index];
    if (typeof line === 'string' || !('bold' in line) || block === undefined) return content;
    const whole = SelectionState.createEmpty(block.getKey()).set('focusOffset', line.bold.length);
    return Modifier.applyInlineStyle(content, whole, 'BOLD');
  }, plain);
}
