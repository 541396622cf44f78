/** Readers of the policy files' formats, each as strict as a test needs. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

function unescaped(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** The value of an attribute in a piece of XML. Throws when it is not there. */
export function xmlAttribute(xml: string, name: string): string {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(xml);
  if (found === null) throw new Error(`no attribute ${name}`);
  return unescaped(found[1] ?? '');
}

/** The values of a `.reg` file by key and name. Throws at a line that is none of the format. */
export function registryValues(file: string): Record<string, Record<string, string | number>> {
  const [head, ...lines] = file.split('\r\n');
  if (head !== 'Windows Registry Editor Version 5.00') throw new Error('no registry file');
  const keys: Record<string, Record<string, string | number>> = {};
  let key = '';
  for (const line of lines.filter((one) => one !== '')) {
    const opened = /^\[(.+)\]$/.exec(line)?.[1];
    if (opened !== undefined) {
      key = opened;
      keys[key] = {};
      continue;
    }
    const [, name, text, word] = /^"([^"]+)"=(?:"(.*)"|dword:([0-9a-f]{8}))$/.exec(line) ?? [];
    const values = keys[key];
    if (name === undefined || values === undefined) throw new Error(`not understood: ${line}`);
    values[name] =
      word === undefined ? (text ?? '').replaceAll(/\\(["\\])/g, '$1') : Number.parseInt(word, 16);
  }
  return keys;
}

/** What the fields of a group policy template begin with, by the names of their policies. */
export function admxDefaults(admx: string, adml: string): Record<string, unknown> {
  const names = [...admx.matchAll(/<policy name="([^"]+)"/g)].map(([, name]) => name ?? '');
  return Object.fromEntries(names.map((name) => [name, defaultOf(name, adml)]));
}

function defaultOf(name: string, adml: string): unknown {
  const help = new RegExp(`<string id="${name}_help">Your policy: (Enabled|Disabled)\\.</string>`);
  const state = help.exec(adml)?.[1];
  if (state !== undefined) return state === 'Enabled';
  const shown = new RegExp(`<presentation id="${name}">(.*)</presentation>`).exec(adml)?.[1] ?? '';
  const number = /<decimalTextBox refId="[^"]+" defaultValue="(\d+)"/.exec(shown)?.[1];
  if (number !== undefined) return Number(number);
  const text = /<defaultValue>(.*)<\/defaultValue>/.exec(shown)?.[1];
  if (text === undefined) throw new Error(`no default for ${name}`);
  return unescaped(text);
}
