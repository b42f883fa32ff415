import { ALL_HOSTS } from '../core/all-hosts';
import type { KnownHost } from '../core/host';
import type { Purpose } from '../core/purposes/purpose';
import { askedInWords, mintInWords } from '../platform/in-words/expected';
import { scopeInWords, scopesInWords } from '../platform/in-words/scopes';
import { inSequence } from '../platform/in-words/sequence';
import { whoText } from '../platform/in-words/who';
import { inBackground } from '../platform/log';
import { message as m } from '../platform/message';
import { OnClipboard } from '../ui/connected/on-clipboard';
import { act } from '../ui/deeds/acts';
import { refresh } from '../ui/deeds/doing';
import { choose } from '../ui/deeds/hosts';
import { openAdd } from '../ui/deeds/leave';
import { mint } from '../ui/deeds/minting';
import { openPage } from '../ui/deeds/pages';
import { changeSettings } from '../ui/deeds/settings';
import type { Row } from '../ui/on-screen';
import { busy } from '../ui/stores/busy';
import { localNow } from '../ui/stores/clock';
import { showDetails } from '../ui/stores/details';
import { host, hosts, showsAll } from '../ui/stores/hosts';
import { limitsOf } from '../ui/stores/limits';
import { asOf, counts, refreshing, rows, shown } from '../ui/stores/lists';
import * as noticed from '../ui/stores/noticed';
import { pinned } from '../ui/stores/purposes';
import { go } from '../ui/stores/screen';
import { settings } from '../ui/stores/settings';
import { actionAt } from '../ui/token-menu';
import type { HomeProps } from '../ui/views/home/home';
import { Notes } from '../ui/views/home/notes';
import { Offer, OfPage } from '../ui/views/home/offer';
import { Troubles } from '../ui/views/troubles';
import { asOfInWords } from '../ui/words/as-of';
import { roleInWords } from '../ui/words/role';
import { attention } from './cards';
import { menuAt } from './menu';

/** Lets a deed of a press go on by itself. */
const deed =
  <Given extends unknown[]>(where: string, done: (...given: Given) => Promise<unknown>) =>
  (...given: Given): void =>
    inBackground(where, done(...given));

const onOpen = deed('open a page', openPage);
const onAllow = deed('open add', openAdd);
const onRefresh = deed('refresh', refresh);

const deeds = {
  onMint: deed('mint', mint),
  onChoose: deed('choose', choose),
  onAddHost: () => go('add-host'),
  onNewToken: () => go('create'),
  onFilter: deed('settings', (show: HomeProps['show']) => changeSettings({ show })),
  onShow: showDetails,
  onAct: act,
  onKey(event: KeyboardEvent, row: Row) {
    const action = actionAt(event.key, row);
    if (!action) return;
    event.preventDefault();
    act(action, row);
  },
  onRefresh,
};

const words: HomeProps['words'] = { scopes: scopesInWords, scope: scopeInWords, role: roleInWords };

/** What a press of Quick mint will come to, by what the host was found to allow. */
function detailOf(purpose: Purpose, place: KnownHost | null): string {
  return place ? mintInWords(purpose, place, limitsOf(place)) : askedInWords(purpose);
}

/** The host of the page that the user looks at, unless it is on the screen. */
function elsewhere(): KnownHost | null {
  const known = hosts.value.find(({ id }) => id === noticed.pageHost.value);
  return known && known !== host.value && !showsAll.value ? known : null;
}

function ofPage() {
  const [other, offered] = [elsewhere(), noticed.offer.value];
  if (other) return <OfPage host={other} onShow={deeds.onChoose} />;
  return offered === null ? null : <Offer page={offered} onAdd={onAllow} />;
}

function notes() {
  const troubles = { shown: shown.value, localNow: localNow.value, onRefresh, onOpen, onAllow };
  const isTrouble = shown.value.some(({ failure }) => failure !== null);
  return (
    <Notes
      away={noticed.away.value}
      clipboard={<OnClipboard />}
      troubles={isTrouble ? <Troubles {...troubles} /> : null}
      ofPage={ofPage()}
    />
  );
}

/** From when the lists are, where nobody is signed in to read them anew, and that they have only what was made there. */
function ofLists(): string {
  const old = asOf.value === null ? '' : asOfInWords(asOf.value, localNow.value);
  const isPart = shown.value.some(({ snapshot }) => snapshot?.onlyMadeHere);
  return inSequence(old, isPart ? m('list_only_made_here') : '');
}

/** What Home shows of a host, of everything that is known. */
export function homeAt(at: KnownHost): HomeProps {
  return {
    ...deeds,
    words,
    detailOf,
    hosts: hosts.value,
    who: whoText(shown.value),
    chosen: showsAll.value ? ALL_HOSTS : at.id,
    shown: shown.value,
    says: ofLists(),
    rows: rows.value,
    counts: counts.value,
    notes: notes(),
    ...attention(),
    busy: busy.value,
    refreshing: refreshing.value,
    pinned: pinned.value,
    menu: menuAt(at),
    show: settings.value.show,
    singleKeys: settings.value.singleKeys,
  };
}
