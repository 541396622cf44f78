import { Editor, getSchema } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { DOMParser } from 'prosemirror-model';
import { fragment } from './fragment.ts';

/** A rich text of the form. */
export type RichText = {
  /** HTML as its editor's model gives it. */
  html(): string;
};

type Maker = (holder: HTMLElement, html: string, onChange: () => void) => RichText;

const MAKERS: Readonly<Record<string, Maker>> = {
  tiptap: tiptapEditor,
  shadow: shadowEditor,
  contenteditable: plainEditor,
};

/**
 * Puts the visible editor beside a hidden twin and keeps the twin's value in step. `kind`: a key
 * of the makers; anything else shows the textarea itself.
 */
export function richText(twin: HTMLTextAreaElement, kind: string, onChange: () => void): RichText {
  const maker = MAKERS[kind];
  if (maker === undefined) return textareaEditor(twin, onChange);
  const holder = document.createElement('div');
  holder.className = 'rich-text';
  twin.after(holder);
  const made = maker(holder, twin.value, () => {
    twin.value = made.html();
    onChange();
  });
  return made;
}

function tiptapEditor(holder: HTMLElement, html: string, onChange: () => void): RichText {
  const extensions = [StarterKit];
  const schema = getSchema(extensions);
  const content = document.createElement('div');
  content.append(fragment(html));
  const editor = new Editor({
    element: holder,
    extensions,
    // Parsed from nodes and not from text: the library's own parser is barred by Trusted Types.
    content: DOMParser.fromSchema(schema).parse(content).toJSON(),
    // The library writes its style sheet as HTML, which Trusted Types bar; ours has what it needs.
    injectCSS: false,
    editorProps: {
      attributes: { class: 'rich-text-editor', role: 'textbox', 'aria-multiline': 'true' },
    },
    onUpdate: onChange,
  });
  return { html: () => editor.getHTML() };
}

/** The same editor inside a component's open shadow root, which a query from outside can't see. */
function shadowEditor(holder: HTMLElement, html: string, onChange: () => void): RichText {
  const component = document.createElement('psy-rich-text');
  const root = component.attachShadow({ mode: 'open' });
  const inner = document.createElement('div');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.ProseMirror { white-space: pre-wrap; outline: none } p { margin: 0 }');
  root.adoptedStyleSheets = [sheet];
  root.append(inner);
  holder.append(component);
  return tiptapEditor(inner, html, onChange);
}

function plainEditor(holder: HTMLElement, html: string, onChange: () => void): RichText {
  const editor = document.createElement('div');
  editor.className = 'rich-text-editor';
  editor.contentEditable = 'true';
  editor.setAttribute('role', 'textbox');
  editor.append(fragment(html));
  editor.addEventListener('input', onChange);
  holder.append(editor);
  return { html: () => editor.innerHTML };
}

function textareaEditor(twin: HTMLTextAreaElement, onChange: () => void): RichText {
  twin.hidden = false;
  twin.addEventListener('input', onChange);
  return { html: () => twin.value };
}
