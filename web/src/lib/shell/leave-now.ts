/** Where the quick exit leads: our own first page, which asks nobody else for anything and is there without a network too. */
export const EXIT_PATH = '/';

/** When the tab was left last, in its session storage and in the state of each entry since. The head of app.html reads both. */
const LEFT = 'ibasho.left';

/** How many entries of this tab's history, up to the one in front, are of pages about help. In this page's memory alone. */
let depth = 0;
/** Where Kit says that the entry in front stands among its own: one that took another's place stands where that did. */
let lastIndex = NaN;

/** Counts the entries of pages about help. Called after every navigation, with whether the page in front is one. */
export function countStep(isPrivate: boolean): void {
  const state = history.state as { 'sveltekit:metadata'?: { historyIndex?: number } } | null;
  const index = state?.['sveltekit:metadata']?.historyIndex ?? NaN;
  const steps = Number.isNaN(index - lastIndex) ? 1 : index - lastIndex;
  depth = isPrivate ? Math.max(1, depth + steps) : 0;
  lastIndex = index;
  const left = wasLeft();
  // A page that was opened since is no secret.
  if (left !== null) history.replaceState({ ...state, [LEFT]: left }, '');
}

function wasLeft(): string | null {
  try {
    return sessionStorage.getItem(LEFT);
  } catch {
    // No storage: what is in this page's memory must do.
    return null;
  }
}

const PATIENCE_MS = 400;

/**
 * Leaves at once: nothing of the page is seen any more, and of the tab's history as much is taken away as a page may: back
 * to the first page about help, that one replaced, what was ahead of it cut off by a new entry. Entries that a page cannot
 * reach (from before a reload) give way to the first page when somebody goes back to them.
 */
export function leaveNow(): void {
  document.documentElement.hidden = true;
  document.title = location.host;
  try {
    sessionStorage.setItem(LEFT, String(Date.now()));
  } catch {
    // No storage: older entries stay what they are.
  }
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
