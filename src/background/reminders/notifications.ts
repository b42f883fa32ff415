import type { HostId } from '../../core/host';
import { notificationName, readName, type Topic } from '../../core/reminders/notification-name';
import type { Telling } from '../../core/reminders/telling';
import { browser, isFirefox } from '../../platform/browser';
import { log } from '../../platform/log';
import { message as m } from '../../platform/message';

export type Words = { title: string; message: string };

/** Firefox refuses a notification that has some. */
const buttonsFor = (topic: Topic) =>
  topic === 'reminder' && !isFirefox() ? { buttons: [{ title: m('snooze') }, { title: m('rotate_item') }] } : {};

/** The notifications that the browser has now, by name. */
export async function namesShown(): Promise<ReadonlySet<string>> {
  return new Set(Object.keys(await browser.notifications.getAll()));
}

/** Gives a notification to the browser, and answers whether it took it. */
export async function notify(topic: Topic, telling: Telling, words: Words): Promise<boolean> {
  const icon = { type: 'basic' as const, iconUrl: browser.runtime.getURL('icons/128.png') };
  try {
    await browser.notifications.create(notificationName(topic, telling), { ...icon, ...words, ...buttonsFor(topic) });
    return true;
  } catch (error) {
    log.warn('notification', error);
    return false;
  }
}

/** Takes away those of that host, or all that there are. */
export async function clearNotifications(hostId?: HostId): Promise<void> {
  for (const name of await namesShown())
    if (hostId === undefined || readName(name)?.hostId === hostId) await browser.notifications.clear(name);
}
