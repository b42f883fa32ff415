import '../platform/jitless';
import '../ui/components/more-icons';
import { Fragment, render } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { inBackground } from '../platform/log';
import { PageHead } from '../ui/components/frames/page-head';
import { Happened } from '../ui/connected/happened';
import { goBackOnEscape } from '../ui/keys/go-back';
import { ignoreHeldEnter } from '../ui/keys/held-enter';
import { keepFocus } from '../ui/keys/keep-focus';
import { onPaletteKey } from '../ui/keys/palette';
import { later } from '../ui/later';
import { loadLanguage, spoken } from '../ui/spoken';
import { loadMayRead } from '../ui/stores/clipboard';
import { loadPending } from '../ui/stores/hosts';
import { load } from '../ui/stores/load';
import { loadPurposes } from '../ui/stores/purposes';
import { loadGuard } from '../ui/stores/settings';
import { Welcome } from '../ui/views/settings/welcome';
import { followHash, hash } from './hash';
import { hostsProps } from './hosts';
import { links } from './links';
import { NewTokenView } from './new-token';
import { PurposesView } from './purposes';
import { HistoryView, OverviewView } from './records';
import { RevokeAllView } from './revoke-all';
import { SettingsView } from './settings';

const CleanUpView = later(
  () => import('./clean-up'),
  ({ CleanUpView }) => CleanUpView,
);
const DoctorView = later(
  () => import('./doctor'),
  ({ DoctorView }) => DoctorView,
);
const TokensView = later(
  () => import('./tokens'),
  ({ TokensView }) => TokensView,
);

/** By the word behind the `#`; every other one shows the settings, from the section of that name. */
const views: ReadonlyMap<string, () => preact.JSX.Element> = new Map([
  ['history', HistoryView],
  ['overview', OverviewView],
  ['new-token', NewTokenView],
  ['revoke-all', RevokeAllView],
  ['purposes', PurposesView],
  ['clean-up', () => <CleanUpView />],
  ['doctor', () => <DoctorView />],
  ['welcome', () => <Welcome {...hostsProps()} />],
]);

/** What has the focus keeps it when all is drawn anew in another language: it is where that was chosen. */
function useFocusIn(language: string): void {
  const { id = '' } = document.activeElement ?? {};
  useLayoutEffect(() => document.getElementById(id)?.focus(), [language]);
}

function Page() {
  useFocusIn(spoken.value);
  // What may stand behind a `?` is for the view: it begins with that.
  const [word = ''] = hash.value.split('?');
  const isOfTokens = word.startsWith('token=');
  const View = isOfTokens ? TokensView : (views.get(word) ?? SettingsView);
  return (
    // Anew in another language: each word was said in the one before.
    <Fragment key={spoken.value}>
      <PageHead links={links} at={isOfTokens || views.has(word) ? word : 'settings'} />
      <View />
      <Happened overList={false} />
    </Fragment>
  );
}

async function start(root: HTMLElement): Promise<void> {
  keepFocus(root);
  await loadLanguage();
  await Promise.all([load(), loadMayRead(), loadGuard(), loadPending(), loadPurposes()]);
  render(<Page />, root);
}

const root = document.getElementById('app');
if (root)
  inBackground(
    'page',
    start(root).catch(async (error: unknown) => {
      // Whatever keeps the browser from giving what is stored: nobody shall look at a white page.
      if (!root.hasChildNodes()) (await import('../ui/connected/no-storage')).showNoStorage(root, error);
      throw error;
    }),
  );
followHash();
document.addEventListener('keydown', ignoreHeldEnter, { capture: true });
document.addEventListener('keydown', goBackOnEscape);
onPaletteKey(() => import('./palette'));
