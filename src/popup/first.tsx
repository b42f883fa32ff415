import { type Front, mintKey, wordsKey } from '../core/front/front';
import { shownAt } from '../core/front/shown';
import type { HostId } from '../core/host';
import { inBackground } from '../platform/log';
import type { Row } from '../ui/on-screen';
import type { HomeProps } from '../ui/views/home/home';
import { menuAt } from './menu';

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
  role: () => '', // while a rotation is under way, this is not shown
});

const detailBy =
  ({ mints }: Front['screen']): HomeProps['detailOf'] =>
  ({ id }, place) =>
    mints[mintKey(id, place?.id ?? '')] ?? '';

/** The keys that can do something to a row; which of them does, is known with the rest. */
export const ROW_KEYS = /^([der]|Delete)$/i;

function deeds(early: Early) {
  const whenThere = later('onKey', early);
  return {
    onMint: early.mint,
    onChoose: later('onChoose', early),
    onAddHost: later('onAddHost', early),
    onNewToken: later('onNewToken', early),
    onFilter: later('onFilter', early),
    onShow: later('onShow', early),
    onAct: later('onAct', early),
    onRefresh: later('onRefresh', early),
    onKey(event: KeyboardEvent, row: Row) {
      if (!ROW_KEYS.test(event.key)) return;
      event.preventDefault(); // or it is typed into the search
      whenThere(event, row);
    },
  };
}

/** Its code is another file: who has no such token does not wait for it. */
async function cardOf(globals: Row[], onAct: HomeProps['onAct']) {
  const code = await import('./first-card');
  return code.firstCard(globals, onAct);
}

/** What Home shows of the one value that the worker has made ready, and nothing else; `null` where that does not tell it. */
export async function homeOf(front: Front, early: Early): Promise<HomeProps | null> {
  const found = shownAt(front, Date.now());
  const [first] = found?.shown ?? [];
  if (!found || !first) return null;
  const { globals, ...list } = found;
  const words = wordsBy(front.screen);
  const does = deeds(early);
  return {
    ...list,
    ...does,
    words,
    hosts: front.hosts,
    who: front.screen.who,
    chosen: front.chosen,
    show: front.show,
    singleKeys: front.singleKeys,
    pinned: front.screen.pinned,
    detailOf: detailBy(front.screen),
    menu: menuAt(first.host),
    above: globals.length > 0 ? await cardOf(globals, does.onAct) : null,
    notes: null,
    says: '',
    busy: false,
    refreshing: list.shown.some(({ snapshot }) => snapshot === null),
  };
}
