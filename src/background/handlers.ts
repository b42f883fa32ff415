import type { Handlers } from '../contract/serve';
import { ok } from '../core/result';
import { inBackground } from '../platform/log';
import { eraseAsides, toldOfAsides } from './asides';
import { clearNow, dismissClipboard, noteCopy } from './clipboard';
import { addHost, pendAddress } from './connection/add-host';
import { discoverHosts } from './connection/discover';
import { readDiagnostics } from './diagnostics';
import { askCaller, lookAtArea } from './doctor/examine';
import { eraseEverything } from './erase';
import { saveGuard } from './guard';
import { chooseHost, removeHost } from './hosts';
import { eraseHistory } from './ledgers/history';
import { recognize } from './ledgers/prints';
import { dismiss, handed, leaveOut } from './ledgers/rotations';
import { answerCleanUp } from './ledgers/spared';
import { keepUnsent } from './ledgers/unsent';
import { rememberHandOver } from './minting/hand-over';
import { create, mint } from './minting/mint';
import { savePurposes } from './minting/purposes';
import { forgetSecret } from './minting/secrets';
import { tryToken } from './minting/test-token';
import { refresh } from './reading/refresh';
import { answerReminders } from './reminders/answer';
import { toldOfEnd } from './reminders/ended-elsewhere';
import { ownToken } from './reminders/strangers';
import {
  closeRevokeAll,
  endWaits,
  resumeRevokeAll,
  retryRevokeAll,
  startRevokeAll,
  stopRevokeAll,
} from './revoke-all/revoke-all';
import { revoke, toldOfRevokes, undoRevoke } from './revoking/undoable';
import { roam } from './roaming';
import { endRotation, makeNext, startRotation } from './rotation/press';
import { saveSettings } from './settings';
import { update } from './update';

/** Contract name → deed. */
export const handlers: Handlers = {
  'hosts.discover': discoverHosts,
  'hosts.add': addHost,
  'hosts.pend': pendAddress,
  'hosts.choose': chooseHost,
  'hosts.remove': removeHost,
  'purposes.save': async (input) => {
    const saved = await savePurposes(input);
    inBackground('roaming', roam());
    return saved;
  },
  'settings.save': saveSettings,
  'guard.save': saveGuard,
  'tokens.refresh': async ({ hostId }) => {
    const read = await refresh(hostId);
    if (read.ok) inBackground('revoke all', endWaits(hostId));
    return read;
  },
  'tokens.mint': mint,
  'draft.keep': keepUnsent,
  'tokens.create': create,
  'tokens.update': update,
  'tokens.test': tryToken,
  'doctor.recognize': recognize,
  'doctor.ask': askCaller,
  'doctor.look': lookAtArea,
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
  'revoked-elsewhere.told': toldOfEnd,
  'reminders.answer': ({ answer, ...placed }) => answerReminders([placed], answer),
  'clean-up.answer': answerCleanUp,
  'strangers.own': ownToken,
  'revoke-all.start': startRevokeAll,
  // Whatever starts the worker makes it go on.
  'revoke-all.continue': async () => ok(),
  'revoke-all.again': async () => {
    await endWaits();
    return ok();
  },
  'revoke-all.stop': stopRevokeAll,
  'revoke-all.resume': resumeRevokeAll,
  'revoke-all.retry': retryRevokeAll,
  'revoke-all.close': closeRevokeAll,
  'diagnostics.read': readDiagnostics,
  'asides.told': toldOfAsides,
  'asides.erase': eraseAsides,
  'secret.forget': forgetSecret,
  'history.erase': eraseHistory,
  'everything.erase': eraseEverything,
};
