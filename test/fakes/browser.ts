import { fakeEvent } from './event';
import { getMessage } from './messages';

/**
 * A browser in memory, as `browser` is in a real one. Messages and stored values go through JSON, as they do in
 * Chromium; events are fired by the test.
 */
const json = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

function fakeStorage() {
  const values = new Map<string, unknown>();
  const onChanged = fakeEvent<[Changes]>();
  const write = (key: string, newValue: unknown): Changes => {
    const oldValue = values.get(key);
    if (newValue === undefined) values.delete(key);
    else values.set(key, newValue);
    return JSON.stringify(oldValue) === JSON.stringify(newValue) ? {} : { [key]: { oldValue, newValue } };
  };
  /** What is written in one go is told in one go, and what is the same is not told. */
  const tell = (items: [string, unknown][]) => {
    const changes: Changes = Object.assign({}, ...items.map(([key, value]) => write(key, value)));
    if (Object.keys(changes).length > 0) onChanged.fire(changes);
  };
  return {
    onChanged,
    /** `null` is everything. */
    get: async (wanted: string | string[] | null): Promise<Record<string, unknown>> => {
      const keys = wanted === null ? [...values.keys()] : [wanted].flat().filter((key) => values.has(key));
      return Object.fromEntries(keys.map((key) => [key, json(values.get(key))]));
    },
    set: async (items: Record<string, unknown>) =>
      tell(Object.entries(items).map(([key, value]) => [key, json(value)])),
    remove: async (key: string) => tell([[key, undefined]]),
    clear: async () => {
      tell([...values.keys()].map((key) => [key, undefined]));
    },
    /** Empties it without anybody being told. */
    reset: () => values.clear(),
    /** Everything in it as text, to be searched for what must not be there. */
    dump: () => JSON.stringify([...values]),
  };
}

const OLDER_ADDRESSES = 'https://*.visualstudio.com/*';
const ORIGIN = 'chrome-extension://patina';
const onMessage = fakeEvent<[unknown, unknown]>();
const alarms = new Map<string, { name: string; when: number; scheduledTime: number; periodInMinutes?: number }>();
const badge = { text: '', colour: '', title: '', icon: '' };

type Notification = { title: string; message: string; iconUrl: string; buttons?: { title: string }[] };

const notifications = {
  onClicked: fakeEvent<[string]>(),
  onButtonClicked: fakeEvent<[string, number]>(),
  /** What is on the screen, by name; and all that ever was, in its order. */
  shown: new Map<string, Notification>(),
  log: [] as ({ name: string } & Notification)[],
  create: async (name: string, words: Notification) => {
    notifications.shown.set(name, words);
    notifications.log.push({ name, ...words });
    return name;
  },
  clear: async (name: string) => notifications.shown.delete(name),
  getAll: async () => Object.fromEntries(notifications.shown),
};

/** Two items of the same id are an error, and so is changing one that is not there. */
function fakeMenus() {
  const items = new Map<string, { id: string; title: string; contexts: string[] }>();
  return {
    items,
    onClicked: fakeEvent<[{ menuItemId: string }]>(),
    create: (item: { id: string; title: string; contexts: string[] }) => {
      if (items.has(item.id)) throw new Error(`Cannot create item with duplicate id ${item.id}`);
      items.set(item.id, item);
    },
    update: async (id: string) => {
      if (!items.has(id)) throw new Error(`Cannot find menu item with id ${id}`);
    },
    removeAll: async () => items.clear(),
  };
}

const fake = {
  runtime: {
    id: 'patina',
    getManifest: () => ({ version: '0.0.0', permissions: ['storage'] }),
    getURL: (path: string) => `${ORIGIN}/${path}`,
    onMessage,
    onInstalled: fakeEvent<[{ reason: string }]>(),
    onStartup: fakeEvent<[]>(),
    openOptionsPage: async () => void fake.tabs.open.push({ url: `${ORIGIN}/src/page/index.html`, active: true }),
    sendMessage: async (message: unknown) => {
      const sender = { id: 'patina', origin: ORIGIN, url: `${ORIGIN}/src/popup/index.html` };
      return json(await onMessage.fire(json(message), sender)[0]);
    },
  },
  storage: { local: fakeStorage(), session: fakeStorage() },
  alarms: {
    onAlarm: fakeEvent<[{ name: string }]>(),
    create: async (name: string, options: { when: number; periodInMinutes?: number }) =>
      void alarms.set(name, { name, ...options, scheduledTime: options.when }),
    clear: async (name: string) => alarms.delete(name),
    clearAll: async () => alarms.clear(),
    get: async (name: string) => alarms.get(name),
    getAll: async () => [...alarms.values()],
  },
  notifications,
  action: {
    badge,
    getBadgeText: async () => badge.text,
    setBadgeText: async ({ text }: { text: string }) => void Object.assign(badge, { text }),
    setBadgeBackgroundColor: async ({ color }: { color: string }) => void Object.assign(badge, { colour: color }),
    setBadgeTextColor: async () => undefined,
    setIcon: async ({ path }: { path: Record<string, string> }) => void Object.assign(badge, { icon: path[16] }),
    setTitle: async ({ title }: { title: string }) => void Object.assign(badge, { title }),
  },
  contextMenus: fakeMenus(),
  tabs: {
    open: [] as { url: string; active: boolean }[],
    create: async ({ url }: { url: string }) => void fake.tabs.open.push({ url, active: true }),
    query: async (wanted: { active?: boolean }) => fake.tabs.open.filter((tab) => !wanted.active || tab.active),
  },
  declarativeNetRequest: {
    updateSessionRules: async () => undefined,
    getSessionRules: async () => [] as { id: number }[],
  },
  permissions: {
    /** Match patterns that the user has granted since the installation. */
    given: new Set<string>(),
    getAll: async () => {
      const older = fake.permissions.denied.has(OLDER_ADDRESSES) ? [] : [OLDER_ADDRESSES];
      return { origins: [...new Set([...fake.permissions.given, ...older])], permissions: ['storage'] };
    },
    /** Match patterns that the user was asked for, in their order; the answer is always yes. */
    asked: [] as string[][],
    request: async ({ origins = [] }: { origins?: string[] }) => {
      fake.permissions.asked.push(origins);
      for (const each of origins) {
        fake.permissions.denied.delete(each);
        fake.permissions.given.add(each);
      }
      return true;
    },
    /** Match patterns that the user has taken back, or not granted yet. */
    denied: new Set<string>(),
    /** API permissions that the user has granted. */
    granted: new Set<string>(),
    contains: async ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
      origins.every((each) => !fake.permissions.denied.has(each)) &&
      permissions.every((each) => fake.permissions.granted.has(each)),
    remove: async ({ origins }: { origins: string[] }) => {
      for (const each of origins) {
        fake.permissions.denied.add(each);
        fake.permissions.given.delete(each);
      }
      return true;
    },
  },
  i18n: { getMessage },
  /** As after installation in a fresh profile. */
  reset() {
    fake.storage.local.reset();
    fake.storage.session.reset();
    alarms.clear();
    Object.assign(badge, { text: '', colour: '', title: '' });
    notifications.shown.clear();
    notifications.log = [];
    fake.contextMenus.items.clear();
    fake.permissions.denied = new Set([OLDER_ADDRESSES]);
    fake.permissions.granted = new Set();
    fake.permissions.given = new Set();
    fake.permissions.asked = [];
    fake.tabs.open = [];
  },
};

export default fake;
