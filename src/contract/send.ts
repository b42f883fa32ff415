import { browser } from '../platform/browser';
import type { Name, Sent } from './contract';

/**
 * Sends a deed to the worker, in the same breath: a popup that is closed in the next moment has asked all the same. No
 * schema is needed for that; the reply is read by `answered`. Rejects where the worker was ended before it replied.
 */
export async function send<N extends Name>(name: N, input: Sent<N>): Promise<unknown> {
  return await browser.runtime.sendMessage({ name, input });
}
