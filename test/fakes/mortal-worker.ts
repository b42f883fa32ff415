import { vi } from 'vitest';
import type fakeBrowser from './browser';

type Browser = typeof fakeBrowser;
type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** What outlives a worker: its storage, and session memory with it. */
export type Left = { local: string; session: string };

export const NOTHING_LEFT: Left = { local: '[]', session: '[]' };

const never = () => new Promise<never>(() => undefined);

/** The browser and the network around one worker. `onStep` hears of each moment at which ending it makes a difference. */
function surround(browser: Browser, fetch: Fetch, onStep: (left: () => Left) => void) {
  let isOver = false;
  const left = (): Left => ({ local: browser.storage.local.dump(), session: browser.storage.session.dump() });
  const look = async <T>(act: () => Promise<T>): Promise<T> => (isOver ? await never() : await act());
  const change = async <T>(act: () => Promise<T>): Promise<T> => {
    await look(async () => onStep(left));
    const done = await act();
    await look(async () => onStep(left));
    return done;
  };
  for (const area of [browser.storage.local, browser.storage.session]) {
    const { get, set, remove } = area;
    area.get = (key) => look(() => get(key));
    area.set = (items) => change(() => set(items));
    area.remove = (key) => change(() => remove(key));
  }
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => change(() => fetch(address, init)));
  return {
    /** Nothing that it had begun goes on. */
    end: () => {
      isOver = true;
      return left();
    },
  };
}

async function restore(area: Browser['storage']['local'], left: string): Promise<void> {
  for (const [key, value] of JSON.parse(left)) await area.set({ [key]: value });
}

/**
 * Starts a worker with nothing in its memory, on what an earlier one has left. `onStep` is called before and after each
 * request and each change of storage: what is left then is all that the next worker would have.
 */
export async function startWorker(left: Left, fetch: Fetch, onStep: (left: () => Left) => void = () => undefined) {
  vi.resetModules();
  const { default: browser } = await import('./browser');
  browser.reset();
  await restore(browser.storage.local, left.local);
  await restore(browser.storage.session, left.session);
  const { end } = surround(browser, fetch, onStep);
  await import('../../src/background/index');
  const { call } = await import('../../src/contract/call');
  const { stored } = await import('../../src/platform/stored');
  return { call, stored, end, wake: (alarm: string) => void browser.alarms.onAlarm.fire({ name: alarm }) };
}

export type MortalWorker = Awaited<ReturnType<typeof startWorker>>;
