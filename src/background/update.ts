import { type Change, type Changed, checkChange, endAsked, isMade } from '../core/change';
import { mayHaveBeenDone } from '../core/failure-meaning';
import type { HostId, KnownHost } from '../core/host';
import { type Failure, fail, ok, type Result } from '../core/result';
import type { Token, TokenId } from '../core/token';
import { stored } from '../platform/stored';
import { identifyAs, knownHost, tokensOf } from './connection/connection';
import { keepHistory } from './ledgers/history';
import { readTokens } from './reading/refresh';

type Deed = { hostId: HostId; identityId: string; tokenId: TokenId; change: Change };

async function knownToken({ hostId, tokenId }: Deed): Promise<Token | undefined> {
  const { snapshot } = await stored.reading(hostId).get();
  return snapshot?.tokens.find(({ id }) => id === tokenId);
}

/** The token after the change, from a fresh list: what an answer says it granted is not taken for granted. */
async function readBack(host: KnownHost, { tokenId, identityId }: Deed): Promise<Token | undefined> {
  const read = await readTokens(host);
  if (!read.ok || read.value.identity.id !== identityId) return undefined;
  return read.value.tokens.find(({ id }) => id === tokenId);
}

/** The answer was lost: the list says whether the change was made. Nothing is sent again. */
async function settle(host: KnownHost, deed: Deed, before: Token, lost: Failure): Promise<Result<Token>> {
  const after = await readBack(host, deed);
  return after && isMade(deed.change, before, after) ? ok(after) : fail(lost);
}

async function send(host: KnownHost, deed: Deed, before: Token, now: number): Promise<Result<Token>> {
  const { name, scopes } = deed.change;
  const expiresAt = endAsked(deed.change, now);
  const correction = {
    ...(name === undefined ? {} : { name }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(expiresAt === null ? {} : { expiresAt }),
  };
  const updated = await tokensOf(host).update?.(deed.tokenId, correction);
  if (!updated) return fail({ kind: 'unsupported' });
  if (updated.ok) return ok((await readBack(host, deed)) ?? updated.value);
  return mayHaveBeenDone(updated.failure) ? await settle(host, deed, before, updated.failure) : updated;
}

/** Only an end that moves makes it an extension; whatever else changes makes it an edit. */
function deedOf({ lifetime, ...others }: Change): 'extended' | 'edited' {
  return lifetime !== undefined && Object.keys(others).length === 0 ? 'extended' : 'edited';
}

/** Changes a token in place and answers it as a fresh list has it. */
export async function update(deed: Deed): Promise<Result<Changed>> {
  const host = await knownHost(deed.hostId);
  if (!host.ok) return host;
  const session = await identifyAs(host.value, deed.identityId);
  if (!session.ok) return session;
  const before = await knownToken(deed);
  if (!before) return fail({ kind: 'not-found' });
  const now = session.value.servedAt ?? Date.now();
  const checked = checkChange(deed.change, before, now);
  if (!checked.ok) return checked;

  const updated = await send(host.value, deed, before, now);
  const common = { deed: deedOf(deed.change), tokenId: deed.tokenId, name: before.name };
  if (updated.ok) keepHistory(host.value, { ...common, outcome: 'done' });
  else {
    const outcome = mayHaveBeenDone(updated.failure) ? 'unknown' : 'failed';
    keepHistory(host.value, { ...common, outcome, reason: updated.failure.kind });
  }
  return updated.ok ? ok({ token: updated.value, asked: { expiresAt: endAsked(deed.change, now) } }) : updated;
}
