type Planting = (element: Element, word: string) => void;

/** An attribute with the word for its value. */
const attribute =
  (name: string, value: (word: string) => string = (word) => word): Planting =>
  (element, word) =>
    element.setAttribute(name, value(word));

/** An element with the word in it. */
const holding =
  (tag: string, text: (word: string) => string = (word) => word): Planting =>
  (element, word) => {
    const holder = document.createElement(tag);
    holder.append(text(word));
    element.append(holder);
  };

/** Where a page may carry somebody's name. */
export const PLANTINGS = {
  text: (element, word) => element.append(` ${word} `),
  id: attribute('id', (word) => `row-${word}-7`),
  class: (element, word) => element.classList.add(`client-${word}`, word),
  role: attribute('role'),
  tooltip: attribute('title'),
  label: attribute('aria-label'),
  data: attribute('data-patient'),
  name: attribute('name'),
  value: attribute('value'),
  link: attribute('href', (word) => `/clients/${word}`),
  tag: (element, word) => element.append(document.createElement(word)),
  component: (element, word) => element.append(document.createElement(`psy-${word}`)),
  comment: (element, word) => element.append(document.createComment(word)),
  documentTitle: (_, word) => {
    document.title = word;
  },
  shadowRoot: (element, word) => {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(word);
    element.append(host);
  },
  textarea: holding('textarea'),
  style: holding('style', (word) => `.${word} { color: inherit }`),
  script: holding('script', (word) => `void "${word}"`),
} as const satisfies Readonly<Record<string, Planting>>;

/** A word and where it goes: below the `nth` element of the body, counted round. */
export interface Plant {
  readonly word: string;
  readonly place: keyof typeof PLANTINGS;
  readonly nth: number;
}

/** Puts words into the page. */
export function plantAll(plants: readonly Plant[]): void {
  for (const { word, place, nth } of plants) {
    const elements = [...document.body.querySelectorAll('*')];
    const element = elements[nth % elements.length];
    if (element !== undefined) PLANTINGS[place](element, word);
  }
}
