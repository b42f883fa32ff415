import browser, { type Runtime } from 'webextension-polyfill';

/** The one door to the browser's extension APIs. */
export { browser };

export type MessageSender = Runtime.MessageSender;
