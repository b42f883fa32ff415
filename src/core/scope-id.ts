/** What a scope id looks like, known to the catalogue or not: an id that never could be one is not sent. */
export const SCOPE_ID = /^[A-Za-z][A-Za-z0-9._]*$/;
