import type { Forbidden } from './pattern.ts';

/** What an editor would turn into something else than the text, in whatever language. */
export const MARKUP: readonly Forbidden[] = [
  {
    pattern: /\b(?:undefined|null|NaN|Infinity|\[object)\b/,
    because: 'a missing value was written out',
  },
  {
    pattern: /^\s*(?:[-+*#>_`~|]|\d+[.)])/m,
    because: 'an editor would turn the line into a list, heading or quotation',
  },
  { pattern: /[*_`]|--|\[|\]|[<>&|~]|\\|:\/\//, because: 'an editor would take it as markup' },
  {
    pattern: /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u,
    because: 'it holds a character that nobody sees',
  },
];
