import type { ProfileName } from '../../dev-server/onprem/profiles';
import { browserFor, eventOf, type Life, type Rule } from './browser';
import type { Start } from './bundle';
import { chanceFrom } from './chance';
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
  /** Further organizations that there are. */
  organizations?: string[];
  /** After which effects on what outlives it the worker is ended. */
  killsAfter?: number[];
  /** Which server on premises there is beside the cloud. */
  server?: ProfileName;
  /** When it begins. */
  at?: string;
  /** What becomes of requests that are on their way then. */
  onTheWay?: 'lost' | 'late';
  /** Hears of each value as it is stored. */
  onStored?: (key: string, value: unknown) => void;
};

const SUMMER = '2026-06-01T08:00:00Z';

/** How half a write looks: its text is cut, its list is, or something else is in its place; or it never was. */
const spoiltBy = {
  torn: (stored: unknown) => JSON.stringify(stored).slice(0, JSON.stringify(stored).length / 2),
  halved: (stored: unknown) => {
    const { value, ...rest } = Object(stored) as { value?: unknown };
    if (!Array.isArray(value)) return { ...rest, value: null };
    const [last = null] = value.slice(-1);
    return { ...rest, value: [...value.slice(0, -1), Object.fromEntries(Object.entries(Object(last)).slice(0, 2))] };
  },
  corrupt: (stored: unknown) => ({ ...Object(stored), value: 42 }),
};
export type Spoil = keyof typeof spoiltBy | 'lost';

/** Time as the worker sees it. */
function dateBy(now: () => number) {
  return class extends Date {
    static override now = now;
  };
}

/** A browser with the extension in it and an Azure DevOps, in which time passes only when nothing else can happen. */
export function simulate(
  start: Start,
  { names, organizations, killsAfter = [], onTheWay = 'lost', onStored = () => undefined, server, at = SUMMER }: Plan,
) {
  const clock = virtualClock(Date.parse(at));
  const service: SimulatedService = simulatedService(clock, names, server, organizations);
  const chance = chanceFrom(1);
  const stores = { local: new Map<string, unknown>(), session: new Map<string, unknown>() };
  const rules = new Map<number, Rule>();
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
    /** Whether the disk takes no more than it has. */
    isFull: false,
    /** How often a worker was ended after an effect. */
    kills: 0,
    /** By how much the machine's clock is ahead, in milliseconds. */
    skew: 0,
  };
  const wire = calmWire();
  const now = () => clock.now() + world.skew;
  let life: Life | undefined;

  function kill(): void {
    if (!life) return;
    life.alive = false;
    wire.inFlight.clear();
    for (const end of life.ended) end();
    life = undefined;
  }

  function effect(): void {
    world.effects += 1;
    if (!world.killsAfter.includes(world.effects)) return;
    world.kills += 1;
    kill();
  }

  const isAllowed = () => world.isAllowed;
  const fetchFor = networkOf({ clock, rules, service, wire, onTheWay, effect, isAllowed });

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

  /** What the last write to the disk has put in the place of what. */
  let lastWrite: { key: string; before: unknown } | undefined;
  const onDisk = new Map<string, unknown>();

  function kept(key: string, value: unknown): void {
    if (stores.local.has(key) || onDisk.has(key)) {
      lastWrite = { key, before: onDisk.get(key) };
      onDisk.set(key, stores.local.get(key));
    }
    onStored(key, value);
  }

  function begin(): Life {
    const own: Life = { alive: true, busyAt: clock.now(), events: new Map(), ended: [] };
    life = own;
    world.lives += 1;
    const called = (name: string) => {
      world.calls.push(name);
      if (world.rejects === name) throw new Error('The browser does not answer.');
    };
    const isFull = () => world.isFull;
    const browser = browserFor(
      { clock, rules, stores, alarms, effect, called, isAllowed, isFull, onStored: kept },
      own,
    );
    const timers = timersOf(own);
    const quiet = { warn: (text: string) => warnings.push(text) };
    const navigator = { userAgent: 'a browser' };
    const around = [fetchFor(own), timers.set, timers.clear, dateBy(now), abortSignals(own), quiet, navigator];
    start(browser, ...around, chance.crypto, chance.Math);
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
    rules.clear();
    alarms.clearAll();
    return begin();
  }

  const restart = () => eventOf(endSession(), 'runtime.onStartup').fire();

  /** The machine loses its power: something that was stored is not what it was, and the browser starts anew. */
  function breakDown(by: Spoil, which: number): string | undefined {
    const keys = [...stores.local.keys()];
    const key = by === 'lost' ? lastWrite?.key : keys[which % Math.max(keys.length, 1)];
    kill();
    const spoilt = by === 'lost' ? lastWrite?.before : spoiltBy[by](stores.local.get(key ?? ''));
    if (key !== undefined && spoilt === undefined) stores.local.delete(key);
    else if (key !== undefined) stores.local.set(key, spoilt);
    restart();
    return key;
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
    restart,
    breakDown,
    /** The user takes the leave away to reach the hosts, or gives it. */
    allow: (isAllowedNow: boolean) => {
      if (world.isAllowed === isAllowedNow) return;
      world.isAllowed = isAllowedNow;
      const own = life ?? begin();
      const origins = ['https://dev.azure.com/*', 'https://vssps.dev.azure.com/*', 'https://tfs.corp.example/*'];
      eventOf(own, `permissions.${isAllowedNow ? 'onAdded' : 'onRemoved'}`).fire({ origins, permissions: [] });
    },
    /** A new version of the extension takes over. */
    update: () => eventOf(endSession(), 'runtime.onInstalled').fire({ reason: 'update' }),
    /** What is stored there, without its version. */
    stored: <T>(key: string, area: keyof typeof stores = 'local') =>
      (stores[area].get(key) as { value: T } | undefined)?.value as T,
    store: (key: string, value: unknown, area: keyof typeof stores = 'local') => {
      if (area === 'local') onDisk.set(key, value);
      stores[area].set(key, value);
    },
    /** All that is on the disk, as it lies there. */
    all: () => new Map(stores.local),
    /** Rules by which the browser changes requests. */
    rules,
    /** As another start of the browser begins with, but for the alarms. */
    forgetSession: () => stores.session.clear(),
    /** Characters that are stored, on disk and in memory. */
    size: () => JSON.stringify([...stores.local, ...stores.session]).length,
    loseAlarm: (name: string) => alarms.clear(name),
    /** An alarm that the browser is late with. */
    putOff: (name: string, milliseconds: number) => {
      alarms.clear(name);
      alarms.create(name, { when: now() + milliseconds });
    },
    alarmNames: () => [...alarmStops.keys()],
    ring,
    /** Something that is of no matter here starts the worker. */
    wake: () => void begin(),
  };
}

export type Simulation = ReturnType<typeof simulate>;
