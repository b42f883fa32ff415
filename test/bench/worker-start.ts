import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type Subject, until } from './subject';

type Version = { scriptURL: string; runningStatus: string };

/** What it takes to start a worker that nobody waits for: until its listeners are there, and what it does after that. */
export type Start = { start: number; cpu: number; heap: number };

async function watchWorker({ pipe, tab, targets, attach, isOwn }: Subject) {
  await tab();
  const page = await until(
    async () => (await targets()).find(({ type, url }) => type === 'page' && !isOwn(url)),
    'page',
  );
  const sessionId = await attach(page.targetId);
  let [status, since] = ['', 0];
  const stop = pipe.on<{ versions: Version[] }>('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { scriptURL, runningStatus } of versions)
      if (isOwn(scriptURL) && runningStatus !== status) [status, since] = [runningStatus, performance.now()];
  });
  await pipe.send('ServiceWorker.enable', {}, sessionId);
  /** Answers when it came to that. */
  const comesTo = async (wanted: string) => {
    await until(async () => status === wanted, `worker that is ${wanted}`);
    return since;
  };
  const end = async () => {
    stop();
    await pipe.send('Target.detachFromTarget', { sessionId });
  };
  return { sessionId, comesTo, end };
}

type Process = { type: string; id: number; cpuTime: number };

/** Milliseconds that a process has had of a processor: by the kernel to the microsecond, by the browser to ten milliseconds. */
async function cpuOf({ id, cpuTime }: Process): Promise<number> {
  const tasks = await readdir(`/proc/${id}/task`).catch(() => []);
  if (tasks.length === 0) return 1_000 * cpuTime;
  const read = (task: string) => readFile(`/proc/${id}/task/${task}/schedstat`, 'utf8').catch(() => '0');
  const times = await Promise.all(tasks.map(read));
  return times.reduce((sum, text) => sum + Number.parseInt(text, 10) / 1e6, 0);
}

/** Of all renderers: that of the extension is the only one that does anything. */
async function renderersCpu({ pipe }: Subject): Promise<number> {
  const { processInfo } = await pipe.send<{ processInfo: Process[] }>('SystemInfo.getProcessInfo');
  const times = await Promise.all(processInfo.filter(({ type }) => type === 'renderer').map(cpuOf));
  return times.reduce((sum, time) => sum + time, 0);
}

async function heapOf({ pipe, targets, attach, isOwn }: Subject): Promise<number> {
  const worker = (await targets()).find(({ type, url }) => type === 'service_worker' && isOwn(url));
  if (!worker) return Number.NaN;
  const sessionId = await attach(worker.targetId);
  await pipe.send('HeapProfiler.collectGarbage', {}, sessionId);
  const { usedSize } = await pipe.send<{ usedSize: number }>('Runtime.getHeapUsage', {}, sessionId);
  await pipe.send('Target.detachFromTarget', { sessionId });
  return usedSize / 1024;
}

/** Ends the worker, and starts it as an event does that asks nothing of it. */
export async function startWorker(subject: Subject): Promise<Start> {
  const { sessionId, comesTo, end } = await watchWorker(subject);
  const { pipe, id } = subject;
  await pipe.send('ServiceWorker.stopAllWorkers', {}, sessionId);
  await comesTo('stopped');
  await pause(300);
  const before = await renderersCpu(subject);
  const at = performance.now();
  await pipe.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${id}/` }, sessionId);
  const start = (await comesTo('running')) - at;
  await pause(400);
  const cpu = (await renderersCpu(subject)) - before;
  const heap = await heapOf(subject);
  await end();
  return { start, cpu, heap };
}
