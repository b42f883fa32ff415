import { loadRevokes } from '../ui/deeds/revokes';
import { loadClipboard } from '../ui/stores/clipboard';
import { hosts } from '../ui/stores/hosts';
import { loadMinted } from '../ui/stores/minted';
import { know } from '../ui/stores/readings';
import { loadWatching } from '../ui/stores/watching';

/** What a view of tokens needs: the lists of every host, and what is under way with their tokens. */
export async function loadTokens(): Promise<void> {
  await know(hosts.value.map(({ id }) => id));
  await Promise.all([loadMinted(), loadClipboard(), loadRevokes(), loadWatching()]);
}
