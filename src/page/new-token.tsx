import { useEffect } from 'preact/hooks';
import { inBackground } from '../platform/log';
import { CreatedScreen, CreateScreen } from '../ui/connected/screens';
import { refresh } from '../ui/deeds/doing';
import { loadRevokes } from '../ui/deeds/revokes';
import { host } from '../ui/stores/hosts';
import { loadMinted, toHandOver } from '../ui/stores/minted';
import { template } from '../ui/stores/new-token';
import { go, view } from '../ui/stores/screen';
import { SettingsView } from './settings';

/** Fills in nothing and sends nothing: shows the fields for a new token, or one that waits to be copied. */
async function begin(): Promise<void> {
  go('create');
  await Promise.all([loadMinted(), loadRevokes()]);
  await refresh();
}

/** The same screens as in the popup. When they are left, and where there is no organization yet, the settings are shown. */
export function NewTokenView() {
  useEffect(() => inBackground('new token', begin()), []);
  const [made] = toHandOver.value;
  if (made) return <CreatedScreen key={made.token.id} minted={made} />;
  if (view.value !== 'create' || !host.value) return <SettingsView />;
  return <CreateScreen inTab key={template.value?.name} />;
}
