import { fakeEvent } from '../fakes/event';
import { getMessage } from '../fakes/messages';
import type { Clock } from './clock';

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) frozen(each);
  }
  return value;
}

/** A value on its way to what outlives the worker: a copy that nobody changes, so that whoever reads it needs none. */
const copied = <T>(value: T): T => frozen(JSON.parse(JSON.stringify(value)) as T);

type AnyEvent = ReturnType<typeof fakeEvent<unknown[]>>;

/** A worker from its start to its end. What it asks for after that never comes. */
export type Life = { alive: boolean; busyAt: number; events: Map<string, AnyEvent>; ended: (() => void)[] };

export const eventOf = (life: Life, name: string): AnyEvent => {
  const event = life.events.get(name) ?? fakeEvent<unknown[]>();
  life.events.set(name, event);
  return event;
};

/** An API of the browser that plays no part here, but each call is told. */
function idle(life: Life, name: string, called: (name: string) => void): object {
  const get = (_: object, key: string | symbol) =>
    String(key).startsWith('on')
      ? eventOf(life, `${name}.${String(key)}`)
      : async () => called(`${name}.${String(key)}`);
  return new Proxy({}, { get });
}

/** A rule by which a change to an address carries another origin. */
export type Rule = {
  id: number;
  condition: { urlFilter: string };
  action: { requestHeaders: { value: string }[] };
};

type Browser = {
  clock: Clock;
  rules: Map<number, Rule>;
  stores: Record<'local' | 'session', Map<string, unknown>>;
  alarms: {
    create: (name: string, options: object) => void;
    clear: (name: string) => void;
    clearAll: () => void;
    get: (name: string) => unknown;
  };
  /** Something that outlives the worker has happened: the moment in which it may be ended. */
  effect: () => void;
  /** Hears of each call of what the browser does or knows; by throwing it refuses. */
  called: (name: string) => void;
  /** Whether the user lets the extension reach its hosts. */
  isAllowed: () => boolean;
  /** Whether the disk takes no more than it has. */
  isFull: () => boolean;
  onStored: (key: string, value: unknown) => void;
};

/** The same API, but each call is told before. */
function told<T extends object>(name: string, api: T, called: Browser['called']): T {
  const calls = Object.entries(api).map(([key, value]: [string, unknown]) => {
    if (typeof value !== 'function' || key.startsWith('on')) return [key, value];
    const call = `${name}.${key}`;
    return [
      key,
      (...given: unknown[]) => {
        try {
          called(call);
        } catch (error) {
          return Promise.reject(error);
        }
        return value(...given);
      },
    ];
  });
  return Object.fromEntries(calls) as T;
}

/** The APIs of the browser as one worker sees them. */
export function browserFor(
  { clock, rules, stores, alarms, effect, called, isAllowed, isFull, onStored }: Browser,
  life: Life,
): object {
  /** Runs `deed` a moment later, unless the worker was ended before; it hears of it unless it was ended by then. */
  function soon<T>(deed: () => T): Promise<T> {
    life.busyAt = clock.now();
    return new Promise((resolve, reject) => {
      clock.after(1, () => {
        if (!life.alive) return;
        try {
          const value = deed();
          if (life.alive) resolve(value);
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  function storageArea(area: 'local' | 'session') {
    const values = stores[area];
    const onChanged = eventOf(life, `storage.${area}.onChanged`);
    const sizeOf = (items: Iterable<[string, unknown]>) => JSON.stringify([...items]).length;
    /** Refuses what needs more room than there is. */
    const makeRoom = (items: [string, unknown][]) => {
      if (!isFull()) return;
      const before = items.flatMap(([key]): [string, unknown][] => (values.has(key) ? [[key, values.get(key)]] : []));
      if (sizeOf(items) > sizeOf(before)) throw new Error('Resource::kQuotaBytes quota exceeded');
    };
    const write = (items: [string, unknown][]) => {
      const changes = items.map(([key, newValue]) => {
        if (newValue === undefined) values.delete(key);
        else values.set(key, newValue);
        onStored(key, newValue);
        return [key, { newValue }];
      });
      effect();
      if (life.alive) onChanged.fire(Object.fromEntries(changes));
    };
    return {
      onChanged,
      get: (wanted: string | string[] | null) =>
        soon(() => {
          if (typeof wanted === 'string') return values.has(wanted) ? { [wanted]: values.get(wanted) } : {};
          const keys = wanted === null ? [...values.keys()] : wanted.filter((key) => values.has(key));
          return Object.fromEntries(keys.map((key) => [key, values.get(key)]));
        }),
      set: (items: Record<string, unknown>) =>
        soon(() => {
          const entries = Object.entries(copied(items));
          if (area === 'local') makeRoom(entries);
          write(entries);
        }),
      remove: (key: string) => soon(() => write([[key, undefined]])),
      clear: () => soon(() => write([...values.keys()].map((key) => [key, undefined]))),
    };
  }

  const known: Record<string, object> = {
    runtime: {
      id: 'patina',
      getURL: (path: string) => `chrome-extension://patina/${path}`,
      getManifest: () => ({ version: '0.0.0' }),
      onMessage: eventOf(life, 'runtime.onMessage'),
      onInstalled: eventOf(life, 'runtime.onInstalled'),
      onStartup: eventOf(life, 'runtime.onStartup'),
    },
    storage: {
      local: told('local', storageArea('local'), called),
      session: told('session', storageArea('session'), called),
    },
    alarms: told(
      'alarms',
      {
        onAlarm: eventOf(life, 'alarms.onAlarm'),
        get: (name: string) => soon(() => alarms.get(name)),
        clear: (name: string) => soon(() => alarms.clear(name)),
        clearAll: () => soon(() => alarms.clearAll()),
        create: (name: string, options: object) =>
          soon(() => {
            alarms.create(name, options);
            effect();
          }),
      },
      called,
    ),
    notifications: {
      onClicked: eventOf(life, 'notifications.onClicked'),
      onButtonClicked: eventOf(life, 'notifications.onButtonClicked'),
      create: (name: string) => soon(() => name),
      clear: () => soon(() => true),
      getAll: () => soon(() => ({})),
    },
    permissions: {
      contains: () => soon(isAllowed),
      getAll: () => soon(() => ({ origins: [], permissions: ['storage'] })),
      remove: () => soon(() => true),
      onAdded: eventOf(life, 'permissions.onAdded'),
      onRemoved: eventOf(life, 'permissions.onRemoved'),
    },
    scripting: { getRegisteredContentScripts: () => soon(() => []), executeScript: () => soon(() => []) },
    tabs: {
      query: () => soon(() => []),
      create: () => soon(() => ({})),
      get: () => soon(() => ({})),
      remove: () => soon(() => undefined),
    },
    declarativeNetRequest: {
      updateSessionRules: ({ addRules = [], removeRuleIds = [] }: { addRules?: Rule[]; removeRuleIds?: number[] }) =>
        soon(() => {
          for (const id of removeRuleIds) rules.delete(id);
          for (const rule of addRules) rules.set(rule.id, rule);
        }),
      getSessionRules: () => soon(() => [...rules.values()]),
    },
    i18n: { getMessage },
  };
  return new Proxy(known, {
    get: (_, key) => known[String(key)] ?? idle(life, String(key), called),
  });
}
