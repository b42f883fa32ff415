import { setTimeout as pause } from 'node:timers/promises';
import { openBrowser, type Pipe, type Target } from './pipe';

/** An extension in a browser of its own. */
export type Subject = Awaited<ReturnType<typeof openSubject>>;

/** One opening of the popup; times in milliseconds since the press on the icon. */
export type Opening = { paint: number; usable: number; task: number; heap: number };

const PATIENCE = 30_000;

/** What is asked again until it is there. */
export async function until<T>(
  ask: () => Promise<T | undefined | null | false>,
  what: string,
  patience = PATIENCE,
): Promise<T> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const answer = await ask().catch(() => undefined);
    if (answer) return answer;
    await pause(25);
  }
  throw new Error(`There was no ${what} in ${patience / 1000} seconds.`);
}

/** What a page or a worker says to an expression. */
export async function evaluate<T>(pipe: Pipe, sessionId: string, expression: string): Promise<T> {
  const asked = { expression, returnByValue: true, awaitPromise: true };
  const answer = await pipe.send<{ result: { value: T }; exceptionDetails?: { exception?: { description: string } } }>(
    'Runtime.evaluate',
    asked,
    sessionId,
  );
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? expression);
  return answer.result.value;
}

const TIMES = `(() => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0] ?? performance.getEntriesByName('first-paint')[0];
  const mark = performance.getEntriesByName('interactive')[0];
  const loaded = performance.getEntriesByType('navigation')[0];
  const usable = mark?.startTime ?? loaded?.domContentLoadedEventEnd;
  return paint && usable ? { origin: performance.timeOrigin, paint: paint.startTime, usable } : null;
})()`;

export async function openSubject(folder: string, port: number, isMarked: boolean) {
  const pipe = await openBrowser(port);
  const { id } = await pipe.send<{ id: string }>('Extensions.loadUnpacked', { path: folder });
  await pipe.send('Target.setDiscoverTargets', { discover: true });
  const targets = async () =>
    (await pipe.send<{ targetInfos: Target[] }>('Target.getTargets', { filter: [{}] })).targetInfos;
  const own = (url: string) => url.startsWith(`chrome-extension://${id}/`);
  const tab = async () =>
    await until(async () => (await targets()).find(({ type, url }) => type === 'tab' && !own(url)), 'tab');

  async function attach(targetId: string): Promise<string> {
    return (await pipe.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })).sessionId;
  }

  /** Presses the icon. Main-thread time is counted from before the page begins. */
  async function press() {
    const created = new Promise<string>((resolve) => {
      const stop = pipe.on<{ targetInfo: Target }>('Target.targetCreated', ({ targetInfo }) => {
        if (targetInfo.type !== 'other' && !own(targetInfo.url)) return;
        stop();
        resolve(targetInfo.targetId);
      });
    });
    const watched = created.then(async (targetId) => {
      const sessionId = await attach(targetId);
      await pipe.send('Performance.enable', { timeDomain: 'threadTicks' }, sessionId);
      return { targetId, sessionId };
    });
    const { targetId } = await tab();
    const at = Date.now();
    await pipe.send('Extensions.triggerAction', { id, targetId });
    return { at, ...(await watched) };
  }

  async function closePopup(targetId: string): Promise<void> {
    await pipe.send('Target.closeTarget', { targetId }).catch(() => undefined);
    await until(async () => !(await targets()).some((each) => each.targetId === targetId), 'end of the popup');
  }

  async function openPopup(): Promise<Opening> {
    const { at, targetId, sessionId } = await press();
    type Times = { origin: number; paint: number; usable: number };
    const times = await until(
      () => evaluate<Times | null>(pipe, sessionId, TIMES),
      isMarked ? 'usable popup' : 'popup',
    );
    await pause(400); // what comes after the first frame is its work, too
    const { metrics } = await pipe.send<{ metrics: { name: string; value: number }[] }>(
      'Performance.getMetrics',
      {},
      sessionId,
    );
    await pipe.send('HeapProfiler.collectGarbage', {}, sessionId);
    const { usedSize } = await pipe.send<{ usedSize: number }>('Runtime.getHeapUsage', {}, sessionId);
    await closePopup(targetId);
    const since = times.origin - at;
    const task = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
    return { paint: since + times.paint, usable: since + times.usable, task, heap: usedSize / 1024 };
  }

  return { id, pipe, targets, tab, attach, press, closePopup, openPopup, isOwn: own, close: pipe.close };
}
