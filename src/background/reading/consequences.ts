import type { KnownHost } from '../../core/host';
import { withAnswer } from '../../core/reminders/signed-out';
import type { Failure } from '../../core/result';
import { stored } from '../../platform/stored';
import { knownHost } from '../connection/connection';
import { lookAtTokens } from '../reminders/remind';
import { noteTurn } from './turns';

/** After these it is as open as before whether the host knows who asks. */
const TELLS_NOTHING: ReadonlySet<Failure['kind']> = new Set([
  'offline',
  'timeout',
  'throttled',
  'misfit',
  'unexpected',
  'permission',
]);

function isSignedOut(failure: Failure | null): boolean | null {
  if (failure !== null && TELLS_NOTHING.has(failure.kind)) return null;
  return failure?.kind === 'signed-out';
}

/** What follows from a reading of a host, whoever asked for it: when it is read next, what is told and what is counted. */
export async function afterReading(host: KnownHost, failure: Failure | null): Promise<void> {
  if (!(await knownHost(host.id)).ok) return;
  await stored.signedOut.update((all) => withAnswer(all, { hostId: host.id, isOut: isSignedOut(failure) }, Date.now()));
  await noteTurn(host, failure);
  await lookAtTokens();
}
