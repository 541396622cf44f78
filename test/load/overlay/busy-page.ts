/**
 * Runs in a page: adds ten thousand nodes once it has loaded, and then writes new words, changes a
 * class and swaps a row for another every 50 ms for more than a second, as a page does that counts,
 * sorts and loads. Complete in itself: it is sent to the page as text.
 */
export function growAndChange(): void {
  const ROWS = 2_500;
  const TIMES = 24;
  const list = document.createElement('section');
  const addRow = (words: string) => {
    const row = document.createElement('div');
    const label = document.createElement('span');
    label.textContent = words;
    row.append(label, document.createElement('i'));
    list.append(row);
  };
  const change = (time: number) => {
    for (let step = 0; step < 10; step += 1) {
      const row = list.children[(time * 97 + step * 31) % ROWS];
      row?.classList.toggle('changed');
      row?.firstElementChild?.replaceChildren(`Entry ${time}.${step}`);
    }
    list.firstElementChild?.remove();
    addRow(`New entry ${time}`);
    if (time < TIMES) setTimeout(() => change(time + 1), 50);
  };
  addEventListener('load', () => {
    for (let row = 0; row < ROWS; row += 1) addRow(`Entry ${row}`);
    document.body.append(list);
    change(0);
  });
}
