/** What a scope id looks like, known to the catalogue or not: an id that never could be one is not sent. */
export const SCOPE_ID = /^[A-Za-z][A-Za-z0-9._]*$/;

/** Whether both have the same scopes, in whatever order. */
export function sameScopes(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((scope) => others.includes(scope));
}
