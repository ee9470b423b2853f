/** Where the quick exit leads: our own first page, which asks nobody else for anything and is there without a network too. */
export const EXIT_PATH = '/';

/** How many entries of this tab's history, up to the one in front, are of pages about help. In this page's memory alone. */
let depth = 0;

/** What happened in the history of the tab, as Kit's `afterNavigate` says it. */
export interface Step {
  type: string;
  /** Entries passed by going back or forward. */
  delta?: number | undefined;
}

/** Counts the entries of pages about help. Called after every navigation, with whether the page in front is one. */
export function countStep(isPrivate: boolean, { type, delta = 0 }: Step): void {
  if (!isPrivate) depth = 0;
  else if (type === 'popstate') depth = Math.max(1, depth + delta);
  else depth += 1;
}

const PATIENCE_MS = 400;

/**
 * Leaves at once: nothing of the page is seen any more, and of the tab's history as much is taken away as a page may: back
 * to the first page about help, that one replaced, what was ahead of it cut off by a new entry.
 */
export function leaveNow(): void {
  document.documentElement.hidden = true;
  document.title = location.host;
  const finish = () => {
    history.replaceState(null, '', EXIT_PATH);
    history.pushState(null, '', EXIT_PATH);
    location.replace(EXIT_PATH);
  };
  if (depth <= 1) return finish();
  // Before Kit's own listener, which would show the page again.
  const options = { capture: true, once: true };
  const arrived = (event: Event) => {
    event.stopImmediatePropagation();
    finish();
  };
  window.addEventListener('popstate', arrived, options);
  setTimeout(finish, PATIENCE_MS);
  history.go(1 - depth);
}
