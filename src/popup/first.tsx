import { type Front, mintKey, wordsKey } from '../core/front/front';
import { shownAt } from '../core/front/shown';
import type { HostId } from '../core/host';
import { inBackground } from '../platform/log';
import { GlobalCard } from '../ui/views/cards/global-card';
import type { HomeProps } from '../ui/views/home/home';
import { itemsAt } from './items';

/** What the list can have done before the code for it is there. */
export type Early = {
  /** Everything that Home shows and does, as soon as all is known. */
  whole: () => Promise<HomeProps | null>;
  /** Sends it in the press itself. */
  mint: (purpose: string, hostId: HostId) => void;
};

type Deed = Extract<keyof HomeProps, `on${string}`>;

/** Does what a press asks for when the code for it is there. No press that means "do it" is one of them. */
function later<D extends Deed>(name: D, { whole }: Early) {
  return (...given: Parameters<HomeProps[D]>): void => {
    const done = whole().then((home) => {
      const deed = home?.[name] as ((...given: Parameters<HomeProps[D]>) => void) | undefined; // its own, by whichever name
      deed?.(...given);
    });
    inBackground(name, done);
  };
}

const wordsBy = ({ words }: Front['screen']): HomeProps['words'] => ({
  scopes: (ids) => words[wordsKey(ids)] ?? '',
  scope: (id) => words[id] ?? id,
});

const detailBy =
  ({ mints }: Front['screen']): HomeProps['detailOf'] =>
  ({ id }, place) =>
    mints[mintKey(id, place?.id ?? '')] ?? '';

function deeds(early: Early) {
  return {
    onMint: early.mint,
    onChoose: later('onChoose', early),
    onAddHost: later('onAddHost', early),
    onNewToken: later('onNewToken', early),
    onFilter: later('onFilter', early),
    onShow: later('onShow', early),
    onAct: later('onAct', early),
    onRefresh: later('onRefresh', early),
  };
}

/** What Home shows of the one value that the worker has made ready, and nothing else; `null` where that does not tell it. */
export function homeOf(front: Front, early: Early): HomeProps | null {
  const localNow = Date.now();
  const found = shownAt(front, localNow);
  const [first] = found?.shown ?? [];
  if (!found || !first) return null;
  const { globals, ...list } = found;
  const words = wordsBy(front.screen);
  const does = deeds(early);
  return {
    ...list,
    ...does,
    words,
    localNow,
    hosts: front.hosts,
    chosen: front.chosen,
    show: front.show,
    singleKeys: front.singleKeys,
    pinned: front.screen.pinned,
    detailOf: detailBy(front.screen),
    items: itemsAt(first.host),
    cards:
      globals.length > 0
        ? [<GlobalCard key="global" rows={globals} onReplace={(row) => does.onAct('replace', row)} />]
        : [],
    asOf: null,
    clipboard: null,
    troubles: null,
    away: '',
    busy: false,
    refreshing: list.shown.some(({ snapshot }) => snapshot === null),
    ofPage: null,
  };
}
