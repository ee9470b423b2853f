/** Leaves the writer from any depth; never seen outside. */
export class CannotSay extends Error {}
