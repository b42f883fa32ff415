import { browser, type MessageSender } from '../platform/browser';

/** All that the script in guarded pages ever sends: nothing of what it has seen is in it. */
export const OPEN_DOCTOR = 'open-doctor';

/** Whether a message is that one, from a page in a tab and of this extension's own script there. */
export const isForDoctor = (message: unknown, { id, tab }: MessageSender): boolean =>
  message === OPEN_DOCTOR && id === browser.runtime.id && tab !== undefined;
