import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { HostId, KnownHost } from '../../../core/host';
import type { Show } from '../../../core/overview/token-filter';
import type { Purpose } from '../../../core/purposes/purpose';
import { whoText } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import type { MenuItem } from '../../components/menu';
import { useReturn } from '../../keys/return-focus';
import { later } from '../../later';
import type { Row, ShownList } from '../../on-screen';
import type { Act } from '../../token-menu';
import { NeedsAttention } from '../cards/needs-attention';
import { HostBar } from './host-bar';
import { QuickMint } from './quick-mint';
import type { RowWords } from './token-row';
import { Tokens } from './tokens';
import './home.css';

const KeysHelp = later(async () => (await import('./keys-help')).KeysHelp);

export type HomeProps = {
  hosts: KnownHost[];
  /** The id of the host that is shown, or that of all of them. */
  chosen: HostId;
  /** The hosts on the screen: how the last reading of each ended, and whether a list is known, and all of it. */
  shown: ShownList[];
  /** From when what is shown is, where it is old. */
  asOf: number | null;
  /** The tokens on the screen, or the first of them until all are known. */
  rows: Row[];
  /** How many tokens each choice shows. */
  counts: Record<Show, number>;
  words: RowWords;
  /** A secret that is still on the clipboard. */
  clipboard: VNode | null;
  /** Why lists are not up to date. */
  troubles: VNode | null;
  /** Where nobody has been signed in for long, as a sentence; empty where that is nowhere. */
  away: string;
  /** What waits for the user, a card each. */
  cards: VNode[];
  busy: boolean;
  refreshing: boolean;
  localNow: number;
  /** The purposes of Quick mint. */
  pinned: Purpose[];
  /** What a press of one will come to, at a place; with several there is none until one is chosen. */
  detailOf: (purpose: Purpose, place: KnownHost | null) => string;
  items: MenuItem[];
  /** Of the page that the user looks at: that its host is not the one on the screen, or could be added. */
  ofPage: VNode | null;
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
};

/** Where a token can be made now: somebody is known to be signed in. */
const placesIn = (shown: ShownList[]) =>
  shown.filter(({ host, failure }) => host.identity !== null && failure?.kind !== 'signed-out').map(({ host }) => host);

/** What stands in the way, or beside: only as high as it has something to say. */
function Notes(props: HomeProps) {
  return (
    <div class="notes">
      {props.away && <p class="hint">{props.away}</p>}
      {props.clipboard}
      {props.troubles}
      {props.ofPage}
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
      <NeedsAttention cards={props.cards} />
      <Notes {...props} />
      {!isOut && (
        <QuickMint
          purposes={props.pinned}
          hosts={places}
          disabled={places.length === 0 || busy}
          singleKeys={props.singleKeys}
          detailOf={props.detailOf}
          onMint={props.onMint}
        />
      )}
      <Tokens {...props} mintable={places.length > 0 && !busy} isOld={isOut} onHelp={() => help(true)} />
      {helps && <KeysHelp singleKeys={props.singleKeys} onClose={() => help(false)} />}
    </div>
  );
}
