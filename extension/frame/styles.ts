/** How much room the frame takes: the whole height at the right, or a tab at the edge. */
export type FrameMode = 'docked' | 'collapsed';

/** Width of the docked panel in CSS pixels; the design's column. */
const DOCKED_WIDTH = 400;
/** The tab at the edge in CSS pixels. */
const TAB = { width: 48, height: 48 };

/**
 * The styles of the frame's host. They stand inside the shadow root with `!important`: there they
 * win over everything the page can say about the host, its inline styles included.
 */
export function hostStyles(mode: FrameMode): string {
  return `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: ${mode === 'docked' ? '0 0 0 auto' : '50% 0 auto auto'} !important;
  width: ${mode === 'docked' ? `min(${DOCKED_WIDTH}px, 100vw)` : `${TAB.width}px`} !important;
  height: ${mode === 'docked' ? '100%' : `${TAB.height}px`} !important;
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
