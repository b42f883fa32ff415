import { isForDoctor } from '../contract/guard-call';
import { isOwnPage } from '../contract/own-page';
import { browser, type MessageSender } from '../platform/browser';
import { inBackground } from '../platform/log';
import { onAllowed } from '../platform/permission';
import { isAnythingDue } from './due';

// Every listener of the worker, added while it starts: one that is woken for an event gets it only then. What they do is
// evaluated when the first of them is asked, since most that a worker could do is not what it was woken for.

const work = () => import('./work');
type Work = Awaited<ReturnType<typeof work>>;

/** The same when it can begin. */
async function ready(): Promise<Work> {
  const worker = await work();
  await worker.prepare();
  return worker;
}

/** What is due comes first, once, whatever has woken the worker. */
const begun = isAnythingDue().then(async (isDue) => {
  if (isDue) (await ready()).goOn();
});

async function after<T>(deed: (worker: Work) => T): Promise<Awaited<T>> {
  const [worker] = await Promise.all([ready(), begun]);
  return await deed(worker);
}

const doAfter = (where: string, deed: (worker: Work) => Promise<void>): void => inBackground(where, after(deed));

browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) => {
  if (isOwnPage(sender)) return after(({ answer }) => answer(message));
  if (isForDoctor(message, sender)) doAfter('token doctor', ({ openDoctor }) => openDoctor());
  return undefined;
});
browser.runtime.onInstalled.addListener(({ reason }) => {
  doAfter('closed storage', ({ closeStorage }) => closeStorage());
  doAfter('welcome', ({ welcome }) => welcome(reason));
  doAfter('menu', ({ buildMenu }) => buildMenu());
  doAfter('give back', ({ giveBackUnneeded }) => giveBackUnneeded());
  // An update takes the scripts away that were registered.
  doAfter('paste guard', ({ keepGuard }) => keepGuard());
});
// That there is a listener starts the worker with the browser, and its start goes on with what was under way.
browser.runtime.onStartup.addListener(() => {
  doAfter('closed storage', ({ closeStorage }) => closeStorage());
  doAfter('give back', ({ giveBackUnneeded }) => giveBackUnneeded());
  doAfter('revoke all', ({ endWaits }) => endWaits());
});
// What is allowed can be taken away, and given, in the browser's own settings.
onAllowed(() => {
  doAfter('paste guard', ({ keepGuard }) => keepGuard());
  doAfter('revoke all', ({ endWaits }) => endWaits());
});
browser.contextMenus.onClicked.addListener(({ menuItemId }) =>
  doAfter('menu', ({ openFromMenu }) => openFromMenu(menuItemId)),
);
browser.storage.sync?.onChanged?.addListener(() => doAfter('roaming', ({ roam }) => roam()));
browser.storage.managed?.onChanged?.addListener(() => doAfter('policy', ({ followPolicy }) => followPolicy()));
browser.alarms.onAlarm.addListener(({ name }) => doAfter(`alarm ${name}`, ({ runAlarm }) => runAlarm(name)));
browser.notifications.onClicked.addListener((name) =>
  doAfter('notification', ({ openNotification }) => openNotification(name)),
);
// Firefox has no buttons there, and no event for them.
browser.notifications.onButtonClicked?.addListener((name, button) =>
  doAfter('button of a notification', ({ pressOnNotification }) => pressOnNotification(name, button)),
);
browser.omnibox.onInputStarted.addListener(() => doAfter('omnibox', ({ beginInput }) => beginInput()));
browser.omnibox.onInputChanged.addListener((typed, show) => doAfter('omnibox', ({ suggest }) => suggest(typed, show)));
browser.omnibox.onInputEntered.addListener((entered, where) =>
  doAfter('omnibox', ({ openEntered }) => openEntered(entered, where)),
);
