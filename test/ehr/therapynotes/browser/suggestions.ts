const SUGGESTIONS = ['Normal', 'Not assessed', 'Unremarkable'];

/** Suggestions under a text box while it has the focus: they cover what is below; Escape closes. */
export function startSuggestions(box: HTMLInputElement): void {
  let bubble: HTMLElement | null = null;
  const close = () => {
    bubble?.remove();
    bubble = null;
  };
  box.addEventListener('focus', () => {
    close();
    bubble = document.createElement('div');
    bubble.className = 'ContentBubble IncrementalSearch';
    for (const text of SUGGESTIONS) bubble.append(suggestion(text, box, close));
    box.after(bubble);
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  box.addEventListener('blur', close);
}

function suggestion(text: string, box: HTMLInputElement, close: () => void): HTMLElement {
  const link = document.createElement('a');
  link.className = 'IncrementalSearchLink';
  link.textContent = `${text} `;
  // Before the click takes the focus from the box and closes the bubble.
  link.addEventListener('mousedown', (event) => {
    event.preventDefault();
    box.value = text;
    close();
  });
  return link;
}
