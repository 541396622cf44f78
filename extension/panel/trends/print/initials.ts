/** The initials of a name: `J. A.`; a printed page that is left lying names nobody. */
export function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/u)
    .filter((part) => part !== '')
    .map((part) => `${String.fromCodePoint(part.codePointAt(0) ?? 0).toLocaleUpperCase()}.`)
    .join(' ');
}
