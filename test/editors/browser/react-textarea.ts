import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { offerEditor, wordsOf } from './test-editor.ts';

offerEditor((place, lines) => {
  let text = lines.map(wordsOf).join('\n');
  let change: ((next: string) => void) | null = null;
  let lock: ((readOnly: boolean) => void) | null = null;
  function Note() {
    const [value, setValue] = useState(text);
    const [readOnly, setReadOnly] = useState(false);
    text = value;
    change = setValue;
    lock = setReadOnly;
    const onChange = (event: { target: { value: string } }) => setValue(event.target.value);
    return createElement('textarea', { value, readOnly, onChange, rows: 6 });
  }
  createRoot(place).render(createElement(Note, null));
  return {
    model: () => text,
    structure: () => text,
    rewrite: (next) => change?.(next),
    setReadOnly: (readOnly) => lock?.(readOnly),
  };
});
