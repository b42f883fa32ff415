import { connect } from '../../azure/server/connection';
import type { Failure } from '../../core/result';
import { mayReach } from '../../platform/permission';

/**
 * A server that led away from plain http may have moved to https. Where that may be asked, it is: an Azure DevOps that
 * knows the user there has moved for sure. Otherwise the failure keeps that it may have.
 */
export async function orMoved(failure: Failure): Promise<Failure> {
  const to = failure.kind === 'signed-out' ? failure.perhapsAt : undefined;
  if (to === undefined || !(await mayReach({ kind: 'address', origin: new URL(to).origin, paths: [] }))) return failure;
  return (await connect(to)).ok ? { kind: 'invalid', field: 'address', reason: 'https' } : failure;
}
