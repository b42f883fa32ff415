import { FULL_ACCESS } from '../scopes/full-access';
import type { Token } from '../token';

/** How tools name the tokens that they make for themselves. Source: services.md, Readings 16. */
const NAMES = [/^Git: https?:\/\/\S+ on ./, /^Azure DevOps Artifacts Credential Provider/];

/** Whether the name says that a tool made it. That is a guess: anybody can give a token such a name. */
export function isNamedByTool({ name }: Pick<Token, 'name'>): boolean {
  return NAMES.some((pattern) => pattern.test(name));
}

/**
 * The same of a token that is taken for one that its tool makes anew by itself, or that nobody has seen before: no known
 * tool asks for full access.
 */
export function isMadeByTool(token: Pick<Token, 'name' | 'scopes'>): boolean {
  return isNamedByTool(token) && !token.scopes.includes(FULL_ACCESS);
}
