import Quill from 'quill';
import { asHtml, offerEditor } from './test-editor.ts';

offerEditor((place, lines) => {
  const quill = new Quill(place);
  if (lines.length > 0) {
    quill.setContents(quill.clipboard.convert({ html: asHtml(lines) }), 'silent');
    quill.history.clear();
  }
  return {
    model: () => quill.getText().replace(/\n$/, ''),
    structure: () => JSON.stringify(quill.getContents()),
    rewrite: (text) => void quill.setText(`${text}\n`),
    setReadOnly: (readOnly) => quill.enable(!readOnly),
  };
});
