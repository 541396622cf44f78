// Part of the script of the client's page. Words that were typed and not sent come along past whatever
// else is pressed: they wait in this page's memory, and stand in their field again when it comes back.

/**
 * Words that were typed, by the address that their form goes to.
 *
 * @type {Map<string, string>}
 */
const typed = new Map();

/** The fields on the screen whose words are nowhere else. */
function unsentFields() {
  return [...document.querySelectorAll('textarea')].filter((field) => {
    const { value, defaultValue, ariaInvalid, form } = field;
    const isChanged = value !== defaultValue || ariaInvalid === 'true';
    return isChanged && value !== form?.dataset['arrived']?.replaceAll('\r\n', '\n');
  });
}

/** Whether an answer, or words, stand behind the birth date that is asked, in that page alone. */
function doorCarries() {
  const fields = document.querySelectorAll('#screen form[action$="/birth-date"] input');
  return [...fields].some((field) => /^(?:answer|words)$/.test(field.getAttribute('name') ?? ''));
}

addEventListener('screen-goes', () => {
  for (const { form, value } of unsentFields()) {
    if (form !== null) typed.set(form.action, value);
  }
});

addEventListener('screen-came', () => {
  for (const field of document.querySelectorAll('textarea')) {
    const words = typed.get(field.form?.action ?? '');
    if (words === undefined) continue;
    typed.delete(field.form?.action ?? '');
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
});

addEventListener('beforeunload', (event) => {
  if (typed.size > 0 || unsentFields().length > 0 || doorCarries()) event.preventDefault();
});

addEventListener('forget-words', () => {
  typed.clear();
  for (const field of unsentFields()) {
    field.value = field.defaultValue;
    field.ariaInvalid = null;
  }
});
