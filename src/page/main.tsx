import '../platform/jitless';
import { render } from 'preact';
import { inBackground } from '../platform/log';
import * as deeds from '../ui/deeds';
import * as state from '../ui/state';
import { loadMayRead } from '../ui/stores/clipboard';
import { loadPurposes } from '../ui/stores/purposes';
import { Welcome } from '../ui/views/welcome';
import { followHash, hash } from './hash';
import { hostsProps } from './hosts';
import { HistoryView, OverviewView } from './records';
import { SettingsView } from './settings';

/** By the word behind the `#`; every other one shows the settings, from the section of that name. */
const views: Readonly<Record<string, () => preact.JSX.Element>> = {
  history: HistoryView,
  overview: OverviewView,
  welcome: () => <Welcome {...hostsProps()} notice={state.notice.value} onOpen={deeds.openPage} />,
};

function Page() {
  const View = views[hash.value] ?? SettingsView;
  return <View />;
}

async function start(root: HTMLElement): Promise<void> {
  await Promise.all([state.load(), loadMayRead(), loadPurposes()]);
  render(<Page />, root);
}

const root = document.getElementById('app');
if (root) inBackground('page', start(root));
followHash();
