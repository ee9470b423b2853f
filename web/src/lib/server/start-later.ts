const PRELOAD = /\s*<link (?=[^>]*rel="modulepreload")[^>]*href="([^"]*)"[^>]*>/g;
const START = /\bimport\("[^"]*\/entry\/start\.[^"]*"\)/;

/**
 * The page with its scripts asked for once it is painted: it works without them, and on a slow line they come beside
 * its words, if not before. The start script of Kit keeps its nonce. A page without scripts stays as it is.
 */
export function startLater(html: string): string {
  const at = html.lastIndexOf('<script');
  const script = html.slice(at);
  if (at < 0 || !START.test(script)) return html;
  const hrefs: string[] = [];
  const words = html.slice(0, at).replace(PRELOAD, (_, href: string) => {
    hrefs.push(href);
    return '';
  });
  const started = script.replace(
    START,
    (start) => `(${askOncePainted})(${JSON.stringify(hrefs)}).then(() => ${start})`,
  );
  return words + started;
}

/**
 * Asks for the modules, all at once, when the page is painted. A tab that nobody sees never is: there, and where the
 * browser does not say, it asks after a while all the same. It runs in the page, from its own text: nothing around it.
 */
function askOncePainted(hrefs: string[]): Promise<void> {
  const patienceMs = 2000;
  const painted = new Promise<unknown>((resolve) => {
    const paints = new PerformanceObserver(resolve);
    // What is painted up to here may be the page's beginning alone: the frame after it has all.
    requestAnimationFrame(() => requestAnimationFrame(() => paints.observe({ type: 'paint', buffered: true })));
    setTimeout(resolve, patienceMs);
  });
  return painted.then(() => {
    for (const href of hrefs) {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
    }
  });
}
