import { After, press } from '../../../../gallery/deeds';
import { CONTOSO, FABRIKAM, LONG_HOST, SERVER } from '../../../../gallery/fixtures/hosts';
import { STRANGE_NAMES } from '../../../../gallery/fixtures/names';
import { NOW } from '../../../../gallery/fixtures/now';
import { FULL, idOf, row, STRANGE, token } from '../../../../gallery/fixtures/tokens';
import { nothing, screens } from '../../../../gallery/story';
import { tabs } from '../../../../gallery/tab';
import { queueOf } from '../../../core/cleanup/queue';
import { DAY } from '../../../core/duration';
import type { KnownHost } from '../../../core/host';
import { FULL_ACCESS } from '../../../core/scopes/full-access';
import type { Token } from '../../../core/token';
import type { InView, Row } from '../../on-screen';
import { CleanUp, type CleanUpProps } from './clean-up';
import type { Undoable } from './decided-tokens';

const never = () => false;
const on = (host: KnownHost, told: Partial<Token>) => row(token(told), { host });
const queued = (rows: Row[], strays: Row[] = []) =>
  queueOf(rows, { isStray: (each) => strays.includes(each), isHeld: never, isSpared: never });

const lost = on(FABRIKAM, { name: 'lost on the way' });
const few = queued(
  [
    lost,
    on(FABRIKAM, { name: 'npm restore ci', scopes: [FULL_ACCESS], expiresAt: NOW + 200 * DAY }),
    on(FABRIKAM, { name: 'npm restore ci', scopes: [FULL_ACCESS], createdAt: NOW - DAY }),
    on(CONTOSO, { name: 'ci-build' }),
    on(CONTOSO, { name: 'ci-build 2026-11-20 k3pwx', createdAt: NOW - 5 * DAY }),
    on(CONTOSO, { name: 'all my organizations', organizationIds: null }),
    on(SERVER, { name: 'shop-test', expiresAt: NOW + 3 * DAY }),
  ],
  [lost],
);
const many = queued(
  Array.from({ length: 250 }, (_, index) =>
    on([FABRIKAM, CONTOSO, SERVER][index % 3] ?? FABRIKAM, { id: idOf(90_000 + index), name: `agent test ${index}` }),
  ),
);
const strange = queued([...STRANGE.map((each) => row({ ...each, scopes: [FULL_ACCESS] }, { host: LONG_HOST }))]);

type Told = Partial<CleanUpProps> & { queue?: typeof few; view?: Partial<InView> };

const shown = ({ queue = few, view = {}, ...told }: Told) => {
  const [first, ...others] = queue;
  return (
    <CleanUp
      hasHosts
      isReading={false}
      isKnown
      shown={first ? { ...first, isGone: false, back: null, ...view } : null}
      alike={false}
      coming={others.slice(0, 3)}
      place={{ at: 1, of: queue.length }}
      decided={[]}
      spared={0}
      said=""
      failed=""
      singleKeys
      troubles={null}
      onDecide={nothing}
      onLeave={nothing}
      onUndo={nothing}
      onAskAgain={nothing}
      {...told}
    />
  );
};

const decision = (index: number, told: Partial<Undoable>): Undoable => ({
  key: String(index),
  how: 'keep',
  row: on(FABRIKAM, { name: `agent ${index}` }),
  end: null,
  canUndo: true,
  ...told,
});
const decided = [
  decision(1, { how: 'revoke', end: 'waiting' }),
  decision(2, { how: 'later' }),
  decision(3, { how: 'revoke', end: 'revoked', canUndo: false }),
  decision(4, {}),
  decision(5, { how: 'rotate', canUndo: false }),
];
const why = 'agent 1 was not revoked. fabrikam cannot be reached. Check the connection, and try again.';

export const stories = screens('page', {
  ...tabs('clean-up', {
    empty: () => shown({ queue: [] }),
    'no organization': () => shown({ queue: [], hasHosts: false }),
    reading: () => shown({ queue: [], isReading: true }),
    'never read': () => shown({ queue: [], isKnown: false }),
    one: () => shown({ queue: few.slice(0, 1) }),
    few: () => shown({}),
    'without single keys': () => shown({ singleKeys: false }),
    '250': () => shown({ queue: many, place: { at: 38, of: 250 }, decided, spared: 2 }),
    'the longest names': () => shown({ queue: strange.toReversed(), alike: true }),
    'the strangest names': () => shown({ queue: strange }),
    'a long name decided': () =>
      shown({ decided: [decision(1, { row: row(token({ name: STRANGE_NAMES['255 characters in a word'] })) })] }),
    'after a failed revoke': () =>
      shown({ queue: queued([row(FULL)]), view: { back: why }, failed: why, place: { at: 7, of: 7 }, decided }),
    'nothing speaks for it any more': () => shown({ view: { reasons: [] } }),
    gone: () => shown({ view: { isGone: true, reasons: [] } }),
    'all done': () => shown({ queue: [], decided, spared: 2 }),
    'its keys': () => <After deeds={[press('keys')]}>{shown({})}</After>,
  }),
});
