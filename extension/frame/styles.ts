import type { PanelToPage } from '../messages/page.ts';

/**
 * Where the frame stands: the whole height at a side, a window of its own, or a tab at a side's
 * edge.
 */
export type FramePlace = Omit<Extract<PanelToPage, { type: 'place' }>, 'type'>;

/** Where a frame stands until the panel says otherwise. */
export const FIRST_PLACE: FramePlace = { mode: 'docked', side: 'right', x: 0, y: 0 };

/** Width of the docked panel in CSS pixels; the design's column. */
const DOCKED_WIDTH = 400;
/** The tab at the edge in CSS pixels. */
const TAB = { width: 48, height: 48 };
/** The height of the floating panel in CSS pixels, where the window has it. */
const FLOATING_HEIGHT = 640;

/**
 * The styles of the frame's host. They stand inside the shadow root with `!important`: there they
 * win over everything the page can say about the host, its inline styles included. `zoom` undoes that of
 * the page's root, which is the one thing that the host takes part in.
 */
export function hostStyles(place: FramePlace, zoom: number): string {
  const { inset, width, height } = box(place);
  return `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: ${inset} !important;
  width: ${width} !important;
  height: ${height} !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  overflow: hidden !important;
  box-shadow: 0 0 24px rgb(20 30 45 / 0.18) !important;
  z-index: 2147483647 !important;
  visibility: visible !important;
  opacity: 1 !important;
  filter: none !important;
  transform: none !important;
  zoom: ${zoom} !important;
  clip-path: none !important;
  mask: none !important;
  mix-blend-mode: normal !important;
  pointer-events: auto !important;
  transition: none !important;
  animation: none !important;
  content-visibility: visible !important;
  color-scheme: light dark !important;
}
iframe {
  display: block;
  width: 100%;
  height: 100%;
  border: 0;
  color-scheme: normal;
}
@media print {
  :host { display: none !important; }
}`;
}

interface Box {
  readonly inset: string;
  readonly width: string;
  readonly height: string;
}

function box({ mode, side, x, y }: FramePlace): Box {
  const width = `min(${DOCKED_WIDTH}px, 100vw)`;
  if (mode === 'floating') {
    const height = `min(${FLOATING_HEIGHT}px, 100vh)`;
    // Kept inside of the window, whatever was asked for and however small the window has become.
    const left = `min(${x}px, 100vw - ${width})`;
    const top = `min(${y}px, 100vh - ${height})`;
    return { inset: `${top} auto auto ${left}`, width, height };
  }
  const sides = side === 'right' ? '0 auto auto' : 'auto auto 0';
  return mode === 'docked'
    ? { inset: side === 'right' ? '0 0 0 auto' : '0 auto 0 0', width, height: '100%' }
    : { inset: `50% ${sides}`, width: `${TAB.width}px`, height: `${TAB.height}px` };
}
