import { browserFor, eventOf, type Life } from './browser';
import type { Start } from './bundle';
import { virtualClock } from './clock';
import { calmWire, networkOf } from './network';
import { type SimulatedService, simulatedService } from './service';

const SENDER = { id: 'patina', origin: 'chrome-extension://patina', frameId: 0 };
/** A worker without anything to do is ended after that. */
const IDLE = 30_000;

export type Answer = { ok: boolean; value?: unknown; failure?: { kind: string } };
export type Asked = { hasEnded: boolean; answer: Answer | undefined };

export type Plan = {
  names: string[];
  /** After which effects on what outlives it the worker is ended. */
  killsAfter?: number[];
  /** What becomes of requests that are on their way then. */
  onTheWay?: 'lost' | 'late';
  /** Hears of each value as it is stored. */
  onStored?: (key: string, value: unknown) => void;
};

/** Time as the worker sees it. */
function dateBy(now: () => number) {
  return class extends Date {
    static override now = now;
  };
}

/** A browser with the extension in it and an Azure DevOps, in which time passes only when nothing else can happen. */
export function simulate(
  start: Start,
  { names, killsAfter = [], onTheWay = 'lost', onStored = () => undefined }: Plan,
) {
  const clock = virtualClock(Date.parse('2026-06-01T08:00:00Z'));
  const service: SimulatedService = simulatedService(clock, names);
  const stores = { local: new Map<string, unknown>(), session: new Map<string, unknown>() };
  const alarmStops = new Map<string, () => void>();
  const alarmTimes = new Map<string, number>();
  const world = {
    effects: 0,
    lives: 0,
    killsAfter: [...killsAfter],
    calls: [] as string[],
    rejects: '',
    /** Whether the user lets the extension reach its hosts. */
    isAllowed: true,
    /** By how much the machine's clock is ahead, in milliseconds. */
    skew: 0,
  };
  const wire = calmWire();
  const now = () => clock.now() + world.skew;
  let life: Life | undefined;

  function kill(): void {
    if (!life) return;
    life.alive = false;
    wire.inFlight = 0;
    for (const end of life.ended) end();
    life = undefined;
  }

  function effect(): void {
    world.effects += 1;
    if (world.killsAfter.includes(world.effects)) kill();
  }

  const fetchFor = networkOf({ clock, service, wire, onTheWay, effect });

  function timersOf(own: Life) {
    const stops = new Map<number, () => void>();
    let last = 0;
    return {
      set: (run: () => void, milliseconds = 0) => {
        last += 1;
        stops.set(
          last,
          clock.after(milliseconds, () => own.alive && run()),
        );
        return last;
      },
      clear: (id: number) => stops.get(id)?.(),
    };
  }

  function abortSignals(own: Life) {
    return {
      timeout: (milliseconds: number) => {
        const controller = new AbortController();
        clock.after(milliseconds, () => own.alive && controller.abort(new DOMException('late', 'TimeoutError')));
        return controller.signal;
      },
    };
  }

  function begin(): Life {
    const own: Life = { alive: true, busyAt: clock.now(), events: new Map(), ended: [] };
    life = own;
    world.lives += 1;
    const called = (name: string) => {
      world.calls.push(name);
      if (world.rejects === name) throw new Error('The browser does not answer.');
    };
    const isAllowed = () => world.isAllowed;
    const browser = browserFor({ clock, stores, alarms, effect, called, isAllowed, onStored }, own);
    const timers = timersOf(own);
    const quiet = { warn: (text: string) => warnings.push(text) };
    const navigator = { userAgent: 'a browser' };
    start(browser, fetchFor(own), timers.set, timers.clear, dateBy(now), abortSignals(own), quiet, navigator);
    return own;
  }
  const warnings: string[] = [];

  function ring(name: string, period: number | undefined): void {
    if (life && clock.now() - life.busyAt > IDLE) kill();
    const own = life ?? begin();
    own.busyAt = clock.now();
    if (period !== undefined) alarms.create(name, { when: now() + period * 60_000, periodInMinutes: period });
    eventOf(own, 'alarms.onAlarm').fire({ name });
  }

  const alarms = {
    get: (name: string) => (alarmStops.has(name) ? { name, scheduledTime: alarmTimes.get(name) } : undefined),
    clear: (name: string) => {
      alarmStops.get(name)?.();
      return alarmStops.delete(name);
    },
    clearAll: () => {
      for (const name of [...alarmStops.keys()]) alarms.clear(name);
    },
    create: (name: string, options: { when?: number; periodInMinutes?: number }) => {
      alarms.clear(name);
      const after = (options.when ?? now()) - now();
      alarmTimes.set(name, now() + after);
      const stop = clock.after(Math.max(after, 1_000), () => {
        alarmStops.delete(name);
        ring(name, options.periodInMinutes);
      });
      alarmStops.set(name, stop);
    },
  };

  /** A page asks the worker, and does not wait. `hasEnded`: it was answered, or the worker was ended before. */
  function post(name: string, input: object): Asked {
    const own = life ?? begin();
    const asked: Asked = { hasEnded: false, answer: undefined };
    own.ended.push(() => {
      asked.hasEnded = true;
    });
    const [answering] = eventOf(own, 'runtime.onMessage').fire({ name, input }, SENDER);
    void Promise.resolve(answering as Promise<Answer>).then((value) => {
      if (!asked.hasEnded) Object.assign(asked, { hasEnded: true, answer: JSON.parse(JSON.stringify(value)) });
    });
    return asked;
  }

  /** The same, and waits for the answer; `undefined` where the worker was ended before. */
  async function ask(name: string, input: object): Promise<Answer | undefined> {
    const asked = post(name, input);
    await clock.runUntil(() => asked.hasEnded, 120_000);
    return asked.answer;
  }

  /** All that a new start finds gone. */
  function endSession(): Life {
    kill();
    stores.session.clear();
    alarms.clearAll();
    return begin();
  }

  return {
    clock,
    service,
    world,
    wire,
    warnings,
    post,
    ask,
    kill,
    /** The browser is closed and opened again: session memory and, as of an unpacked extension, alarms are lost. */
    restart: () => eventOf(endSession(), 'runtime.onStartup').fire(),
    /** A new version of the extension takes over. */
    update: () => eventOf(endSession(), 'runtime.onInstalled').fire({ reason: 'update' }),
    /** What is stored there, without its version. */
    stored: <T>(key: string, area: keyof typeof stores = 'local') =>
      (stores[area].get(key) as { value: T } | undefined)?.value as T,
    store: (key: string, value: unknown, area: keyof typeof stores = 'local') => stores[area].set(key, value),
    /** As it lies there, whatever it is. */
    put: (key: string, value: unknown, area: keyof typeof stores = 'local') => stores[area].set(key, value),
    all: () => new Map(stores.local),
    /** As another start of the browser begins with, but for the alarms. */
    forgetSession: () => stores.session.clear(),
    /** Characters that are stored, on disk and in memory. */
    size: () => JSON.stringify([...stores.local, ...stores.session]).length,
    loseAlarm: (name: string) => alarms.clear(name),
    alarmNames: () => [...alarmStops.keys()],
    ring,
    /** Something that is of no matter here starts the worker. */
    wake: () => void begin(),
  };
}

export type Simulation = ReturnType<typeof simulate>;
