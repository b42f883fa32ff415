import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { HostId, KnownHost } from '../../../core/host';
import { isIt, keyOf } from '../../../core/names/token-key';
import type { Show } from '../../../core/overview/token-filter';
import type { Purpose } from '../../../core/purposes/purpose';
import type { Revoke } from '../../../core/revoke';
import { whoText } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import type { MenuItem } from '../../components/menu';
import { useReturn } from '../../keys/return-focus';
import { later } from '../../later';
import type { Row, Shown } from '../../on-screen';
import type { Act } from '../../token-menu';
import { NeedsAttention, StrayCard } from '../cards/needs-attention';
import { HostBar } from './host-bar';
import { Offer, OfPage } from './offer';
import { type DetailProps, QuickMint } from './quick-mint';
import { Tokens } from './tokens';
import './home.css';

const Troubles = later(async () => (await import('../troubles')).Troubles);
const KeysHelp = later(async () => (await import('./keys-help')).KeysHelp);

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
  /** Which tokens are shown. */
  show: Show;
  /** Whether a letter or digit alone may do something. */
  singleKeys: boolean;
  onChoose: (id: HostId) => void;
  onAddHost: () => void;
  onNewToken: () => void;
  onMint: (purpose: string, hostId: HostId) => void;
  onFilter: (show: Show) => void;
  onShow: (row: Row) => void;
  onAct: Act;
  onRefresh: () => void;
  onOpen: (url: string) => void;
  onAllow: (address: string) => void;
};

/** Where a token can be made now: somebody is known to be signed in. */
const placesIn = (shown: Shown[]) =>
  shown.filter(({ host, failure }) => host.identity !== null && failure?.kind !== 'signed-out').map(({ host }) => host);

/** What waits for the user, but for what they are revoking already. */
function Waiting(props: HomeProps) {
  const strays = props.strays.filter(({ token, host }) => !props.revokes.some((of) => isIt(of, token, host)));
  const strayCards = strays.map((row) => (
    <StrayCard
      key={keyOf(row.token, row.host)}
      row={row}
      rows={props.rows}
      onRevoke={() => props.onAct('revoke', row)}
    />
  ));
  return <NeedsAttention cards={[...strayCards, ...props.cards]} />;
}

/** What stands in the way, or beside: only as high as it has something to say. */
function Notes(props: HomeProps) {
  return (
    <div class="notes">
      {props.away && <p class="hint">{props.away}</p>}
      {props.clipboard}
      {props.shown.some(({ failure }) => failure !== null) && <Troubles {...props} />}
      {props.elsewhere && <OfPage host={props.elsewhere} onShow={props.onChoose} />}
      {props.offer && <Offer page={props.offer} onAdd={props.onAllow} />}
    </div>
  );
}

export function Home(props: HomeProps) {
  const { shown, busy } = props;
  const [helps, help] = useState(false);
  useReturn();
  const places = placesIn(shown);
  const isOut = shown.length > 0 && shown.every(({ failure }) => failure?.kind === 'signed-out');
  const items = [...props.items, { label: m('keys'), choose: () => help(true) }];
  return (
    <div class="home">
      <HostBar {...props} items={items} who={whoText(shown)} onAdd={props.onAddHost} />
      <Waiting {...props} />
      <Notes {...props} />
      {!isOut && (
        <QuickMint
          purposes={props.pinned}
          hosts={places}
          disabled={places.length === 0 || busy}
          singleKeys={props.singleKeys}
          Detail={props.MintDetail}
          onMint={props.onMint}
        />
      )}
      <Tokens {...props} mintable={places.length > 0 && !busy} isOld={isOut} onHelp={() => help(true)} />
      {helps && <KeysHelp singleKeys={props.singleKeys} onClose={() => help(false)} />}
    </div>
  );
}
