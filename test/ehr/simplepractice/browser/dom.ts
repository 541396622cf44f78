type Attributes = Readonly<Record<string, string | boolean>>;

let components = 0;

/** An element with attributes (`true` = present without a value, `false` = absent) and content. */
export function el(
  tag: string,
  attributes: Attributes = {},
  ...content: (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...content);
  return element;
}

/** An element as the framework renders a component: with a generated id that never comes back. */
export function component(
  tag: string,
  attributes: Attributes = {},
  ...content: (Node | string)[]
): HTMLElement {
  components += 1;
  const element = el(tag, attributes, ...content);
  element.id = `ember${components}`;
  element.classList.add('ember-view');
  return element;
}

/** A button that does something. */
export function button(
  text: string,
  attributes: Attributes,
  onPress: () => void,
): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.append(text);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.addEventListener('click', onPress);
  return element;
}
