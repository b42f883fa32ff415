import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { HostId, KnownHost } from '../../../core/host';
import type { Show } from '../../../core/overview/token-filter';
import type { Purpose } from '../../../core/purposes/purpose';
import { later } from '../../later';
import type { Row, ShownList } from '../../on-screen';
import type { Act } from '../../token-menu';
import { HostBar, type MoreProps } from './host-bar';
import { QuickMint } from './quick-mint';
import type { RowWords } from './token-row';
import { Tokens } from './tokens';
import './home.css';

const KeysHelp = later(
  () => import('./keys-help'),
  ({ KeysHelp }) => KeysHelp,
);

export type HomeProps = {
  hosts: KnownHost[];
  /** The id of the host that is shown, or that of all of them. */
  chosen: HostId;
  /** Who is signed in there, as a sentence; empty where nobody is. */
  who: string;
  /** The hosts on the screen: how the last reading of each ended, and whether a list is known, and all of it. */
  shown: ShownList[];
  /** That the list is of before, or has not all, in sentences; empty where it is of now and has all. */
  says: string;
  /** The tokens on the screen, those that need somebody first; or the first of them until all are known. */
  rows: Row[];
  /** How many tokens each choice shows. */
  counts: Record<Show, number>;
  words: RowWords;
  /** What stands in the way, or beside: only as high as it has something to say. */
  notes: VNode | null;
  /** What waits for the user, and what has come since Quick mint stands there: a hand may be about to press it. */
  above: VNode | null;
  below?: VNode;
  busy: boolean;
  refreshing: boolean;
  /** The purposes of Quick mint. */
  pinned: Purpose[];
  /** What a press of one will come to, at a place; with several there is none until one is chosen. */
  detailOf: (purpose: Purpose, place: KnownHost | null) => string;
  /** What else there is to do. */
  menu: (more: MoreProps) => VNode;
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
  onKey: (event: KeyboardEvent, row: Row) => void;
  onRefresh: () => void;
};

/** Where a token can be made now: somebody is known to be signed in. */
const placesIn = (shown: ShownList[]) =>
  shown.filter(({ host, failure }) => host.identity !== null && failure?.kind !== 'signed-out').map(({ host }) => host);

export function Home(props: HomeProps) {
  const { shown, busy } = props;
  const [helps, help] = useState(false);
  const places = placesIn(shown);
  const isOut = shown.length > 0 && shown.every(({ failure }) => failure?.kind === 'signed-out');
  return (
    <div class="home">
      <HostBar {...props} onAdd={props.onAddHost} onKeys={() => help(true)} />
      {props.above}
      <div class="notes">{props.notes}</div>
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
      {props.below}
      <Tokens {...props} mintable={places.length > 0 && !busy} isOld={isOut} onHelp={() => help(true)} />
      {helps && <KeysHelp singleKeys={props.singleKeys} onClose={() => help(false)} />}
    </div>
  );
}
