import { screens } from '../../gallery/story';
import { NewTokenView } from './new-token';
import { HistoryView, OverviewView } from './records';
import { RevokeAllView } from './revoke-all';
import { SettingsView } from './settings';
import { TokensView } from './tokens';

/** Each view of the tab as it is after the installation: nothing is stored, and nobody answers. */
export const stories = screens('page', {
  settings: () => <SettingsView />,
  'a token that nobody knows': () => <TokensView />,
  overview: () => <OverviewView />,
  history: () => <HistoryView />,
  'a new token': () => <NewTokenView />,
  'revoke all': () => <RevokeAllView />,
});
