import { fakeEvent } from '../fakes/event';
import { getMessage } from '../fakes/messages';
import type { Clock } from './clock';

const json = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

type AnyEvent = ReturnType<typeof fakeEvent<unknown[]>>;

/** A worker from its start to its end. What it asks for after that never comes. */
export type Life = { alive: boolean; busyAt: number; events: Map<string, AnyEvent>; ended: (() => void)[] };

export const eventOf = (life: Life, name: string): AnyEvent => {
  const event = life.events.get(name) ?? fakeEvent<unknown[]>();
  life.events.set(name, event);
  return event;
};

/** An API of the browser that plays no part here. */
function idle(life: Life, name: string): object {
  return new Proxy(
    {},
    {
      get: (_, key) => (String(key).startsWith('on') ? eventOf(life, `${name}.${String(key)}`) : async () => undefined),
    },
  );
}

type Browser = {
  clock: Clock;
  stores: Record<'local' | 'session', Map<string, unknown>>;
  alarms: {
    create: (name: string, options: object) => void;
    clear: (name: string) => void;
    get: (name: string) => unknown;
  };
  /** Something that outlives the worker has happened: the moment in which it may be ended. */
  effect: () => void;
};

/** The APIs of the browser as one worker sees them. */
export function browserFor({ clock, stores, alarms, effect }: Browser, life: Life): object {
  /** Runs `deed` a moment later, unless the worker was ended before; it hears of it unless it was ended by then. */
  function soon<T>(deed: () => T): Promise<T> {
    life.busyAt = clock.now();
    return new Promise((resolve) => {
      clock.after(1, () => {
        if (!life.alive) return;
        const value = deed();
        if (life.alive) resolve(value);
      });
    });
  }

  function storageArea(area: 'local' | 'session') {
    const values = stores[area];
    const onChanged = eventOf(life, `storage.${area}.onChanged`);
    const write = (items: [string, unknown][]) => {
      const changes = items.map(([key, newValue]) => {
        if (newValue === undefined) values.delete(key);
        else values.set(key, newValue);
        return [key, { newValue }];
      });
      effect();
      if (life.alive) onChanged.fire(Object.fromEntries(changes));
    };
    return {
      onChanged,
      get: (wanted: string | string[]) =>
        soon(() => {
          const keys = [wanted].flat().filter((key) => values.has(key));
          return Object.fromEntries(keys.map((key) => [key, json(values.get(key))]));
        }),
      set: (items: Record<string, unknown>) => soon(() => write(Object.entries(json(items) as object))),
      remove: (key: string) => soon(() => write([[key, undefined]])),
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
    storage: { local: storageArea('local'), session: storageArea('session') },
    alarms: {
      onAlarm: eventOf(life, 'alarms.onAlarm'),
      get: (name: string) => soon(() => alarms.get(name)),
      clear: (name: string) => soon(() => alarms.clear(name)),
      create: (name: string, options: object) =>
        soon(() => {
          alarms.create(name, options);
          effect();
        }),
    },
    permissions: { contains: () => soon(() => true), remove: () => soon(() => true) },
    declarativeNetRequest: { updateSessionRules: () => soon(() => undefined), getSessionRules: () => soon(() => []) },
    i18n: { getMessage },
  };
  return new Proxy(known, { get: (_, key) => known[String(key)] ?? idle(life, String(key)) });
}
