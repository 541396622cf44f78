import * as z from 'zod/mini';

/** Attributes that the browser's schemas of managed settings know (Chromium, `policy::Schema`). */
const Node = z.looseObject({ type: z.optional(z.unknown()), $ref: z.optional(z.unknown()) });

const TYPES = new Set(['object', 'array', 'string', 'boolean', 'integer', 'number', 'null']);

/**
 * Why the browser would not load an extension with this schema of managed settings: one sentence a
 * fault, empty when it would. A fault that the browser finds stops the whole extension.
 */
export function schemaFaults(schema: unknown): readonly string[] {
  const top = Node.safeParse(schema);
  if (!top.success) return ['The schema is not an object.'];
  const faults = [
    ...(top.data.type === 'object' ? [] : ['The top of the schema must have the type "object".']),
    ...('additionalProperties' in top.data
      ? ['The top of the schema must not have "additionalProperties".']
      : []),
  ];
  return [...faults, ...nodeFaults(schema, 'The schema')];
}

function nodeFaults(node: unknown, name: string): readonly string[] {
  const parsed = Node.safeParse(node);
  if (!parsed.success) return [`${name} is not an object.`];
  const { type, $ref } = parsed.data;
  if ($ref !== undefined) return type === undefined ? [] : [`${name} has both a type and a $ref.`];
  if (typeof type !== 'string' || !TYPES.has(type)) return [`${name} must have exactly one type.`];
  if (type === 'object') return propertyFaults(parsed.data['properties'], name);
  return type === 'array' ? nodeFaults(parsed.data['items'], `${name}'s items`) : [];
}

function propertyFaults(properties: unknown, name: string): readonly string[] {
  const parsed = z.record(z.string(), z.unknown()).safeParse(properties);
  if (!parsed.success) return [`${name} has no properties.`];
  return Object.entries(parsed.data).flatMap(([key, node]) => nodeFaults(node, `"${key}"`));
}
