// Part of the script of the client's page. Says below a field for words how many characters are left.

document.addEventListener('input', (event) => {
  const field = event.target;
  if (!(field instanceof HTMLTextAreaElement) || field.maxLength < 0) return;
  const limit = document.getElementById(`${field.id}-limit`);
  if (limit === null) return;
  const left = field.maxLength - field.value.length;
  const said = limit.dataset['left'] ?? '';
  limit.textContent = said
    .replace('{left}', String(left))
    .replace('{most}', String(field.maxLength));
});
