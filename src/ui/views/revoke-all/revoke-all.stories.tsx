import { After, type Deed, fill, scroll } from '../../../../gallery/deeds';
import { PERMISSION, SIGNED_OUT } from '../../../../gallery/fixtures/failures';
import { ALL, FABRIKAM, shown } from '../../../../gallery/fixtures/hosts';
import { NOW } from '../../../../gallery/fixtures/now';
import { AT_REST, REVOKE_ALLS, TOKENS } from '../../../../gallery/fixtures/revoke-all';
import { FEW, MANY, row, rows, STRANGE, TEN_THOUSAND, token } from '../../../../gallery/fixtures/tokens';
import { eachOf, nothing, screens } from '../../../../gallery/story';
import { tabs } from '../../../../gallery/tab';
import { ALL_HOSTS } from '../../../core/all-hosts';
import { keyOf } from '../../../core/names/token-key';
import type { Token } from '../../../core/token';
import { RevokeAllConfirm } from './confirm';
import { RevokeAllEnd } from './end';
import { RevokeAllBar, RevokeAllRows } from './progress';
import { RevocableRow } from './revocable-row';
import { RevokeAll, type RevokeAllProps } from './revoke-all';
import { RevokeAllUnderWay } from './under-way';

const usual: RevokeAllProps = {
  hosts: ALL,
  chosen: FABRIKAM.id,
  shown: [shown(FABRIKAM, FEW)],
  rows: rows(FEW),
  kept: new Set(),
  isProtected: () => false,
  word: 'fabrikam',
  ...AT_REST,
};

const revokeAll =
  (told: Partial<RevokeAllProps> = {}) =>
  () => <RevokeAll {...usual} {...told} />;
const on = (tokens: Token[]) => ({ shown: [shown(FABRIKAM, tokens)], rows: rows(tokens) });
const byTools = Array.from({ length: 4 }, (_, index) =>
  token({ name: `Git: https://dev.azure.com/fabrikam on PC-${index}` }),
);

const after = (done: Deed[], told: Partial<RevokeAllProps>) => () => <After deeds={done}>{revokeAll(told)()}</After>;
const madeByTool = { name: 'Git: https://dev.azure.com/fabrikam on a build agent' };
const robots = on(TEN_THOUSAND.map((each, index) => (index % 3 === 0 ? { ...each, ...madeByTool } : each)));

const atFabrikam = shown(FABRIKAM, FEW);
const madeThere = atFabrikam.snapshot && { ...atFabrikam.snapshot, onlyMadeHere: true as const };

const deeds = {
  onLook: nothing,
  onAgain: nothing,
  onStop: nothing,
  onResume: nothing,
  onRetry: nothing,
  onClose: nothing,
  onOpen: nothing,
};
const revoking = { ...deeds, tokens: TOKENS, shown: [shown(FABRIKAM, FEW)], localNow: NOW };
const { running, 'done: some failed': ended } = REVOKE_ALLS;

export const stories = screens(
  'page',
  tabs('revoke-all', {
    'nothing to revoke': revokeAll(on([])),
    'a few': revokeAll(),
    'very many': revokeAll(on(MANY)),
    'ten thousand, at the middle': after([scroll(0.5)], robots),
    'ten thousand, at the end': after([scroll(1)], robots),
    'ten thousand, one found': after([fill('search_tokens', 'agent 4243')], robots),
    'strange names': revokeAll(on(STRANGE)),
    'some are kept, some always': revokeAll({
      kept: new Set([keyOf(FEW[1] ?? token(), FABRIKAM)]),
      isProtected: (row) => FEW.slice(2, 5).some(({ id }) => id === row.token.id),
    }),
    'made by tools': revokeAll(on([...FEW, ...byTools])),
    'all organizations': revokeAll({ chosen: ALL_HOSTS, shown: ALL.map((host) => shown(host, FEW)) }),
    'not read yet': revokeAll({ ...on([]), isReady: false, refreshing: true }),
    'an incomplete list': revokeAll({ isReady: false }),
    'a list of only what was made there': revokeAll({ shown: [{ ...atFabrikam, snapshot: madeThere }] }),
    'no organization': revokeAll({ hosts: [], shown: [], rows: [] }),
    'signed out': revokeAll({ shown: [shown(FABRIKAM, FEW, SIGNED_OUT)] }),
    'not allowed to ask': revokeAll({ shown: [shown(FABRIKAM, FEW, PERMISSION)] }),
    ...eachOf(REVOKE_ALLS, (stage) => revokeAll({ rows: [], revoking: { ...revoking, ...stage } })()),
    'an end of yesterday, and new tokens': revokeAll(ended && { revoking: { ...revoking, ...ended } }),
    'its parts alone': () => (
      <section>
        <h1>Parts</h1>
        <ul>
          <RevocableRow
            row={row(token())}
            place={{ 'aria-posinset': 1, 'aria-setsize': 1 }}
            showsHost
            isKept
            isProtected={false}
            onCheck={nothing}
            onKeepAlways={nothing}
          />
        </ul>
        <RevokeAllConfirm word="all" count={3} isReady busy={false} onRevoke={nothing} onDryRun={nothing} />
        {running && <RevokeAllBar parts={running.parts} />}
        {running && <RevokeAllRows label="Tokens" parts={running.parts} tokens={new Map()} isListed={false} />}
        {running && <RevokeAllUnderWay {...revoking} {...running} />}
        {ended && <RevokeAllEnd {...revoking} {...ended} />}
      </section>
    ),
  }),
);
