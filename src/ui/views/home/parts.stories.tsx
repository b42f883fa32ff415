import { ALL, FABRIKAM, LONG_HOST } from '../../../../gallery/fixtures/hosts';
import { PURPOSES } from '../../../../gallery/fixtures/purposes';
import { ACTIVE, FEW, GLOBAL, REVOKED, row, rows, STRANGE } from '../../../../gallery/fixtures/tokens';
import { nothing, parts } from '../../../../gallery/story';
import { HostBar } from './host-bar';
import { Offer, OfPage } from './offer';
import { PlainDetail, QuickMint } from './quick-mint';
import { TokenList } from './token-list';
import { TokenRow } from './token-row';

const deeds = { onShow: nothing, onAct: nothing };
const bar = { items: [], onChoose: nothing, onAdd: nothing };
const mint = { purposes: PURPOSES, host: FABRIKAM, Detail: PlainDetail, onMint: nothing };

export const stories = parts('popup', {
  'the bar of one organization': () => <HostBar {...bar} hosts={[FABRIKAM]} chosen={FABRIKAM.id} who="" />,
  'the bar of several': () => (
    <HostBar {...bar} hosts={ALL} chosen={LONG_HOST.id} who={`Signed in as ${'Normal Paulk, '.repeat(9)}`} />
  ),
  'an offer': () => <Offer page="https://dev.azure.com/fabrikam" onAdd={nothing} />,
  'the page of another organization': () => <OfPage host={LONG_HOST} onShow={nothing} />,
  'Quick mint with every purpose': () => <QuickMint {...mint} disabled={false} />,
  'Quick mint that cannot be pressed': () => <QuickMint {...mint} purposes={PURPOSES.slice(0, 2)} disabled />,
  'a list that names its organizations': () => <TokenList {...deeds} rows={rows(FEW)} complete showsHost />,
  'a list that is not whole': () => <TokenList {...deeds} rows={rows(STRANGE)} complete={false} showsHost={false} />,
  'rows of each kind': () => (
    <ul>
      {[ACTIVE, GLOBAL, REVOKED].map((each) => (
        <TokenRow key={each.id} {...deeds} row={row(each, { role: { is: 'new', others: [] } })} showsHost />
      ))}
    </ul>
  ),
});
