import { plain } from '../minting/duplicate';
import { isNamedByTool } from '../names/tool-made';
import { namedFor } from '../narrower/named-for';
import { isVague } from '../overview/vague-name';
import { FULL_ACCESS } from '../scopes/full-access';
import type { Token } from '../token';
import { saysTest } from './test-name';

/** What a name alone says of its token. */
export type Facts = {
  /** It without Patina's ending, by which a token and its successor are known; and whether it has that ending. */
  stem: string;
  hasEnding: boolean;
  /** What full access under this name is called. */
  ifFull: 'full-unneeded' | 'full-unnamed' | 'full-access';
  saysTest: boolean;
  /** A tool has named it, and makes the next one in time. */
  isOfTool: boolean;
};

function ifFullOf(name: string, isOfTool: boolean): Facts['ifFull'] {
  if (isVague(name)) return 'full-unnamed';
  return namedFor(name) === undefined || isOfTool ? 'full-access' : 'full-unneeded';
}

function lookAt(name: string): Facts {
  const [stem, isOfTool] = [plain({ name }), isNamedByTool({ name })];
  return {
    stem: stem.trim(),
    hasEnding: stem !== name,
    ifFull: ifFullOf(name, isOfTool),
    saysTest: !isOfTool && saysTest(name),
    isOfTool,
  };
}

const known = new Map<string, Facts>();

/** Looked up once for a name: after each decision the queue is made anew, and ten thousand names take a tenth of a second. */
export function factsOf({ name }: Pick<Token, 'name'>): Facts {
  const facts = known.get(name) ?? lookAt(name);
  known.set(name, facts);
  return facts;
}

/** What full access says of a token, if it has that. */
export const fullAccessOf = (token: Token): Facts['ifFull'] | null =>
  token.scopes.includes(FULL_ACCESS) ? factsOf(token).ifFull : null;
