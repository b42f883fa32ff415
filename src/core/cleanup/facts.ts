import { plain } from '../minting/duplicate';
import { isNamedByTool } from '../names/tool-made';
import { namedFor } from '../narrower/named-for';
import { isVague } from '../overview/vague-name';
import { FULL_ACCESS } from '../scopes/full-access';
import type { Token } from '../token';
import { isTestName } from './test-name';

/** What a token says of itself by its name and its scopes. */
export type Facts = {
  /** What it shares with those that can be taken for it: its name but for Patina's ending, and its scopes; `null` without a name. */
  group: string | null;
  hasEnding: boolean;
  full: 'full-unneeded' | 'full-unnamed' | 'full-access' | null;
  isTest: boolean;
  /** A tool has named it, and makes the next one in time. */
  isOfTool: boolean;
};

function fullOf({ name, scopes }: Token, isOfTool: boolean): Facts['full'] {
  if (!scopes.includes(FULL_ACCESS)) return null;
  if (isVague(name)) return 'full-unnamed';
  return namedFor(name) === undefined || isOfTool ? 'full-access' : 'full-unneeded';
}

function lookAt(token: Token): Facts {
  const isOfTool = isNamedByTool(token);
  const [named, scopes] = [plain(token).trim(), token.scopes.toSorted().join(' ')];
  return {
    group: named === '' ? null : `${scopes}\n${named}`,
    hasEnding: plain(token) !== token.name,
    full: fullOf(token, isOfTool),
    isTest: !isOfTool && isTestName(token),
    isOfTool,
  };
}

const known = new WeakMap<Token, Facts>();

/** Looked up once for a token: after each decision the queue is made anew, and ten thousand names would take a tenth of a second. */
export function factsOf(token: Token): Facts {
  const facts = known.get(token) ?? lookAt(token);
  known.set(token, facts);
  return facts;
}
