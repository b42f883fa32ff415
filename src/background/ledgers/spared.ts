import { type CleanUpAnswer, type Spared, withAnswer, withoutGone } from '../../core/cleanup/spared';
import type { Entry } from '../../core/history';
import type { HostId, KnownHost } from '../../core/host';
import { ok, type Result } from '../../core/result';
import type { Snapshot } from '../../core/snapshot';
import type { TokenId } from '../../core/token';
import { stored } from '../../platform/stored';
import { knownHost } from '../connection/connection';
import { keepHistory } from './history';

/** A token as the user saw it: its name is for the history, and each place that lists it. */
type Shown = { tokenId: TokenId; name: string; at: { hostId: HostId; identityId: string }[] };
type Given = { tokens: Shown[]; answer: CleanUpAnswer };

const deeds: Readonly<Record<CleanUpAnswer, Entry['deed']>> = {
  keep: 'kept',
  later: 'postponed',
  again: 'reopened',
};

/** What is spared on one host after an answer. */
function answeredOn(hostId: HostId, { tokens, answer }: Given, now: number): (all: Spared[]) => Spared[] {
  const here = tokens.flatMap(({ tokenId, at }) =>
    at.filter((place) => place.hostId === hostId).map(({ identityId }) => ({ tokenId, identityId })),
  );
  return (all) => here.reduce((spared, of) => withAnswer(spared, { ...of, answer, now }), all);
}

/** It stands in the history once for each token: where it was seen first, and of an account that is still there. */
function keepDecisions({ tokens, answer }: Given, hosts: readonly KnownHost[]): void {
  for (const { tokenId, name, at } of tokens) {
    const host = hosts.find(({ id, identity }) => id === at[0]?.hostId && identity?.id === at[0]?.identityId);
    if (host?.identity)
      keepHistory(host, { deed: deeds[answer], tokenId, name, by: host.identity.name, outcome: 'done' });
  }
}

/**
 * What the user answers to Clean up about some tokens: of one that several organizations list, in each of them. Nothing is
 * sent anywhere, and no list is read for it.
 */
export async function answerCleanUp(given: Given): Promise<Result<void>> {
  const ids = [...new Set(given.tokens.flatMap(({ at }) => at.map(({ hostId }) => hostId)))];
  const hosts: KnownHost[] = [];
  for (const id of ids) {
    const host = await knownHost(id);
    if (!host.ok) return host;
    hosts.push(host.value);
  }
  const now = Date.now();
  for (const id of ids) await stored.spared(id).update(answeredOn(id, given, now));
  keepDecisions(given, hosts);
  return ok();
}

/** Forgets the answers about tokens that a new list shows to be over or gone. */
export async function forgetGone(hostId: HostId, list: Snapshot): Promise<void> {
  const [all, now] = [await stored.spared(hostId).get(), Date.now()];
  if (withoutGone(all, list, now).length < all.length)
    await stored.spared(hostId).update((spared) => withoutGone(spared, list, now));
}
