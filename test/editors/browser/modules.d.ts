/** What the pages of the test editors use of packages that come without types. */
declare module 'react' {
  export function createElement(
    type: unknown,
    props: object | null,
    ...children: unknown[]
  ): Element;
  export function useState<State>(initial: State): [State, (next: State) => void];
  export function useMemo<Value>(make: () => Value, on: readonly unknown[]): Value;
}

declare module 'react-dom/client' {
  export function createRoot(place: Element): { render(element: Element): void };
}

declare module 'draft-js' {
  export interface ContentBlock {
    getKey(): string;
  }
  export class SelectionState {
    static createEmpty(blockKey: string): SelectionState;
    set(what: 'focusOffset', to: number): SelectionState;
  }
  export class ContentState {
    static createFromText(text: string): ContentState;
    getPlainText(between: string): string;
    getBlocksAsArray(): readonly ContentBlock[];
  }
  export class EditorState {
    static createWithContent(content: ContentState): EditorState;
    static push(state: EditorState, content: ContentState, change: string): EditorState;
    getCurrentContent(): ContentState;
  }
  export const Modifier: {
    applyInlineStyle(content: ContentState, where: SelectionState, style: string): ContentState;
  };
  export const Editor: unknown;
  export function convertToRaw(content: ContentState): { blocks: readonly object[] };
}
