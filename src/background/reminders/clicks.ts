import { tokenAddress } from '../../core/commands/addresses';
import type { Placed } from '../../core/names/placed';
import { readName } from '../../core/reminders/notification-name';
import type { Told } from '../../core/reminders/told';
import { isOfSignedIn } from '../../core/strangers/ended-elsewhere';
import { browser } from '../../platform/browser';
import { stored } from '../../platform/stored';
import { answerReminders } from './answer';

/** As many fit into an address; a notification of more leads to the first of them. */
const MOST_OPENED = 20;

type Found = Placed & Pick<Told, 'identityId'>;

const byEnd = (a: Told, b: Told) => a.expiresAt - b.expiresAt;

/** The tokens that a notification was about, the first to end first. */
async function tokensOf(name: string): Promise<Found[]> {
  const named = readName(name);
  if (!named) return [];
  const all = {
    reminder: async () => (await stored.reminders.get()).told.toSorted(byEnd),
    stranger: stored.strangers.get,
    ended: stored.endedElsewhere.get,
  };
  const about = (await all[named.topic]()).filter(({ hostId, at }) => hostId === named.hostId && at === named.at);
  return about.map(({ hostId, tokenId, identityId }) => ({ hostId, tokenId, identityId }));
}

/** Whether all of these tokens are of an account that is not signed in now: no list has them. */
async function areOthers(tokens: Found[]): Promise<boolean> {
  const hosts = await stored.hosts.get();
  return tokens.length > 0 && !tokens.some((each) => isOfSignedIn(hosts, each));
}

/** Opens the tokens of a notification: the address only shows them, whatever is to be done is pressed there. */
export async function openNotification(name: string): Promise<void> {
  const tokens = (await tokensOf(name)).slice(0, MOST_OPENED);
  const hash = (await areOthers(tokens)) ? 'overview' : tokenAddress(...tokens) || 'token=';
  await browser.tabs.create({ url: browser.runtime.getURL(`src/page/index.html#${hash}`) });
  await browser.notifications.clear(name);
}

/** The buttons of a reminder: the first is "Snooze for a day", the second only opens. */
export async function pressOnNotification(name: string, button: number): Promise<void> {
  if (button !== 0) return await openNotification(name);
  await answerReminders(await tokensOf(name), 'snooze');
  await browser.notifications.clear(name);
}
