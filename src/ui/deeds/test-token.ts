import { call } from '../../contract/call';
import type { KnownHost } from '../../core/host';
import { type Minted, placeOf } from '../../core/minting/minted';
import { message as m } from '../../platform/message';
import type { Tested } from '../on-screen';
import { failureText } from '../words/failures';

/** Has the worker try a new token by itself, where the chosen recipe will use it, and says in a sentence what the server answered. */
export async function testToken(made: Minted, host: KnownHost | null, atRoot: boolean): Promise<Tested> {
  const tested = await call('tokens.test', { ...placeOf(made), atRoot });
  const name = host?.name ?? m('your_organization');
  if (tested.ok) return { good: true, text: m('test_accepted', name, tested.value) };
  const { kind } = tested.failure;
  if (kind === 'signed-out') {
    const isServer = host?.kind === 'server';
    return { good: false, text: m(isServer ? 'test_refused_server' : 'test_refused', name) };
  }
  if (kind === 'forbidden') return { good: false, text: m('test_forbidden', name) };
  return { good: false, text: m('test_failed', failureText(tested.failure, { host: name, now: Date.now() })) };
}
