import { screens } from '../../gallery/story';
import { tabs } from '../../gallery/tab';
import { CleanUpView } from './clean-up';
import { DoctorView } from './doctor';
import { NewTokenView } from './new-token';
import { PurposesView } from './purposes';
import { HistoryView, OverviewView } from './records';
import { RevokeAllView } from './revoke-all';
import { SettingsView } from './settings';
import { TokensView } from './tokens';

/** Each view of the tab as it is after the installation: nothing is stored, and nobody answers. */
export const stories = screens('page', {
  ...tabs('settings', { settings: () => <SettingsView /> }),
  ...tabs('', { 'a token that nobody knows': () => <TokensView />, 'a new token': () => <NewTokenView /> }),
  ...tabs('overview', { overview: () => <OverviewView /> }),
  ...tabs('clean-up', { 'clean up': () => <CleanUpView /> }),
  ...tabs('history', { history: () => <HistoryView /> }),
  ...tabs('purposes', { purposes: () => <PurposesView /> }),
  ...tabs('doctor', { 'token doctor': () => <DoctorView /> }),
  ...tabs('revoke-all', { 'revoke all': () => <RevokeAllView /> }),
});
