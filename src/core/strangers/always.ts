import * as z from 'zod/mini';
import { sameScopes } from '../scope-id';
import { Guid, type Token } from '../token';

/** Tokens that the user's own tool makes again and again: of which account, what they are called, and what they can do. */
export const Always = z.object({ identityId: Guid, pattern: z.string(), scopes: z.array(z.string()) });
export type Always = z.output<typeof Always>;

/** Parts of a name that differ each time: ids, dates and other numbers, and letters with digits among them. */
const CHANGES = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-z]*\d)[a-z\d]{5,}|\d+/gi;

/** What stays of a name when its tool makes the next token. */
export const patternOf = (name: string): string => name.replace(CHANGES, '#').replace(/#([-_:./T ]*#)+/g, '#');

export const alwaysLike = ({ name, scopes }: Token, identityId: string): Always => ({
  identityId,
  pattern: patternOf(name),
  scopes,
});

/** Whether the user has said of tokens like this one that they are theirs: the same name but for what changes, and the same scopes. */
export function isAlwaysMine(token: Token, identityId: string, all: readonly Always[]): boolean {
  return all.some(
    (each) =>
      each.identityId === identityId && each.pattern === patternOf(token.name) && sameScopes(each.scopes, token.scopes),
  );
}
