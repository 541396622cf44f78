import { ClassicEditor } from '@ckeditor/ckeditor5-editor-classic';
import { Essentials } from '@ckeditor/ckeditor5-essentials';
import { Paragraph } from '@ckeditor/ckeditor5-paragraph';
import { asHtml, offerEditor } from './test-editor.ts';

/** Pictures as its own plugin makes them: objects in a line, drawn as what nobody can edit. */
function pictures({ model, conversion }: Pick<ClassicEditor, 'model' | 'conversion'>): void {
  model.schema.register('picture', { inheritAllFrom: '$inlineObject', allowAttributes: ['src'] });
  conversion.for('upcast').elementToElement({ model: 'picture', view: 'img' });
  conversion.for('dataDowncast').elementToElement({ model: 'picture', view: 'img' });
  conversion.for('editingDowncast').elementToElement({
    model: 'picture',
    view: (_, { writer }) =>
      writer.createContainerElement('span', { contenteditable: 'false' }, [
        writer.createEmptyElement('img'),
      ]),
  });
}

offerEditor(async (place, lines) => {
  // The editor takes its place behind this element.
  const source = document.createElement('div');
  place.append(source);
  const editor = await ClassicEditor.create(source, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, pictures],
    initialData: asHtml(lines).replaceAll('<p></p>', '<p>&nbsp;</p>'),
  });
  const root = editor.model.document.getRoot();
  if (root === null) throw new Error('the editor has no root');
  return {
    model: () => [...root.getChildren()].map(textOf).join('\n'),
    structure: () => editor.getData(),
    rewrite: (text) => editor.setData(asHtml(text.split('\n'))),
    setReadOnly: (readOnly) =>
      readOnly ? editor.enableReadOnlyMode('test') : editor.disableReadOnlyMode('test'),
  };
});

type Block = ReturnType<
  NonNullable<ReturnType<ClassicEditor['model']['document']['getRoot']>>['getChild']
>;

function textOf(block: Block): string {
  if (block?.is('element') !== true) return '';
  return [...block.getChildren()].map((node) => (node.is('$text') ? node.data : '\n')).join('');
}
