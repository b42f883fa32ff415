import type { HostId } from '../../core/host';
import { isSame, type Placed } from '../../core/names/placed';
import { keeperOf } from '../../core/names/token-key';
import { notificationName } from '../../core/reminders/notification-name';
import { isOf, type Telling, untold, withShown } from '../../core/reminders/telling';
import type { Known } from '../../core/reminders/watched';
import { ok, type Result } from '../../core/result';
import type { Snapshot } from '../../core/snapshot';
import { alwaysLike, isAlwaysMine } from '../../core/strangers/always';
import { isOfSignedIn } from '../../core/strangers/ended-elsewhere';
import { type Doings, type Seen, strangersIn, withFound, withList } from '../../core/strangers/find';
import type { Stranger } from '../../core/strangers/stranger';
import { browser } from '../../platform/browser';
import { stored } from '../../platform/stored';
import { lastList } from '../last-list';
import { forgetAgenda } from './agenda';
import { namesShown, notify } from './notifications';
import { strangerWords } from './words';

/** Far more tools than anybody has. */
const MOST_RULES = 100;

async function baselinesBeside(hostId: HostId): Promise<Seen['beside']> {
  const hosts = await stored.hosts.get();
  const own = hosts.find(({ id }) => id === hostId);
  const beside = hosts.filter((host) => own && host !== own && keeperOf(host) === keeperOf(own));
  return new Map(await Promise.all(beside.map(async ({ id }) => [id, await stored.baselines(id).get()] as const)));
}

/** Whether there is a token in the list of which nothing is known yet, or a list of another kind. */
function hasNews({ own, list }: Pick<Seen, 'own' | 'list'>): boolean {
  const before = own.find(({ identityId }) => identityId === list.identity.id);
  const seen = new Set(before?.ids);
  const isOther = list.tokens.length !== seen.size || before?.onlyMadeHere !== list.onlyMadeHere;
  return isOther || list.tokens.some(({ id }) => !seen.has(id));
}

/** What explains a token that was not there before. */
async function doingsOn(hostId: HostId): Promise<Doings> {
  const [history, intents, always] = await Promise.all([
    stored.history.get(),
    stored.intents.get(),
    stored.always(hostId).get(),
  ]);
  return { history, intents, always };
}

/** Looks in a new list for tokens that nobody here has made. */
export async function findStrangers(hostId: HostId, list: Snapshot): Promise<void> {
  const own = await stored.baselines(hostId).get();
  const news = hasNews({ own, list });
  const seen: Seen = { hostId, list, own, beside: news ? await baselinesBeside(hostId) : new Map() };
  const found = news ? strangersIn(seen, await doingsOn(hostId)) : [];
  if (found.length > 0) await forgetAgenda(); // so that the next start of the worker tells, if this one is ended
  const known = await stored.strangers.get();
  if (found.length + known.length > 0)
    await stored.strangers.update((all) => withFound(all, found, { ...seen, now: Date.now() }));
  if (news) await stored.baselines(hostId).set(withList(seen));
}

async function notifyOfStrangers(telling: Telling, known: Known[]): Promise<void> {
  const found = (await stored.strangers.get()).filter(isOf(telling));
  const at = known.find(({ host }) => host.id === telling.hostId);
  const nameOf = (of: Stranger) => at?.snapshot?.tokens.find(({ id }) => id === of.tokenId)?.name ?? '';
  const tokens = found.map((each) => ({ name: at && isOfSignedIn([at.host], each) ? nameOf(each) : null }));
  const { showNamesInNotifications } = await stored.settings.get();
  const words = strangerWords(at?.host.name ?? '', tokens, showNamesInNotifications);
  if (await notify('stranger', telling, words)) await stored.strangers.update((all) => withShown(all, telling));
}

/** Tells once of the tokens that were found, if the browser does not have the notification already. */
export async function tellOfStrangers(known: Known[]): Promise<void> {
  const open = untold(await stored.strangers.get());
  if (open.length === 0) return;
  const names = await namesShown();
  for (const telling of open)
    if (names.has(notificationName('stranger', telling)))
      await stored.strangers.update((all) => withShown(all, telling));
    else await notifyOfStrangers(telling, known);
}

/** What the user says of one token, they say of all that look like it, and of those that will. */
async function ownAlways({ hostId, tokenId }: Placed): Promise<Placed[]> {
  const snapshot = await lastList(hostId);
  const token = snapshot?.tokens.find(({ id }) => id === tokenId);
  if (!snapshot || !token) return [];
  const rule = alwaysLike(token, snapshot.identity.id);
  await stored.always(hostId).update((all) => [rule, ...all].slice(0, MOST_RULES));
  const like = snapshot.tokens.filter((each) => isAlwaysMine(each, snapshot.identity.id, [rule]));
  return like.map(({ id }) => ({ hostId, tokenId: id }));
}

/** The user has made that token themselves; `always`: and will make others like it. */
export async function ownToken({ always, ...of }: Placed & { always: boolean }): Promise<Result<void>> {
  const owned = [of, ...(always ? await ownAlways(of) : [])];
  const isOwned = (each: Placed) => owned.some((placed) => isSame(each, placed));
  const own = (await stored.strangers.get()).filter(isOwned);
  await stored.strangers.update((all) => all.filter((each) => !isOwned(each)));
  const left = await stored.strangers.get();
  for (const each of own)
    if (!left.some(isOf(each))) await browser.notifications.clear(notificationName('stranger', each));
  return ok();
}
