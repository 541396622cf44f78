/** What happened to the page's address or its life. */
export interface NavigationListener {
  /**
   * A navigation has begun; the document still shows what it showed before.
   *
   * @param to the address the document will have; null when the document is about to be left
   */
  begins(to: URL | null): void;
  /** The address has changed within the page's life; the document may not have followed yet. */
  arrived(): void;
  /** The page came back from the back/forward cache. */
  restored(): void;
  /** The page's tab was brought to the front. */
  shown(): void;
}

/**
 * The part of the Navigation API that is used. Browsers without it still report `popstate` and
 * `hashchange`, and every look at the page compares the address.
 */
interface NavigateEvent extends Event {
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
  readonly downloadRequest: string | null;
}

/**
 * Reports navigation until the signal aborts. An isolated world can't patch `history`, so this
 * listens to what the browser itself reports.
 */
export function watchNavigation(
  view: Window,
  listener: NavigationListener,
  signal: AbortSignal,
): void {
  const navigation: unknown = Reflect.get(view, 'navigation');
  if (navigation instanceof EventTarget) {
    navigation.addEventListener(
      'navigate',
      (event) => {
        const { destination, downloadRequest } = event as NavigateEvent;
        // A download stays here.
        if (downloadRequest !== null) return;
        listener.begins(destination.sameDocument ? new URL(destination.url) : null);
      },
      { signal },
    );
    navigation.addEventListener('currententrychange', () => listener.arrived(), { signal });
  }
  view.addEventListener('popstate', () => listener.arrived(), { signal });
  view.addEventListener('hashchange', () => listener.arrived(), { signal });
  view.addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) listener.restored();
    },
    { signal },
  );
  view.document.addEventListener(
    'visibilitychange',
    () => {
      if (view.document.visibilityState === 'visible') listener.shown();
    },
    { signal },
  );
}
