/** What the outlet of the application shows at one URL. */
export type Page = {
  readonly element: HTMLElement;
  /** Lets go of what the page holds when another takes its place. */
  readonly destroy?: () => void;
};
