import tinymce from 'tinymce/tinymce';
// oxlint-disable import/no-unassigned-import -- its parts add themselves to the editor
import 'tinymce/models/dom';
import 'tinymce/themes/silver';
import 'tinymce/icons/default';
// Until its skin is there, the editor stays hidden.
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/skins/ui/oxide/content.js';
import 'tinymce/skins/content/default/content.js';
import { asHtml, offerEditor } from './test-editor.ts';

offerEditor(async (place, lines) => {
  const target = document.createElement('textarea');
  place.append(target);
  const [editor] = await tinymce.init({
    target,
    license_key: 'gpl',
    skin_url: 'default',
    content_css: 'default',
    menubar: false,
    promotion: false,
    branding: false,
    height: 160,
  });
  if (editor === undefined) throw new Error('no editor was made');
  editor.setContent(asHtml(lines).replaceAll('<p></p>', '<p>&nbsp;</p>'));
  editor.undoManager.clear();
  editor.undoManager.add();
  return {
    model: () => linesOf(editor.getContent()).join('\n'),
    structure: () => editor.getContent(),
    rewrite(text) {
      editor.setContent(asHtml(text.split('\n')));
    },
    setReadOnly: (readOnly) => editor.mode.set(readOnly ? 'readonly' : 'design'),
  };
});

/** What the editor would hand to the page's form, read as lines. */
function linesOf(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const one of body.querySelectorAll('br')) one.replaceWith('\n');
  return [...body.children].map(({ textContent }) =>
    textContent === '\u00A0' ? '' : textContent.replaceAll('\u00A0', ' '),
  );
}
