/** An appointment's dialog: it leads to the chart. */
export function startScheduling(): void {
  for (const bubble of document.querySelectorAll<HTMLElement>('.calendar-daybubble')) {
    bubble.addEventListener('click', () => openDialog(bubble));
  }
}

function openDialog(bubble: HTMLElement): void {
  const dropbox = document.querySelector('#ElementDropbox');
  const dialog = document.createElement('div');
  const link = document.createElement('a');
  const close = document.createElement('button');
  dialog.className = 'Dialog card';
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-label', 'Appointment');
  link.href = `/app/patients/edit/${bubble.dataset['patient'] ?? ''}/`;
  link.textContent = bubble.textContent;
  close.type = 'button';
  close.className = 'DialogCloseButton';
  close.dataset['testid'] = 'modaldialog-close-button';
  close.textContent = 'Close';
  close.addEventListener('click', () => {
    dialog.remove();
    bubble.focus();
  });
  dialog.append(link, ' ', close);
  dropbox?.replaceChildren(dialog);
  link.focus();
}
