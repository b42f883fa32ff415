import { type Change, type Changed, checkChange, endAsked, isMade } from '../core/change';
import { mayHaveBeenDone } from '../core/failure-meaning';
import type { HostId, KnownHost } from '../core/host';
import { serverNow } from '../core/minting/server-clock';
import { type Failure, fail, ok, type Result } from '../core/result';
import type { Token, TokenId } from '../core/token';
import type { Correction } from '../core/token-host';
import { accountOn } from './connection/account-names';
import { knownHost, onlyAs, tokensOf } from './connection/connection';
import { lastList } from './last-list';
import { whileDoing } from './ledgers/deeds';
import { keepHistory } from './ledgers/history';
import { tokenAllowed } from './policy/decided';
import { readTokens } from './reading/refresh';

type Deed = { hostId: HostId; identityId: string; tokenId: TokenId; change: Change };

async function knownToken({ hostId, tokenId }: Deed): Promise<Token | undefined> {
  return (await lastList(hostId))?.tokens.find(({ id }) => id === tokenId);
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

function correctionFor({ change }: Deed, now: number): Correction {
  const { name, scopes } = change;
  const expiresAt = endAsked(change, now);
  return {
    ...(name === undefined ? {} : { name }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(expiresAt === null ? {} : { expiresAt }),
  };
}

/** What is sent, and when by the server's clock; nothing is as long as `sentAt` is `null`. */
type Sent = { result: Result<Token>; sentAt: number | null };

async function send(host: KnownHost, deed: Deed, before: Token): Promise<Sent> {
  const may = onlyAs(host, await accountOn(host, deed.identityId));
  let sentAt: number | null = null;
  const result = await tokensOf(host, { byPress: true }).update?.(deed.tokenId, (session) => {
    const now = serverNow(session, Date.now());
    const allowed = may(session);
    const checked = allowed.ok ? checkChange(deed.change, before, now) : allowed;
    if (!checked.ok) return checked;
    sentAt = now;
    return ok(correctionFor(deed, now));
  });
  if (!result) return { result: fail({ kind: 'unsupported' }), sentAt };
  if (sentAt === null) return { result, sentAt };
  if (result.ok) return { result: ok((await readBack(host, deed)) ?? result.value), sentAt };
  const isOpen = mayHaveBeenDone(result.failure);
  return { result: isOpen ? await settle(host, deed, before, result.failure) : result, sentAt };
}

/** Only an end that moves makes it an extension; whatever else changes makes it an edit. */
function deedOf({ lifetime, ...others }: Change): 'extended' | 'edited' {
  return lifetime !== undefined && Object.keys(others).length === 0 ? 'extended' : 'edited';
}

async function change(deed: Deed): Promise<Result<Changed>> {
  const allowed = await tokenAllowed(deed.change);
  if (!allowed.ok) return allowed;
  const host = await knownHost(deed.hostId);
  if (!host.ok) return host;
  const before = await knownToken(deed);
  if (!before) return fail({ kind: 'not-found' });

  const { result: updated, sentAt } = await send(host.value, deed, before);
  if (sentAt === null) return updated.ok ? fail({ kind: 'unsupported' }) : updated;
  const { name: by } = await accountOn(host.value, deed.identityId);
  const common = { deed: deedOf(deed.change), tokenId: deed.tokenId, name: before.name, by };
  if (updated.ok) keepHistory(host.value, { ...common, outcome: 'done' });
  else {
    const outcome = mayHaveBeenDone(updated.failure) ? 'unknown' : 'failed';
    keepHistory(host.value, { ...common, outcome, reason: updated.failure.kind });
  }
  return updated.ok ? ok({ token: updated.value, asked: { expiresAt: endAsked(deed.change, sentAt) } }) : updated;
}

/** Changes a token in place and answers it as a fresh list has it. */
export function update(deed: Deed): Promise<Result<Changed>> {
  return whileDoing({ what: 'change', on: [deed.hostId] }, () => change(deed));
}
