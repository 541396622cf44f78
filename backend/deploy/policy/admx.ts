import { escapeXml } from '../xml.ts';
import { extensionSettings } from './chromium.ts';
import type { PolicyFile } from './file.ts';
import { REGISTRY, settingsKey } from './registry-file.ts';
import type { PolicySource, PolicyValue } from './source.ts';

/** One policy of the template: where it is written, and what its field begins with. */
interface Entry {
  readonly name: string;
  readonly key: string;
  readonly value: PolicyValue;
}

const NAMESPACES =
  'xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0"';

/** A template for group policy. */
export const ADMX: PolicyFile = {
  name: 'throughline.admx',
  mediaType: 'application/xml',
  encoding: 'utf8',
  content: (source) => admx(entriesOf(source)),
};

/** Its English texts; each field begins with the policy's value. */
export const ADML: PolicyFile = {
  name: 'en-US/throughline.adml',
  mediaType: 'application/xml',
  encoding: 'utf8',
  content: (source) => adml(entriesOf(source)),
};

function entriesOf(source: PolicySource): readonly Entry[] {
  const key = settingsKey('chrome', source.extensionId);
  const installed = JSON.stringify(extensionSettings(source));
  return [
    { name: 'ExtensionSettings', key: REGISTRY.chrome.root, value: installed },
    ...Object.entries(source.settings).map(([name, value]) => ({ name, key, value })),
  ];
}

function admx(entries: readonly Entry[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions ${NAMESPACES}>
  <policyNamespaces>
    <target prefix="throughline" namespace="Throughline.Policies" />
    <using prefix="windows" namespace="Microsoft.Policies.Windows" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <categories><category name="Throughline" displayName="$(string.Throughline)" /></categories>
  <policies>
${entries.map(definition).join('\n')}
  </policies>
</policyDefinitions>
`;
}

function definition({ name, key, value }: Entry): string {
  const head = `name="${name}" class="Machine" displayName="$(string.${name})" explainText="$(string.${name}_help)" key="${escapeXml(key)}"`;
  const parents =
    '<parentCategory ref="Throughline" /><supportedOn ref="windows:SUPPORTED_Windows7" />';
  if (typeof value === 'boolean') {
    return `    <policy ${head} valueName="${name}">${parents}<enabledValue><decimal value="1" /></enabledValue><disabledValue><decimal value="0" /></disabledValue></policy>`;
  }
  const element =
    typeof value === 'number'
      ? `<decimal id="${name}" valueName="${name}" minValue="1" maxValue="60" required="true" />`
      : `<text id="${name}" valueName="${name}" maxLength="4000" required="true" />`;
  return `    <policy ${head} presentation="$(presentation.${name})">${parents}<elements>${element}</elements></policy>`;
}

function adml(entries: readonly Entry[]): string {
  const strings = entries.flatMap(({ name, value }) => [
    `      <string id="${name}">${name}</string>`,
    `      <string id="${name}_help">${escapeXml(helpOf(value))}</string>`,
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources ${NAMESPACES}>
  <displayName>Throughline</displayName>
  <description>Settings of the Throughline extension</description>
  <resources>
    <stringTable>
      <string id="Throughline">Throughline</string>
${strings.join('\n')}
    </stringTable>
    <presentationTable>
${entries.flatMap(presentation).join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}

function helpOf(value: PolicyValue): string {
  const set = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return typeof value === 'boolean'
    ? `Your policy: ${value ? 'Enabled' : 'Disabled'}.`
    : `Your policy: ${set}`;
}

function presentation({ name, value }: Entry): readonly string[] {
  if (typeof value === 'boolean') return [];
  const field =
    typeof value === 'number'
      ? `<decimalTextBox refId="${name}" defaultValue="${value}">${name}</decimalTextBox>`
      : `<textBox refId="${name}"><label>${name}</label><defaultValue>${escapeXml(textOf(value))}</defaultValue></textBox>`;
  return [`      <presentation id="${name}">${field}</presentation>`];
}

function textOf(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
