import type { JSX } from 'preact';
import { After, type Deed, fill, press, scroll } from '../../../../gallery/deeds';
import { FAILURES } from '../../../../gallery/fixtures/failures';
import { homeProps, type Told } from '../../../../gallery/fixtures/home';
import { ALL, CONTOSO, FABRIKAM, LONG_HOST, NEVER_SEEN, PAUL, SERVER, shown } from '../../../../gallery/fixtures/hosts';
import { STRANGE_NAMES } from '../../../../gallery/fixtures/names';
import { NOW } from '../../../../gallery/fixtures/now';
import { PURPOSES } from '../../../../gallery/fixtures/purposes';
import {
  EXPIRED,
  FEW,
  GLOBAL,
  MANY,
  NO_DATE,
  row,
  rows,
  rowsOn,
  STRANGE,
  TEN_THOUSAND,
  TWELVE,
  token,
} from '../../../../gallery/fixtures/tokens';
import { eachOf, nothing, screens } from '../../../../gallery/story';
import { ALL_HOSTS } from '../../../core/all-hosts';
import type { Token } from '../../../core/token';
import { message as m } from '../../../platform/message';
import { GlobalCard } from '../cards/global-card';
import { StrangerCard } from '../cards/stranger-card';
import { StrayCard } from '../cards/stray-card';
import { Home } from './home';
import { Offer } from './offer';

function home(told: Told = {}): () => JSX.Element {
  return () => <Home {...homeProps(told)} />;
}

function after(deeds: Deed[], told: Told): () => JSX.Element {
  return () => <After deeds={deeds}>{home(told)()}</After>;
}

const on = (tokens: Token[]): Told => ({ shown: [shown(FABRIKAM, tokens)], rows: rows(tokens) });
const few = on(FEW);

const several: Told = {
  hosts: ALL,
  chosen: ALL_HOSTS,
  shown: [shown(FABRIKAM, FEW), shown(CONTOSO, STRANGE), shown(SERVER, null), shown(NEVER_SEEN, null)],
  rows: [...rows(FEW), ...rowsOn(CONTOSO, STRANGE)],
};

const cards = [
  <StrangerCard
    key="stranger"
    row={row(token({ name: 'x1' }))}
    onOwn={nothing}
    onOwnAlways={nothing}
    onRevoke={nothing}
  />,
  <GlobalCard key="global" rows={rows([GLOBAL])} onReplace={nothing} />,
];

const strays = rows(STRANGE).map((each) => (
  <StrayCard key={each.token.id} row={each} rows={rows(FEW)} strays={[]} onRevoke={nothing} />
));

const named = Object.values(STRANGE_NAMES).filter((name) => name.trim() !== '');
const strangePurposes = named.map((name, index) => ({
  id: String(index),
  name: name.slice(0, 60),
  scopes: ['vso.code'],
  days: 30,
}));

export const stories = screens('popup', {
  'no tokens': home(),
  'a few tokens': home(few),
  'all of the few': home({ ...few, show: 'all' }),
  'the inactive ones': home({ ...few, show: 'inactive' }),
  'nothing found': after([fill('search_tokens', 'zzz')], few),
  'only inactive ones': home(on([EXPIRED])),
  twelve: home(on(TWELVE)),
  'twelve, and one thing to attend to': home({ ...on(TWELVE), cards: cards.slice(0, 1) }),
  'twelve, and one thing to attend to that came later': home({ ...on(TWELVE), late: cards.slice(0, 1) }),
  'twelve, and many things to attend to that came later': home({ ...on(TWELVE), late: cards }),
  'twelve, and several things': home({ ...on(TWELVE), cards }),
  'several things, open': after([press('review')], { ...on(TWELVE), cards }),
  refreshing: home({ ...on(TWELVE), refreshing: true }),
  'signed out, with what was known': home({
    ...on(TWELVE),
    shown: [shown(FABRIKAM, TWELVE, { kind: 'signed-out', signInUrl: 'https://dev.azure.com', by: 'page' })],
  }),
  'without single keys': home({ ...few, singleKeys: false }),
  'the keys': after([press('more'), press('keys')], few),
  'very many tokens': home(on(MANY)),
  'ten thousand tokens': home(on(TEN_THOUSAND)),
  'ten thousand tokens, at the middle': after([scroll(0.5)], on(TEN_THOUSAND)),
  'ten thousand tokens, at the end': after([scroll(1)], on(TEN_THOUSAND)),
  'ten thousand tokens, one found': after([fill('search_tokens', 'agent 4242')], on(TEN_THOUSAND)),
  'strange names': home(on(STRANGE)),
  'on a server': home({ hosts: ALL, chosen: SERVER.id, shown: [shown(SERVER, FEW)], rows: rowsOn(SERVER, FEW) }),
  'a long organization': home({
    hosts: [LONG_HOST],
    chosen: LONG_HOST.id,
    shown: [shown(LONG_HOST, FEW)],
    rows: rowsOn(LONG_HOST, FEW),
  }),
  'all organizations': home(several),
  'the menu': after([press('more')], few),
  'the menu of a token': after([press('actions_for', NO_DATE.name)], few),
  'being replaced': home({
    ...on([]),
    ...few,
    rows: FEW.map((each) => row(each, { role: { is: 'old', others: ['npm restore ci 2', 'npm restore ci 3'] } })),
  }),
  reading: home({ shown: [shown(FABRIKAM, null)], refreshing: true }),
  'never read': home({ shown: [shown(FABRIKAM, null)] }),
  'nobody seen yet': home({ hosts: [NEVER_SEEN], chosen: NEVER_SEEN.id, shown: [shown(NEVER_SEEN, null)] }),
  'a list of what was made there': home({ ...few, says: m('list_only_made_here') }),
  'an incomplete list': home({
    ...few,
    shown: [
      {
        ...shown(FABRIKAM, FEW),
        snapshot: { identity: PAUL, tokens: FEW, readAt: NOW, clockSkew: 0, complete: false },
      },
    ],
  }),
  busy: home({ ...few, busy: true }),
  'an offer': home({
    ...few,
    ofPage: <Offer page={`https://${'a-long-server-name.'.repeat(8)}example/tfs`} onAdd={nothing} />,
  }),
  'away for long': home({ ...few, away: 'Nobody has been signed in to contoso since November 3.' }),
  'cards and strays': home({ ...few, cards: [...strays, ...cards] }),
  'nothing pinned': home({ ...few, pinned: [] }),
  'nine pinned': home({ ...few, pinned: PURPOSES.slice(0, 9) }),
  'purposes of strange names': home({ ...few, pinned: strangePurposes.slice(0, 9) }),
  ...eachOf(FAILURES, (failure) => home({ ...few, shown: [shown(FABRIKAM, FEW, failure)] })(), 'failure: '),
  'signed out everywhere': home({
    ...several,
    shown: ALL.map((host) => shown(host, null, { kind: 'signed-out', signInUrl: 'https://dev.azure.com', by: 'page' })),
    rows: [],
  }),
});
