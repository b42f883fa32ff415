import type { Handlers } from '../contract/serve';
import { forgetSecret } from './alarms';
import { readDiagnostics } from './diagnostics';
import { addHost, chooseHost, discoverHosts, removeHost } from './hosts';
import { create, mint } from './mint';
import { refresh } from './refresh';
import { revoke } from './revoke';

/** Contract name → deed. */
export const handlers: Handlers = {
  'hosts.discover': discoverHosts,
  'hosts.add': addHost,
  'hosts.choose': chooseHost,
  'hosts.remove': removeHost,
  'tokens.refresh': ({ hostId }) => refresh(hostId),
  'tokens.mint': mint,
  'tokens.create': create,
  'tokens.revoke': revoke,
  'diagnostics.read': readDiagnostics,
  'secret.forget': forgetSecret,
};
