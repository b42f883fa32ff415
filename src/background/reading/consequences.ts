import { meaningOf } from '../../core/failure-meaning';
import type { KnownHost } from '../../core/host';
import { withAnswer } from '../../core/reminders/signed-out';
import type { Failure } from '../../core/result';
import { stored } from '../../platform/stored';
import { knownHost } from '../connection/connection';
import { lookAtTokens } from '../reminders/remind';
import { noteTurn } from './turns';

/** Whether nobody is signed in, by how a reading ended; `null` where that is as open as before. */
function isSignedOut(failure: Failure | null): boolean | null {
  if (failure === null) return false;
  const { session } = meaningOf(failure);
  return session === 'unsaid' ? null : session === 'nobody';
}

/** What follows from a reading of a host, whoever asked for it: when it is read next, what is told and what is counted. */
export async function afterReading(host: KnownHost, failure: Failure | null): Promise<void> {
  if (!(await knownHost(host.id)).ok) return;
  await stored.signedOut.update((all) => withAnswer(all, { hostId: host.id, isOut: isSignedOut(failure) }, Date.now()));
  await noteTurn(host, failure);
  await lookAtTokens();
}
