import { type CleanUpAnswer, type Spared, withAnswer, withoutGone } from '../../core/cleanup/spared';
import type { Entry } from '../../core/history';
import type { HostId } from '../../core/host';
import { eachOnce, type Placed } from '../../core/names/placed';
import { keyOf } from '../../core/names/token-key';
import { ok, type Result } from '../../core/result';
import type { Snapshot } from '../../core/snapshot';
import { stored } from '../../platform/stored';
import { knownHost } from '../connection/connection';
import { keepHistory } from './history';

type Shown = Placed & Pick<Spared, 'identityId'>;

const deeds: Readonly<Record<CleanUpAnswer, Entry['deed']>> = {
  keep: 'kept',
  later: 'postponed',
  again: 'reopened',
};

/** A token as its host has it, by what it is known among those of all hosts. */
async function listed({ hostId, tokenId, identityId }: Shown) {
  const host = await knownHost(hostId);
  const { snapshot } = await stored.reading(hostId).get();
  const token = snapshot?.tokens.find(({ id }) => id === tokenId);
  if (!host.ok || !token || snapshot?.identity.id !== identityId) return [];
  return [{ host: host.value, token, key: keyOf(token, host.value) }];
}

/**
 * What the user answers to Clean up about some tokens: of one that several organizations list, in each of them. Nothing is
 * sent anywhere; in the history it stands once for each token.
 */
export async function answerCleanUp(given: { tokens: Shown[]; answer: CleanUpAnswer }): Promise<Result<void>> {
  const { tokens, answer } = given;
  const now = Date.now();
  for (const { hostId } of tokens) {
    const host = await knownHost(hostId);
    if (!host.ok) return host;
  }
  for (const { hostId, tokenId, identityId } of tokens)
    await stored.spared(hostId).update((all) => withAnswer(all, { tokenId, identityId, answer, now }));
  const found = (await Promise.all(tokens.map(listed))).flat();
  for (const { host, token } of eachOnce(found, ({ key }) => key))
    keepHistory(host, { deed: deeds[answer], tokenId: token.id, name: token.name, outcome: 'done' });
  return ok();
}

/** Forgets the answers about tokens that a new list shows to be over or gone. */
export async function forgetGone(hostId: HostId, list: Snapshot): Promise<void> {
  const [all, now] = [await stored.spared(hostId).get(), Date.now()];
  if (withoutGone(all, list, now).length < all.length)
    await stored.spared(hostId).update((spared) => withoutGone(spared, list, now));
}
