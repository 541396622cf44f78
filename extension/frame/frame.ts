import { guardHost } from './guard.ts';
import { openPickLayer, type PickLayer, type PointingListener } from './pick-layer.ts';
import { FIRST_PLACE, type FramePlace, hostStyles } from './styles.ts';

/** Where something stands in a window, in CSS pixels from its top left. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** The panel's frame in a page. */
export interface Frame {
  /** The capability of the panel in this frame: its port's name must carry it. */
  readonly nonce: string;
  /** Docks, floats or collapses the frame; says where its top left corner is then, in CSS pixels. */
  place(place: FramePlace): Corner;
  /** Gives the keyboard to the panel. */
  takeFocus(): void;
  /** Gives the keyboard back to what had it in the page. */
  releaseFocus(): void;
  /** Lays a layer over the page that takes the pointer, until the signal aborts or the frame goes. */
  pickLayer(listener: PointingListener, signal: AbortSignal): PickLayer;
  /** Takes the frame out of the page without a trace. */
  remove(): void;
}

/** What a frame is made from. */
export interface FrameParts {
  readonly doc: Document;
  /** Address of the panel's page; the nonce is added as its fragment. */
  readonly panelAddress: string;
  /** Unguessable, used for this frame only. */
  readonly nonce: string;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** The page fights the frame. The frame stays until {@link Frame.remove} is called. */
  readonly onFight: () => void;
}

/**
 * Puts the panel into a page: one element below the root, a closed shadow root, an extension-origin
 * frame in it, all in the browser's top layer. The page's layout does not change.
 */
export function mountFrame({ doc, panelAddress, nonce, now, onFight }: FrameParts): Frame {
  const lifetime = new AbortController();
  const host = doc.createElement('div');
  host.setAttribute('popover', 'manual');
  const root = host.attachShadow({ mode: 'closed' });
  const styles = new CSSStyleSheet();
  root.adoptedStyleSheets = [styles];
  const iframe = doc.createElement('iframe');
  iframe.src = `${panelAddress}#${nonce}`;
  iframe.title = 'Throughline';
  iframe.referrerPolicy = 'no-referrer';
  root.append(iframe);
  doc.documentElement.append(host);
  host.showPopover();

  const place = keepSize(host, styles, lifetime.signal);
  const lastFocus = followFocus(doc, host, lifetime.signal);
  guardHost({ host, doc, now, onFight, signal: lifetime.signal });
  return {
    nonce,
    place(wanted) {
      place(wanted);
      const { left, top } = host.getBoundingClientRect();
      return { x: Math.max(0, Math.round(left)), y: Math.max(0, Math.round(top)) };
    },
    takeFocus: () => iframe.focus(),
    releaseFocus() {
      iframe.blur();
      doc.defaultView?.focus();
      lastFocus()?.focus();
    },
    pickLayer: (listener, signal) =>
      openPickLayer(root, listener, AbortSignal.any([signal, lifetime.signal])),
    remove() {
      lifetime.abort();
      host.remove();
    },
  };
}

/**
 * Keeps the host as large as it is meant to be: a page that zooms its root would shrink the frame with
 * it, and no browser calls a small frame hidden. The value puts the host somewhere else.
 */
function keepSize(
  host: HTMLElement,
  styles: CSSStyleSheet,
  signal: AbortSignal,
): (place: FramePlace) => void {
  let [place, zoom] = [FIRST_PLACE, 1];
  const write = () => styles.replaceSync(hostStyles(place, zoom));
  const watcher = new ResizeObserver(() => {
    if (host.currentCSSZoom === 1 || !(host.currentCSSZoom > 0)) return;
    zoom /= host.currentCSSZoom;
    write();
  });
  write();
  // In pixels of the screen: these change with the zoom even where the size that styles name does not.
  watcher.observe(host, { box: 'device-pixel-content-box' });
  signal.addEventListener('abort', () => watcher.disconnect(), { once: true });
  return (wanted) => {
    place = wanted;
    write();
  };
}

/** Remembers which element of the page had the keyboard last. */
function followFocus(
  doc: Document,
  host: HTMLElement,
  signal: AbortSignal,
): () => HTMLElement | undefined {
  let last = weak(doc.activeElement);
  doc.addEventListener(
    'focusin',
    ({ target }) => {
      if (target !== host) last = weak(target);
    },
    { passive: true, signal },
  );
  return () => last?.deref();
}

function weak(target: EventTarget | null): WeakRef<HTMLElement> | null {
  return target instanceof HTMLElement ? new WeakRef(target) : null;
}
