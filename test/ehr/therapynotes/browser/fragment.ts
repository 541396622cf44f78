type Policy = { createHTML(text: string): string };
type PolicyFactory = { createPolicy(name: string, rules: Policy): Policy };

// Under Trusted Types only a policy that the page's own header names may turn text into HTML.
const factory = (window as { trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('stand-in', { createHTML: (text) => text });

/** Turns HTML of the server into nodes. */
export function fragment(text: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = policy === undefined ? text : policy.createHTML(text);
  return document.importNode(template.content, true);
}
