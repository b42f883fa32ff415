import { useEffect } from 'preact/hooks';
import { inBackground } from '../platform/log';
import { CreatedScreen, CreateScreen } from '../ui/connected/screens';
import { refresh } from '../ui/deeds/doing';
import { loadRevokes } from '../ui/deeds/revokes';
import { loadClipboard } from '../ui/stores/clipboard';
import { host, hosts } from '../ui/stores/hosts';
import { show } from '../ui/stores/lists';
import { keyOfMade, loadMinted, toHandOver } from '../ui/stores/minted';
import { askedPurpose, template } from '../ui/stores/new-token';
import { go, view } from '../ui/stores/screen';
import { hash } from './hash';
import { SettingsView } from './settings';

/**
 * Sends nothing: shows the fields for a new token, or one that waits to be copied. The address may name a purpose and an
 * organization that the fields begin with; a word that is neither is not looked at.
 */
async function begin(address: string): Promise<void> {
  const asked = new URLSearchParams(address.split('?')[1]);
  go('create');
  askedPurpose.value = asked.get('purpose');
  const place = hosts.value.find(({ id }) => id === asked.get('host'));
  await Promise.all([loadMinted(), loadClipboard(), loadRevokes(), place && show(place.id)]);
  await refresh();
}

/** The same screens as in the popup. When they are left, and where there is no organization yet, the settings are shown. */
export function NewTokenView() {
  useEffect(() => inBackground('new token', begin(hash.value)), [hash.value]);
  const [made] = toHandOver.value;
  if (made) return <CreatedScreen key={keyOfMade(made)} minted={made} />;
  if (view.value !== 'create' || !host.value) return <SettingsView />;
  return <CreateScreen inTab key={askedPurpose.value ?? template.value?.key} />;
}
