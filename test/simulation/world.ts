import { browserFor, eventOf, type Life } from './browser';
import type { Start } from './bundle';
import { type Clock, virtualClock } from './clock';
import { type SimulatedService, simulatedService } from './service';

const SENDER = { id: 'patina', origin: 'chrome-extension://patina', frameId: 0 };
/** There and back again takes twice as long. */
const ONE_WAY = 25;
/** So late comes what was on its way when its worker was ended: when the next one is at work. */
const LATE = 30_000;
/** A worker without anything to do is ended after that. */
const IDLE = 30_000;

export type Plan = {
  names: string[];
  /** After which effects on what outlives it the worker is ended. */
  killsAfter?: number[];
  /** What becomes of requests that are on their way then. */
  onTheWay?: 'lost' | 'late';
};

/** Time as the worker sees it. */
function dateBy(clock: Clock) {
  return class extends Date {
    static override now = clock.now;
  };
}

/** A browser with the extension in it and an Azure DevOps, in which time passes only when nothing else can happen. */
export function simulate(start: Start, { names, killsAfter = [], onTheWay = 'lost' }: Plan) {
  const clock = virtualClock(Date.parse('2026-06-01T08:00:00Z'));
  const service: SimulatedService = simulatedService(clock, names);
  const stores = { local: new Map<string, unknown>(), session: new Map<string, unknown>() };
  const alarmStops = new Map<string, () => void>();
  const alarmTimes = new Map<string, number>();
  const world = {
    effects: 0,
    lives: 0,
    online: true,
    killsAfter: [...killsAfter],
    inFlight: 0,
    most: 0,
    calls: [] as string[],
    rejects: '',
  };
  let life: Life | undefined;

  function kill(): void {
    if (!life) return;
    life.alive = false;
    world.inFlight = 0;
    for (const end of life.ended) end();
    life = undefined;
  }

  function effect(): void {
    world.effects += 1;
    if (world.killsAfter.includes(world.effects)) kill();
  }

  /** A request of a worker, which may be ended while it is under way. */
  function fetchFor(own: Life) {
    return (input: unknown, init: RequestInit = {}) =>
      new Promise<Response>((resolve, reject) => {
        own.busyAt = clock.now();
        world.inFlight += 1;
        world.most = Math.max(world.most, world.inFlight);
        const back = (tell: () => void) =>
          clock.after(ONE_WAY, () => {
            if (!own.alive) return;
            world.inFlight -= 1;
            tell();
          });
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        const arrive = async () => {
          const answer = await service.ask(String(input), init);
          effect();
          back(() => (answer ? resolve(answer) : reject(new TypeError('Failed to fetch'))));
        };
        clock.after(ONE_WAY, () => {
          if (!world.online) return back(() => reject(new TypeError('Failed to fetch')));
          if (own.alive) return arrive();
          return onTheWay === 'late' ? clock.after(LATE, arrive) : undefined;
        });
      });
  }

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
    const browser = browserFor({ clock, stores, alarms, effect, called }, own);
    const timers = timersOf(own);
    const quiet = { warn: (text: string) => warnings.push(text) };
    const navigator = { userAgent: 'a browser' };
    start(browser, fetchFor(own), timers.set, timers.clear, dateBy(clock), abortSignals(own), quiet, navigator);
    return own;
  }
  const warnings: string[] = [];

  function ring(name: string, period: number | undefined): void {
    if (life && clock.now() - life.busyAt > IDLE) kill();
    const own = life ?? begin();
    own.busyAt = clock.now();
    if (period !== undefined) alarms.create(name, { when: clock.now() + period * 60_000, periodInMinutes: period });
    eventOf(own, 'alarms.onAlarm').fire({ name });
  }

  const alarms = {
    get: (name: string) => (alarmStops.has(name) ? { name, scheduledTime: alarmTimes.get(name) } : undefined),
    clear: (name: string) => {
      alarmStops.get(name)?.();
      return alarmStops.delete(name);
    },
    create: (name: string, options: { when?: number; periodInMinutes?: number }) => {
      alarms.clear(name);
      const after = (options.when ?? clock.now()) - clock.now();
      alarmTimes.set(name, clock.now() + after);
      const stop = clock.after(Math.max(after, 1_000), () => {
        alarmStops.delete(name);
        ring(name, options.periodInMinutes);
      });
      alarmStops.set(name, stop);
    },
  };

  /** A page asks the worker; `undefined` where it was ended before it answered. */
  async function ask(name: string, input: object): Promise<{ ok: boolean; failure?: object } | undefined> {
    const own = life ?? begin();
    let answer: { ok: boolean; failure?: object } | undefined;
    let over = false;
    own.ended.push(() => {
      over = true;
    });
    const [asked] = eventOf(own, 'runtime.onMessage').fire({ name, input }, SENDER);
    void Promise.resolve(asked as Promise<{ ok: boolean }>).then((value) => {
      answer = JSON.parse(JSON.stringify(value));
      over = true;
    });
    await clock.runUntil(() => over, 120_000);
    return answer;
  }

  return {
    clock,
    service,
    world,
    warnings,
    ask,
    kill,
    /** The browser is closed and opened again: session memory and, as of an unpacked extension, alarms are lost. */
    restart: () => {
      kill();
      stores.session.clear();
      for (const name of [...alarmStops.keys()]) alarms.clear(name);
      eventOf(begin(), 'runtime.onStartup').fire();
    },
    /** What is stored there, without its version. */
    stored: <T>(key: string) => (stores.local.get(key) as { value: T } | undefined)?.value as T,
    store: (key: string, value: unknown, area: keyof typeof stores = 'local') => stores[area].set(key, value),
    /** As another start of the browser begins with, but for the alarms. */
    forgetSession: () => stores.session.clear(),
    /** Characters that are stored, on disk and in memory. */
    size: () => JSON.stringify([...stores.local, ...stores.session]).length,
    loseAlarm: (name: string) => alarms.clear(name),
    /** Something that is of no matter here starts the worker. */
    wake: () => void begin(),
  };
}

export type Simulation = ReturnType<typeof simulate>;
