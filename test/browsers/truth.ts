import type { DevServer } from '../../dev-server/create-server';
import { isCreate, isRevoke, type RecordedRequest } from '../../dev-server/requests';
import { users } from '../../dev-server/tenant';
import type { Entry } from '../../src/core/history';

/** A worker that was ended: during which deed, what was under way just then, and between which instants. */
export type Kill = { deed: string; moment: string; from: number; to: number };

/** Why a token may be ended. */
type May = (tokenId: string) => boolean;

export type Truth = ReturnType<typeof truthOf>;

const isOwn = ({ headers }: RecordedRequest) => headers['x-tfs-session'] !== undefined;
const RANK: [string, (request: RecordedRequest) => boolean][] = [
  ['create', isCreate],
  ['revoke', isRevoke],
  ['read', () => true],
];

export const BETWEEN = 'between requests';

/** What was under way to the server for a worker that began then. */
export function momentIn({ requests }: DevServer, since: number): string {
  const open = requests.filter((each) => each.at >= since && each.status === undefined && isOwn(each));
  const [what] = RANK.find(([, is]) => open.some(is)) ?? [];
  if (what === undefined) return BETWEEN;
  const isDone = open.some(
    (each) => RANK.find(([, is]) => is(each))?.[0] === what && each.faults.includes('slowReply'),
  );
  return isDone ? `${what}, done and not answered` : `${what}, on its way`;
}

const bodyOf = ({ body }: RecordedRequest) => JSON.stringify(body) ?? '';
const nameOf = (request: RecordedRequest) => /"displayName":"((?:[^"\\]|\\.)*)"/.exec(bodyOf(request))?.[1] ?? '';
const tokenOf = ({ path, query }: RecordedRequest) => query.authorizationId ?? path.split('/').at(-1) ?? '';

export function groupBy<T>(all: readonly T[], key: (each: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return [...groups.values()];
}

/** Hears, at the server, of every token that is made or ended, and knows what must not be. */
export function truthOf(server: DevServer) {
  const { ledger, requests } = server;
  const wrong: string[] = [];
  const made: string[] = [];
  const kills: Kill[] = [];
  const reasons: May[] = [];
  const works = (id: string) => ledger.find(id)?.token.isValid === true;
  const { mint, revoke } = ledger;
  ledger.mint = (...given) => {
    const entry = mint.apply(ledger, given);
    made.push(entry.token.authorizationId);
    return entry;
  };
  ledger.revoke = (id) => {
    const name = ledger.find(id)?.token.displayName;
    if (works(id) && !reasons.some((may) => may(id))) wrong.push(`${name} was ended, and nobody wanted that`);
    return revoke.call(ledger, id);
  };

  /** Once more is right only where the worker that sent it before was ended, and cannot have known the answer for sure. */
  function doubledRevokes(): string[] {
    return groupBy(requests.filter(isRevoke), tokenOf).flatMap((sent) =>
      sent.slice(1).flatMap((again, index) => {
        const before = sent[index]?.at ?? 0;
        const isExcused = kills.some(({ from, to }) => to >= before && from <= again.at);
        return isExcused ? [] : [`${tokenOf(again)} was revoked twice by one worker`];
      }),
    );
  }

  return {
    server,
    wrong,
    made,
    kills,
    works,
    /** A reason for which tokens may be ended from now on. */
    allow: (may: May) => void reasons.push(may),
    /** What is said of requests by those that were sent. */
    ofRequests: () => [
      ...doubledRevokes(),
      ...groupBy(requests.filter(isCreate), nameOf)
        .filter(({ length }) => length > 1)
        .map((all) => `a create was sent ${all.length} times: ${all.map(nameOf)[0]}`),
    ],
    /** What the history says and is not so. */
    ofHistory: (history: readonly Entry[]) => [
      ...history.flatMap(({ deed, tokenId, outcome, name }) => {
        if (outcome !== 'done' || tokenId === null) return [];
        const isSo = deed === 'revoked' || deed === 'rotated' ? !works(tokenId) : ledger.find(tokenId) !== undefined;
        return isSo ? [] : [`the history says that ${name} is ${deed}`];
      }),
      ...groupBy(
        history.filter(({ outcome }) => outcome === 'done'),
        ({ deed, tokenId }) => `${deed} ${tokenId}`,
      )
        .filter(({ length }) => length > 1)
        .map(([entry]) => `the history says twice that ${entry?.name} is ${entry?.deed}`),
    ],
    working: () => ledger.ofUser(users.normal.id).filter(({ token }) => token.isValid && !token.isPublic),
  };
}
