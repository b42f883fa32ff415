import { call } from '../../contract/call';
import type { KnownHost } from '../../core/host';
import { type HandOver, withoutSecrets } from '../../core/recipes/hand-over';
import type { Secret } from '../../core/secret';
import { log } from '../../platform/log';
import { stored } from '../../platform/stored';

/** How a token of that host was handed over last. */
export const recallHandOver = ({ id }: KnownHost): Promise<HandOver> => stored.handOver(id).get();

/**
 * Keeps what was filled in beside a secret, which the worker may have forgotten by now. Nobody waits for it, and nothing is lost but some
 * typing where it fails.
 */
export async function rememberHandOver({ id }: KnownHost, handOver: HandOver, beside: Secret): Promise<void> {
  const remembered = await call('handOver.remember', { hostId: id, handOver: withoutSecrets(handOver, [beside]) });
  if (!remembered.ok) log.warn('remembering a hand-over', remembered.failure.kind);
}
