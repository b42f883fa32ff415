import { useEffect } from 'preact/hooks';
import { inBackground } from '../platform/log';
import { CreatedScreen, CreateScreen } from '../ui/connected/screens';
import * as deeds from '../ui/deeds';
import * as state from '../ui/state';
import { SettingsView } from './settings';

/** Fills in nothing and sends nothing: shows the fields for a new token, or one that waits to be copied. */
async function begin(): Promise<void> {
  state.go('create');
  await state.loadMinted();
  await deeds.refresh();
}

/** The same screens as in the popup. When they are left, and where there is no organization yet, the settings are shown. */
export function NewTokenView() {
  useEffect(() => inBackground('new token', begin()), []);
  const [minted] = state.minted.value;
  if (minted) return <CreatedScreen key={minted.token.id} minted={minted} />;
  if (state.view.value !== 'create' || !state.host.value) return <SettingsView />;
  return <CreateScreen inTab key={state.template.value?.name} />;
}
