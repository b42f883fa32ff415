import { bundle, bundleManyWorkers, SURROUNDINGS } from '../simulation/bundle';
import type fakeBrowser from './browser';
import type * as workerAndPage from './worker-and-page';

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
  return {
    fetch: (address: string, init: RequestInit) => change(() => fetch(address, init)),
    /** Nothing that it had begun goes on. */
    end: () => {
      isOver = true;
      return left();
    },
  };
}

type Start = (browser: Browser, fetch: Fetch) => typeof workerAndPage;

type Bundled = { start: Start; freshBrowser: () => Browser };

/** As they are now: a test may have put its own in their place. */
const globals = () => Object.fromEntries(SURROUNDINGS.map((name) => [name, Reflect.get(globalThis, name)]));

async function bundleBoth(): Promise<Bundled> {
  const startAmid = await bundleManyWorkers('test/fakes/worker-and-page.ts');
  const start: Start = (browser, fetch) => {
    const around: Record<string, unknown> = { ...globals(), browser, fetch };
    return startAmid(...SURROUNDINGS.map((name) => around[name])) as typeof workerAndPage; // what that entry exports
  };
  const freshBrowser = new Function(`${await bundle('test/fakes/browser.ts')}\nreturn worker;`) as () => Browser;
  return { start, freshBrowser };
}

let bundled: Promise<Bundled> | undefined;

/** Functions instead of some hundred modules: they are called some thousand times. */
function bundledOnce(): Promise<Bundled> {
  bundled ??= bundleBoth();
  return bundled;
}

async function restore(area: Browser['storage']['local'], left: string): Promise<void> {
  for (const [key, value] of JSON.parse(left)) await area.set({ [key]: value });
}

/**
 * Starts a worker with nothing in its memory, on what an earlier one has left. `onStep` is called before and after each
 * request and each change of storage: what is left then is all that the next worker would have.
 */
export async function startWorker(left: Left, fetch: Fetch, onStep: (left: () => Left) => void = () => undefined) {
  const { start, freshBrowser } = await bundledOnce();
  const browser = freshBrowser();
  browser.reset();
  await restore(browser.storage.local, left.local);
  await restore(browser.storage.session, left.session);
  const { end, fetch: reach } = surround(browser, fetch, onStep);
  const { call, stored } = start(browser, reach);
  return { call, stored, end, wake: (alarm: string) => void browser.alarms.onAlarm.fire({ name: alarm }) };
}

export type MortalWorker = Awaited<ReturnType<typeof startWorker>>;
