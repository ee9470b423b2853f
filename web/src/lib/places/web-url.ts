/** A page's address as a link may carry it: http or https alone. null for anything else, such as `javascript:`. */
export function webUrl(text: string | null | undefined): string | null {
  if (!text) return null;
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    // Not an address. (URL.canParse is newer than the browsers that we support.)
    return null;
  }
}
