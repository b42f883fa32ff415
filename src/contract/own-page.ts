import { browser, type MessageSender } from '../platform/browser';

/**
 * Whether a message comes from one of the extension's own pages, as a whole page and not inside somebody's frame. Asked
 * of every message before anything is made that could answer it.
 */
export function isOwnPage({ id, origin, frameId }: MessageSender): boolean {
  // Not `new URL(…).origin`, which is "null" for schemes that an engine does not count as special.
  const own = browser.runtime.getURL('').replace(/\/$/, '');
  return id === browser.runtime.id && origin === own && (frameId === undefined || frameId === 0);
}
