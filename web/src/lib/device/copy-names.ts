/** Names that the pages and the service worker share. */

/** Cache of pages to read without a network. The pages fill it (copies.ts), the service worker only reads it. */
export const PAGES_CACHE = 'ibasho-pages';
/** Cache of scripts, styles, fonts and the base map. Filled by the service worker alone. */
export const ASSETS_CACHE = 'ibasho-assets';
/** The page that says what is there without a network. */
export const OFFLINE_PATH = '/offline';
/** What a page asks the service worker for once nothing else is to be loaded: everything that pages are drawn with. */
export const FETCH_ASSETS = 'fetch-assets';
