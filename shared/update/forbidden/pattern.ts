/** Something that no Update may say, and why. */
export interface Forbidden {
  readonly pattern: RegExp;
  readonly because: string;
}
