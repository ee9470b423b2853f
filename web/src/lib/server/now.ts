/** The moment that the server takes for now, ms since the epoch. */
export const nowOf = (platform: App.Platform | undefined): number => platform?.req.ibasho?.now?.() ?? Date.now();
