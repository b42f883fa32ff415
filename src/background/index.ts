import '../platform/jitless';
import { onTrace } from '../azure/trace';
import { serve } from '../contract/serve';
import { browser, type MessageSender } from '../platform/browser';
import { inBackground } from '../platform/log';
import { forgetPageOrigins } from '../platform/page-origin';
import { beforeWriting } from '../platform/storage-item';
import { runAlarm, runAllJobs } from './alarms';
import { setAside } from './asides';
import { giveBackUnneeded } from './connection/leave';
import { buildMenu, ensureMenu, openFromMenu } from './context-menu';
import { keepTrace } from './diagnostics';
import { handlers } from './handlers';
import { openNotification, pressOnNotification } from './reminders/clicks';
import { welcome } from './welcome';

// Every listener of the worker, added while it starts: one that is woken for an event gets it only then.
const answer = serve(handlers);
browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) => answer(message, sender));
browser.runtime.onInstalled.addListener(({ reason }) => inBackground('welcome', welcome(reason)));
browser.runtime.onInstalled.addListener(() => inBackground('menu', buildMenu()));
// That there is a listener starts the worker with the browser, and its start goes on with what was under way.
browser.runtime.onStartup.addListener(() => inBackground('give back', giveBackUnneeded()));
browser.runtime.onInstalled.addListener(() => inBackground('give back', giveBackUnneeded()));
browser.contextMenus.onClicked.addListener(({ menuItemId }) => inBackground('menu', openFromMenu(menuItemId)));
browser.alarms.onAlarm.addListener(({ name }) => inBackground(`alarm ${name}`, runAlarm(name)));
browser.notifications.onClicked.addListener((name) => inBackground('notification', openNotification(name)));
// Firefox has no buttons there, and no event for them.
browser.notifications.onButtonClicked?.addListener((name, button) =>
  inBackground('button of a notification', pressOnNotification(name, button)),
);

onTrace(keepTrace);
beforeWriting(setAside);
runAllJobs();
inBackground('menu at start', ensureMenu());
inBackground('rules at start', forgetPageOrigins());
