/** A rule of who may import whom, as far as it says whom it is about. */
export interface ImportRule {
  readonly name: string;
  /** Absent in a rule about everybody. */
  readonly from: { readonly path?: string | undefined };
}

/**
 * What rules are about and no module is any more, as `rule: pattern`: after a file was moved, its
 * rule forbids nothing, and nothing says so. Every alternative must match a module of its own.
 */
export function blindRules(rules: readonly ImportRule[], modules: readonly string[]): string[] {
  return rules.flatMap(({ name, from }) =>
    from.path === undefined
      ? []
      : alternativesOf(from.path)
          .filter((pattern) => !modules.some((module) => new RegExp(pattern).test(module)))
          .map((pattern) => `${name}: ${pattern}`),
  );
}

/** A pattern as patterns without "or": `^a/(b|c)/` is `^a/b/` and `^a/c/`. */
function alternativesOf(pattern: string): string[] {
  const [group, choices] = /\(([^()?][^()]*)\)/.exec(pattern) ?? [];
  if (group === undefined || choices === undefined) return pattern.split('|');
  const each = choices
    .split('|')
    .flatMap((choice) => alternativesOf(pattern.replace(group, () => choice)));
  return [...new Set(each)];
}
