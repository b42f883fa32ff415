import type { Identity, KnownHost } from '../../core/host';
import type { Minted } from '../../core/minting/minted';
import type { CreatedToken } from '../../core/token-host';
import { inBackground } from '../../platform/log';
import { message } from '../../platform/message';
import { stored } from '../../platform/stored';
import { toldApart, unseenAccount } from '../connection/account-names';
import { identifyAs } from '../connection/connection';
import { readTokens } from '../reading/refresh';

/** An account as far as any host knows it. */
async function accountOf(id: string | null): Promise<Identity> {
  if (id === null) return { id: '', name: message('another_account') };
  const knowing = (await stored.hosts.get()).find(({ identity }) => identity?.id === id);
  return knowing?.identity ?? unseenAccount(id);
}

type Created = Pick<CreatedToken, 'token' | 'userId'>;

/** Whose it is by the answer alone, as long as nothing else was asked. */
export function suspected(wanted: Identity, { userId }: Created): Minted['madeFor'] {
  const isTheirs = userId === null || userId === wanted.id;
  return isTheirs ? null : { id: userId, name: unseenAccount(userId).name, expected: wanted.name };
}

/**
 * Whether a new token is somebody else's than the account it was pressed for: between the look at who is signed in and
 * the create there are some milliseconds on the way. The answer says it in most cases. That its `userId` is the id that
 * `connectionData` tells is inferred (services.md 3.1), so that another one is believed only where the list agrees;
 * `null` where it is theirs.
 */
export async function madeFor(
  host: KnownHost,
  wanted: Identity,
  { token, userId }: Created,
): Promise<Minted['madeFor']> {
  if (userId === wanted.id) {
    inBackground('refresh after a mint', readTokens(host));
    return null;
  }
  const read = await readTokens(host);
  const reader = read.ok ? read.value.identity.id : null;
  const isListed = read.ok && read.value.tokens.some(({ id }) => id === token.id);
  if (isListed && reader === wanted.id) return null;
  const id = userId ?? (isListed ? reader : null);
  // Without a word whose it is, only a whole list of theirs that lacks it speaks against it.
  const isMissing = read.ok && read.value.complete && reader === wanted.id;
  // And the account may have been changed between the two requests of a reading.
  const isTheirList = isMissing && (await identifyAs(host, wanted.id)).ok;
  if (id === null && !isTheirList) return null;
  const [expected, name] = toldApart(wanted, await accountOf(id));
  return { id, name, expected };
}
