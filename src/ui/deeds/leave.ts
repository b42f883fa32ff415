import { call } from '../../contract/call';
import { openView } from './pages';

/** The tab in which a browser can ask for leave to reach an address; a popup would close over the question. */
export async function openAdd(address: string): Promise<void> {
  await call('hosts.pend', { address });
  await openView('add');
}
