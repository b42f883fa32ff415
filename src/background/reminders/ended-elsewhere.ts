import type { HostId, KnownHost } from '../../core/host';
import { isSame, type Placed } from '../../core/names/placed';
import { isShared, keeperOf } from '../../core/names/token-key';
import { notificationName } from '../../core/reminders/notification-name';
import { freeTime, isOf, untold, withShown } from '../../core/reminders/telling';
import type { Known } from '../../core/reminders/watched';
import { ok, type Result } from '../../core/result';
import { failedAt } from '../../core/revoke';
import type { Snapshot } from '../../core/snapshot';
import { type EndedElsewhere, isOfSignedIn, mayHaveArrived, revokedSince } from '../../core/strangers/ended-elsewhere';
import type { Token } from '../../core/token';
import { browser } from '../../platform/browser';
import { stored } from '../../platform/stored';
import { storedRevokeAll } from '../../platform/stored-revoke-all';
import { forgetAgenda } from './agenda';
import { namesShown, notify } from './notifications';
import { endedWords } from './words';

/** So many are told; of more, it is not the single ones that matter. */
const MOST = 20;

/** The tokens of a revoke-all that is under way, or was the last. */
async function inRevokeAll(): Promise<Placed[]> {
  const journal = await storedRevokeAll.journal.get();
  const parts = Array.from({ length: journal?.parts ?? 0 }, (_, part) => storedRevokeAll.part(part).get());
  return (await Promise.all(parts)).flat().flatMap(({ id, host }) => {
    const hostId = journal?.hosts[host]?.hostId;
    return hostId === undefined ? [] : { hostId, tokenId: id };
  });
}

/**
 * The tokens that Patina has revoked, is revoking, or is about to: none of these ends is news. Those of a rotation are only
 * where its revoke was sent, which is written down before: while both wait, whoever ends one of them is somebody else. And
 * what has failed counts until a list shows that it did nothing.
 */
async function revokedHere(before: Snapshot | null): Promise<Placed[]> {
  const [history, revokes, rotations, all] = await Promise.all([
    stored.history.get(),
    stored.revokes.get(),
    stored.rotations.get(),
    inRevokeAll(),
  ]);
  const isOpen = (failed: number | null) => failed === null || mayHaveArrived(failed, before);
  const noted = history.flatMap(({ deed, hostId, tokenId, outcome, at }) =>
    deed === 'revoked' && tokenId !== null && isOpen(outcome === 'failed' ? at : null) ? { hostId, tokenId } : [],
  );
  const pressed = revokes.filter((each) => isOpen(failedAt(each)));
  return [...noted, ...pressed, ...rotations.flatMap(({ sent = [] }) => sent), ...all];
}

/** Whether a token is one of those, on that host; what works in several places may have been revoked by way of another one. */
function revokedBy(ours: Placed[], hostId: HostId, hosts: KnownHost[]): (token: Token) => boolean {
  const keepers = new Map(hosts.map((host) => [host.id, keeperOf(host)]));
  const isSameKeeper = (other: HostId) => keepers.has(other) && keepers.get(other) === keepers.get(hostId);
  return (token) =>
    ours.some(
      (each) => each.tokenId === token.id && (each.hostId === hostId || (isShared(token) && isSameKeeper(each.hostId))),
    );
}

/** Notes the tokens that worked by the list before and that somebody else has revoked; answers those. */
export async function findEnded(hostId: HostId, before: Snapshot | null, list: Snapshot): Promise<EndedElsewhere[]> {
  const ended = revokedSince(before, list);
  if (ended.length === 0) return [];
  const isOurs = revokedBy(await revokedHere(before), hostId, await stored.hosts.get());
  const at = freeTime(await stored.endedElsewhere.get(), Date.now());
  const common = { hostId, identityId: list.identity.id, at, shown: false };
  const found = ended.filter((token) => !isOurs(token)).map(({ id, name }) => ({ ...common, tokenId: id, name }));
  if (found.length > 0) {
    await forgetAgenda(); // so that the next start of the worker tells, if this one is ended
    await stored.endedElsewhere.update((all) =>
      [...found, ...all.filter((each) => !found.some((one) => isSame(one, each)))].slice(0, MOST),
    );
  }
  return found;
}

/** Tells once of the tokens that were found, if the browser does not have the notification already. */
export async function tellOfEnded(known: Known[]): Promise<void> {
  const [all, hosts] = [await stored.endedElsewhere.get(), known.map(({ host }) => host)];
  const [names, { showNamesInNotifications }] = [await namesShown(), await stored.settings.get()];
  for (const telling of untold(all)) {
    const host = hosts.find(({ id }) => id === telling.hostId)?.name ?? '';
    const tokens = all.filter(isOf(telling)).map((each) => ({ name: isOfSignedIn(hosts, each) ? each.name : null }));
    const words = endedWords(host, tokens, showNamesInNotifications);
    if (names.has(notificationName('ended', telling)) || (await notify('ended', telling, words)))
      await stored.endedElsewhere.update((now) => withShown(now, telling));
  }
}

/** The user knows of it. */
export async function toldOfEnd(of: Placed): Promise<Result<void>> {
  const told = (await stored.endedElsewhere.get()).find((each) => isSame(each, of));
  await stored.endedElsewhere.update((all) => all.filter((each) => !isSame(each, of)));
  const left = await stored.endedElsewhere.get();
  if (told && !left.some(isOf(told))) await browser.notifications.clear(notificationName('ended', told));
  return ok();
}
