import type { Handlers } from '../contract/serve';
import { ok } from '../core/result';
import { addHost } from './add-host';
import { answerReminders } from './answer';
import { clearNow, dismissClipboard, noteCopy } from './clipboard';
import { readDiagnostics } from './diagnostics';
import { discoverHosts } from './discover';
import { eraseEverything } from './erase';
import { rememberHandOver } from './hand-over';
import { eraseHistory } from './history';
import { chooseHost, removeHost } from './hosts';
import { create, mint } from './mint';
import { savePurposes } from './purposes';
import { refresh } from './refresh';
import { closeRevocation, resumeRevocation, retryRevocation, startRevocation, stopRevocation } from './revoke-all';
import { revoke, toldOfRevokes, undoRevoke } from './revokes';
import { endRotation, makeNext, startRotation } from './rotate';
import { dismiss, handed, leaveOut } from './rotations';
import { forgetSecret } from './secrets';
import { saveSettings } from './settings';
import { ownToken } from './strangers';
import { tryToken } from './test-token';
import { keepUnsent } from './unsent';
import { update } from './update';

/** Contract name → deed. */
export const handlers: Handlers = {
  'hosts.discover': discoverHosts,
  'hosts.add': addHost,
  'hosts.choose': chooseHost,
  'hosts.remove': removeHost,
  'purposes.save': savePurposes,
  'settings.save': saveSettings,
  'tokens.refresh': ({ hostId }) => refresh(hostId),
  'tokens.mint': mint,
  'draft.keep': keepUnsent,
  'tokens.create': create,
  'tokens.update': update,
  'tokens.test': tryToken,
  'clipboard.note': noteCopy,
  'clipboard.clear': clearNow,
  'clipboard.dismiss': dismissClipboard,
  'tokens.revoke': revoke,
  'tokens.undo-revoke': undoRevoke,
  'revokes.told': toldOfRevokes,
  'handOver.remember': rememberHandOver,
  'rotations.start': startRotation,
  'rotations.make': makeNext,
  'rotations.leave-out': leaveOut,
  'rotations.end': endRotation,
  'rotations.handed': handed,
  'rotations.dismiss': dismiss,
  'reminders.answer': ({ tokenId, answer }) => answerReminders([tokenId], answer),
  'strangers.own': ownToken,
  'revocation.start': startRevocation,
  // Whatever starts the worker makes it go on.
  'revocation.continue': async () => ok(),
  'revocation.stop': stopRevocation,
  'revocation.resume': resumeRevocation,
  'revocation.retry': retryRevocation,
  'revocation.close': closeRevocation,
  'diagnostics.read': readDiagnostics,
  'secret.forget': forgetSecret,
  'history.erase': eraseHistory,
  'everything.erase': eraseEverything,
};
