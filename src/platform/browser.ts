import type { Browser, Runtime } from 'webextension-polyfill';

// Firefox has it, and Chromium from 148 on, the oldest that the manifest allows.
// https://developer.chrome.com/docs/extensions/develop/concepts/browser-namespace
declare const browser: Browser;
const ofThisExtension = browser;

/** The one door to the browser's extension APIs. */
export { ofThisExtension as browser };

/** Firefox has no buttons on notifications, and no ports in match patterns. */
export const isFirefox = (): boolean => ofThisExtension.runtime.getURL('').startsWith('moz-extension:');

/** Both browsers tell the origin of who has sent a message, of which the types do not know. */
export type MessageSender = Runtime.MessageSender & { origin?: string };
