import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  createEditor,
  type ParagraphNode,
} from 'lexical';
import { offerEditor, type TestLine, wordsOf } from './test-editor.ts';

offerEditor((place, lines) => {
  const field = document.createElement('div');
  field.contentEditable = 'true';
  place.append(field);
  const editor = createEditor({
    namespace: 'test',
    onError(error) {
      throw error;
    },
  });
  editor.setRootElement(field);
  const fill = (content: readonly TestLine[]) =>
    editor.update(
      () =>
        void $getRoot()
          .clear()
          .append(...content.map(paragraphOf)),
      {
        discrete: true,
      },
    );
  registerRichText(editor);
  fill(lines.length === 0 ? [''] : lines);
  registerHistory(editor, createEmptyHistoryState(), 300);
  return {
    model: () =>
      editor.read(() =>
        $getRoot()
          .getChildren()
          .map((block) => block.getTextContent())
          .join('\n'),
      ),
    structure: () => JSON.stringify(editor.getEditorState()),
    rewrite: (text) => fill(text.split('\n')),
    setReadOnly: (readOnly) => editor.setEditable(!readOnly),
  };
});

function paragraphOf(line: TestLine): ParagraphNode {
  const words = wordsOf(line);
  const paragraph = $createParagraphNode();
  if (words === '') return paragraph;
  const text = $createTextNode(words);
  return paragraph.append(typeof line === 'string' ? text : text.setFormat('bold'));
}
