import type { ComponentChildren, VNode } from 'preact';
import type { HostId, KnownHost } from '../../../core/host';
import { isIt, keyOf } from '../../../core/names/token-key';
import type { Purpose } from '../../../core/purposes/purpose';
import type { Revoke } from '../../../core/revoke';
import { message as m } from '../../../platform/message';
import { Icon } from '../../components/icon';
import type { MenuItem } from '../../components/menu';
import { later } from '../../later';
import type { Row, Shown } from '../../on-screen';
import type { Act } from '../../token-menu';
import { whoText } from '../../words/text';
import { NeedsAttention, StrayCard } from '../cards/needs-attention';
import { HostBar } from './host-bar';
import { Offer, OfPage } from './offer';
import { type DetailProps, QuickMint } from './quick-mint';
import { TokenList } from './token-list';
import './home.css';

const Trouble = later(async () => (await import('../trouble')).Trouble);

export type HomeProps = {
  hosts: KnownHost[];
  /** The id of the host that is shown, or that of all of them. */
  chosen: HostId;
  shown: Shown[];
  rows: Row[];
  strays: Row[];
  /** A secret that is still on the clipboard. */
  clipboard: VNode;
  /** Where nobody has been signed in for long, as a sentence; empty where that is nowhere. */
  away: string;
  /** What waits for the user beside the strays, a card each. */
  cards: VNode[];
  /** The revokes that wait for an Undo, or are under way. */
  revokes: readonly Revoke[];
  busy: boolean;
  refreshing: boolean;
  localNow: number;
  /** The purposes of Quick mint. */
  pinned: Purpose[];
  /** What a press of one will come to. */
  MintDetail: (props: DetailProps) => ComponentChildren;
  items: MenuItem[];
  /** Address of the page that the user looks at, where it is of a host that could be added. */
  offer: string | null;
  /** The host of that page, where another one is on the screen. */
  elsewhere: KnownHost | null;
  onChoose: (id: HostId) => void;
  onAddHost: () => void;
  onNewToken: () => void;
  onMint: (purpose: string) => void;
  onShow: (row: Row) => void;
  onAct: Act;
  onRefresh: () => void;
  onOpen: (url: string) => void;
  onAllow: (address: string) => void;
};

/** The list, or what stands in its place until there is one. */
function List(props: HomeProps) {
  const { shown, refreshing } = props;
  const known = shown.filter(({ snapshot }) => snapshot !== null);
  if (known.length > 0) {
    const complete = known.length === shown.length && known.every(({ snapshot }) => snapshot?.complete);
    return <TokenList {...props} complete={complete} showsHost={shown.length > 1} />;
  }
  if (refreshing) return <p class="hint">{m('list_loading')}</p>;
  if (shown.some(({ failure }) => failure !== null)) return null;
  return (
    <button type="button" onClick={props.onRefresh}>
      {m('try_again')}
    </button>
  );
}

function canMint({ shown, busy }: HomeProps): boolean {
  return !busy && shown.some(({ host, failure }) => host.identity !== null && failure?.kind !== 'signed-out');
}

export function Home(props: HomeProps) {
  const { shown } = props;
  const mintable = canMint(props);
  const [only] = shown.length === 1 ? shown : [];
  const strays = props.strays.filter(({ token, host }) => !props.revokes.some((of) => isIt(of, token, host)));
  const strayCards = strays.map((row) => (
    <StrayCard key={keyOf(row.token, row.host)} row={row} onRevoke={() => props.onAct('revoke', row)} />
  ));
  return (
    <div class="screen-body">
      <HostBar {...props} who={whoText(shown)} onAdd={props.onAddHost} />
      {props.away && <p class="hint">{props.away}</p>}
      {props.clipboard}
      {shown.map((each) => (
        <Trouble key={each.host.id} {...props} {...each} isOneOfSeveral={!only} />
      ))}
      {props.elsewhere && <OfPage host={props.elsewhere} onShow={props.onChoose} />}
      {props.offer && <Offer page={props.offer} onAdd={props.onAllow} />}
      <NeedsAttention cards={[...strayCards, ...props.cards]} />
      {only && only.failure?.kind !== 'signed-out' && (
        <QuickMint
          purposes={props.pinned}
          host={only.host}
          disabled={!mintable}
          Detail={props.MintDetail}
          onMint={props.onMint}
        />
      )}
      {!only && <p class="hint">{m('choose_to_mint')}</p>}
      <section>
        <div class="heading-line">
          <h1>{m('tokens')}</h1>
          <button type="button" class="new-token" disabled={!mintable} onClick={props.onNewToken}>
            <Icon name="plus" />
            {m('new_token')}
          </button>
        </div>
        <List {...props} />
      </section>
    </div>
  );
}
