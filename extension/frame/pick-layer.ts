/** What happens while a person points at the page. */
export interface PointingListener {
  /** The pointer is over an element of the page; null where there is none. */
  over(element: Element | null): void;
  /** The person clicked there. */
  click(element: Element | null): void;
  /** The person pressed Escape. */
  cancel(): void;
}

/** A clear layer over the page that takes the pointer, and an outline that it shows. */
export interface PickLayer {
  /** Outlines an element of the page; null outlines nothing. */
  outline(element: Element | null, allowed: boolean): void;
}

const STYLES = `
.layer, .outline { position: fixed; z-index: -1; }
.layer { inset: 0; cursor: crosshair; }
.outline { pointer-events: none; box-sizing: border-box; border: 3px solid #0f6b66; border-radius: 4px; }
.outline.refused { border: 3px dashed #9b1c4b; }
.outline[hidden] { display: none; }`;

/**
 * Lays a layer over the page and below the panel, inside our own shadow root, until the signal aborts.
 * What is pressed lands on the layer: no element of the page is clicked, focused or hovered over, and
 * only a person's own events count.
 */
export function openPickLayer(
  root: ShadowRoot,
  listener: PointingListener,
  signal: AbortSignal,
): PickLayer {
  const doc = root.ownerDocument;
  const styles = new CSSStyleSheet();
  styles.replaceSync(STYLES);
  root.adoptedStyleSheets.push(styles);
  const layer = doc.createElement('div');
  layer.className = 'layer';
  const outline = doc.createElement('div');
  outline.hidden = true;
  root.prepend(layer, outline);

  const under = ({ clientX, clientY }: MouseEvent) => elementUnder(root.host, clientX, clientY);
  for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'contextmenu'] as const) {
    layer.addEventListener(type, swallow, { signal });
  }
  layer.addEventListener('pointermove', (event) => listener.over(under(event)), { signal });
  layer.addEventListener(
    'click',
    (event) => {
      swallow(event);
      if (event.isTrusted) listener.click(under(event));
    },
    { signal },
  );
  doc.defaultView?.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !event.isTrusted) return;
      swallow(event);
      listener.cancel();
    },
    { capture: true, signal },
  );
  const close = () => {
    layer.remove();
    outline.remove();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== styles);
  };
  signal.addEventListener('abort', close, { once: true });
  return {
    outline(element, allowed) {
      outline.hidden = element === null;
      if (element === null) return;
      const { x, y, width, height } = element.getBoundingClientRect();
      outline.className = allowed ? 'outline' : 'outline refused';
      const place = { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
      Object.assign(outline.style, place);
    },
  };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The innermost element of the page at a point, open shadow roots included. */
function elementUnder(host: Element, x: number, y: number): Element | null {
  const all = host.ownerDocument.elementsFromPoint(x, y);
  let inner: Element | null = all.find((one) => one !== host) ?? null;
  while (inner?.shadowRoot) {
    const next: Element | null = inner.shadowRoot.elementFromPoint(x, y);
    if (next === null || next === inner) break;
    inner = next;
  }
  return inner;
}
