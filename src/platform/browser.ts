import browser, { type Runtime } from 'webextension-polyfill';

/** The one door to the browser's extension APIs. */
export { browser };

/** Firefox has no buttons on notifications, and no ports in match patterns. */
export const isFirefox = (): boolean => browser.runtime.getURL('').startsWith('moz-extension:');

export type MessageSender = Runtime.MessageSender;
