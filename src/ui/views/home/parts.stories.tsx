import { detailOf, WORDS } from '../../../../gallery/fixtures/home';
import { ALL, FABRIKAM, LONG_HOST, shown } from '../../../../gallery/fixtures/hosts';
import { PURPOSES } from '../../../../gallery/fixtures/purposes';
import { ACTIVE, FEW, GLOBAL, REVOKED, row, rows, STRANGE } from '../../../../gallery/fixtures/tokens';
import { nothing, parts } from '../../../../gallery/story';
import { countsOf } from '../../../core/overview/counts';
import { soughtIn } from '../../../core/overview/token-filter';
import { message as m } from '../../../platform/message';
import { HostBar } from './host-bar';
import { Instead } from './instead';
import { KeysHelp } from './keys-help';
import { Notes } from './notes';
import { Offer, OfPage } from './offer';
import { QuickMint } from './quick-mint';
import { type ListProps, NewToken, TokenList } from './token-list';
import { TokenRow } from './token-row';
import { Tokens } from './tokens';

const deeds = { words: WORDS, singleKeys: true, onShow: nothing, onAct: nothing, onKey: nothing };
const list: Omit<ListProps, 'rows' | 'complete' | 'showsHost'> = {
  ...deeds,
  refreshing: false,
  counts: countsOf(soughtIn(rows(FEW))),
  show: 'all',
  mintable: true,
  isOld: false,
  onFilter: nothing,
  onNewToken: nothing,
  onHelp: nothing,
};
const place = { 'aria-posinset': 1, 'aria-setsize': 3 };
const bar = { menu: () => <></>, onKeys: nothing, refreshing: false, onChoose: nothing, onAdd: nothing };
const mint = { purposes: PURPOSES, hosts: [FABRIKAM], singleKeys: true, detailOf, onMint: nothing };

export const stories = parts('popup', {
  'the bar of one organization': () => <HostBar {...bar} hosts={[FABRIKAM]} chosen={FABRIKAM.id} who="" />,
  'the bar of several': () => (
    <HostBar {...bar} hosts={ALL} chosen={LONG_HOST.id} who={`Signed in as ${'Normal Paulk, '.repeat(9)}`} />
  ),
  'a note beside an offer': () => (
    <Notes
      away="Nobody has been signed in to contoso since November 3."
      clipboard={null}
      troubles={null}
      ofPage={<Offer page="https://dev.azure.com/fabrikam" onAdd={nothing} />}
    />
  ),
  'an offer': () => <Offer page="https://dev.azure.com/fabrikam" onAdd={nothing} />,
  'the page of another organization': () => <OfPage host={LONG_HOST} onShow={nothing} />,
  'Quick mint with every purpose': () => <QuickMint {...mint} disabled={false} />,
  'Quick mint that cannot be pressed': () => <QuickMint {...mint} purposes={PURPOSES.slice(0, 2)} disabled />,
  'Quick mint that asks where': () => (
    <QuickMint {...mint} purposes={PURPOSES.slice(0, 4)} hosts={[...ALL]} disabled={false} />
  ),
  'Quick mint without single keys': () => <QuickMint {...mint} singleKeys={false} disabled={false} />,
  'all keys': () => <KeysHelp singleKeys onClose={nothing} />,
  'all keys but the single ones': () => <KeysHelp singleKeys={false} onClose={nothing} />,
  'the button of a new token': () => <NewToken mintable={false} onNewToken={nothing} />,
  'a list that was never read': () => (
    <Tokens {...list} rows={[]} shown={[shown(FABRIKAM, null)]} says="" onRefresh={nothing} />
  ),
  'no token among those made there': () => (
    <Instead
      {...list}
      {...{ rows: [], isKnown: true, says: m('list_only_made_here') }}
      shown={[shown(FABRIKAM, [])]}
      onRefresh={nothing}
    />
  ),
  'a list that names its organizations': () => <TokenList {...list} rows={rows(FEW)} complete showsHost />,
  'a list that is not whole': () => <TokenList {...list} rows={rows(STRANGE)} complete={false} showsHost={false} />,
  'rows of each kind': () => (
    <ul>
      {[ACTIVE, GLOBAL, REVOKED].map((each) => (
        <TokenRow
          key={each.id}
          {...deeds}
          row={row(each, { role: { is: 'new', others: [] } })}
          place={place}
          showsHost
        />
      ))}
    </ul>
  ),
});
