import type { ComponentProps } from 'preact';
import { After, fill, press, scroll } from '../../../../gallery/deeds';
import { PERMISSION, SIGNED_OUT } from '../../../../gallery/fixtures/failures';
import { FABRIKAM, LONG_HOST, SERVER, shown } from '../../../../gallery/fixtures/hosts';
import { STRANGE_NAMES } from '../../../../gallery/fixtures/names';
import { NOW } from '../../../../gallery/fixtures/now';
import { FEW, idOf, MANY, rows, rowsOn, STRANGE, TEN_THOUSAND } from '../../../../gallery/fixtures/tokens';
import { nothing, screens } from '../../../../gallery/story';
import { tabs } from '../../../../gallery/tab';
import { HOUR } from '../../../core/duration';
import type { Entry } from '../../../core/history';
import type { KnownHost } from '../../../core/host';
import { mayBeIdle, overviewOf } from '../../../core/overview/overview';
import type { Failure } from '../../../core/result';
import type { Token } from '../../../core/token';
import { FormatChoice } from './format-choice';
import { History } from './history';
import { Overview } from './overview';
import { Timeline } from './timeline';

const overviewOn = (host: KnownHost, tokens: Token[] | null, failure: Failure | null = null) => ({
  ...shown(host, tokens, failure),
  ...overviewOf(rowsOn(host, tokens ?? [])),
  hasIdle: rowsOn(host, tokens ?? []).some((each) => mayBeIdle(each, host)),
});

type Overviews = ComponentProps<typeof Overview>['overviews'];
const overview = (overviews: Overviews, tokens: Token[] = []) => (
  <Overview
    overviews={overviews}
    rows={rows(tokens)}
    own={[]}
    localNow={NOW}
    onRefresh={nothing}
    onOpen={nothing}
    onAllow={nothing}
  />
);

const DEEDS = ['made', 'extended', 'edited', 'rotated', 'revoked', 'ended', 'kept', 'postponed', 'reopened'] as const;
const OUTCOMES = ['done', 'failed', 'unknown'] as const;

const entry = (index: number, told: Partial<Entry> = {}): Entry => ({
  at: NOW - index * 7 * HOUR,
  deed: DEEDS[index % DEEDS.length] ?? 'made',
  hostId: FABRIKAM.id,
  host: FABRIKAM.name,
  by: 'Normal Paulk',
  tokenId: idOf(index),
  name: `agent ${index}`,
  outcome: OUTCOMES[index % OUTCOMES.length] ?? 'done',
  ...(index % 3 === 1 ? { reason: 'signed-out' } : {}),
  ...told,
});

const entries = (count: number) => Array.from({ length: count }, (_, index) => entry(index)).reverse();
const history = (of: Entry[]) => (
  <History history={of} busy={false} localNow={NOW} onExport={nothing} onErase={nothing} />
);

const few = overviewOn(FABRIKAM, FEW);
const madeThere = few.snapshot && { ...few.snapshot, onlyMadeHere: true as const };

const ofOverview = {
  'overview of nothing': () => overview([]),
  'overview of what was never read': () => overview([overviewOn(FABRIKAM, null)]),
  'overview of no tokens': () => overview([overviewOn(FABRIKAM, [])]),
  'overview of a few': () =>
    overview([overviewOn(FABRIKAM, FEW), overviewOn(LONG_HOST, null), overviewOn(SERVER, [])], FEW),
  'overview, those with full access': () => (
    <After deeds={[press('state_expiring')]}>{overview([overviewOn(FABRIKAM, FEW)], FEW)}</After>
  ),
  'overview of very many': () => overview([overviewOn(FABRIKAM, MANY)], MANY),
  'overview of ten thousand, those that end soon': () => (
    <After deeds={[press('state_expiring'), scroll(0.5)]}>
      {overview([overviewOn(FABRIKAM, TEN_THOUSAND)], TEN_THOUSAND)}
    </After>
  ),
  'overview of ten thousand as a table': () => (
    <After deeds={[press('timeline_table'), scroll(0.5)]}>
      {overview([overviewOn(FABRIKAM, TEN_THOUSAND)], TEN_THOUSAND)}
    </After>
  ),
  'overview of strange names': () => overview([overviewOn(FABRIKAM, STRANGE)], STRANGE),
  'overview as a table': () => (
    <After deeds={[press('timeline_table')]}>{overview([overviewOn(FABRIKAM, STRANGE)], [...FEW, ...STRANGE])}</After>
  ),
  'overview of those made there': () => overview([{ ...few, snapshot: madeThere }], FEW),
  'overview, signed out': () => overview([overviewOn(FABRIKAM, FEW, SIGNED_OUT)], FEW),
  'overview, not allowed to ask': () => overview([overviewOn(FABRIKAM, FEW, PERMISSION)], FEW),
};

const ofHistory = {
  'history of nothing': () => history([]),
  'history of a few': () => history(entries(15)),
  'history of very many': () => <After deeds={[scroll(0.5)]}>{history(entries(2_000))}</After>,
  'history of very many, at the end': () => <After deeds={[scroll(1)]}>{history(entries(2_000))}</After>,
  'history of strange names': () =>
    history(Object.values(STRANGE_NAMES).map((name, index) => entry(index, { name, host: LONG_HOST.name }))),
  'history, nothing found': () => <After deeds={[fill('history_search', 'zzz')]}>{history(entries(15))}</After>,
  'history, erase?': () => <After deeds={[press('erase_history')]}>{history(entries(15))}</After>,
};

const parts = {
  'timeline and formats alone': () => (
    <section>
      <h1>Timeline</h1>
      <Timeline rows={rows(MANY)} localNow={NOW} />
      <FormatChoice format="csv" onChoose={nothing} />
    </section>
  ),
};

export const stories = screens('page', {
  ...tabs('overview', ofOverview),
  ...tabs('history', ofHistory),
  ...parts,
});
