import { readFileSync } from 'node:fs';
import { fakeEvent } from './event';
import { getMessage } from './messages';

/**
 * A browser in memory, as `browser` is in a real one. Messages and stored values go through JSON, as they do in
 * Chromium; events are fired by the test.
 */
const json = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

const byKey = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1);

/** As Chromium keeps it: the keys of every object are sorted (`base::Value::Dict`). */
const kept = (value: unknown): unknown =>
  value === undefined
    ? undefined
    : JSON.parse(JSON.stringify(value), (_, each) =>
        each instanceof Object && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(byKey)) : each,
      );

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
      tell(Object.entries(items).map(([key, value]) => [key, kept(value)])),
    remove: async (keys: string | string[]) => tell([keys].flat().map((key) => [key, undefined])),
    clear: async () => {
      tell([...values.keys()].map((key) => [key, undefined]));
    },
    /** Empties it without anybody being told. */
    reset: () => values.clear(),
    /** Everything in it as text, to be searched for what must not be there. */
    dump: () => JSON.stringify([...values]),
  };
}

/** What an administrator sets; like Firefox, it refuses to answer until somebody has. */
function fakeManaged() {
  let values: Record<string, unknown> | undefined;
  const onChanged = fakeEvent<[]>();
  const change = (to: typeof values) => {
    values = to;
    onChanged.fire();
  };
  return {
    onChanged,
    get: async () => {
      if (values === undefined) throw new Error('Managed storage manifest not found');
      return values;
    },
    decide: (given: Record<string, unknown>) => change(given),
    reset: () => change(undefined),
  };
}

const OLDER_ADDRESSES = 'https://*.visualstudio.com/*';
const ORIGIN = 'chrome-extension://patina';
/** A file of the package with the texts of a language, under an address that can be read without a browser. */
const packaged = (path: string) =>
  `data:application/json,${encodeURIComponent(readFileSync(`public/${path}`, 'utf8'))}`;
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

type Script = { id: string; matches: string[]; js: string[] };

/** Scripts for pages: two of the same id are an error, and so is changing one that is not there. */
function fakeScripts() {
  const registered = new Map<string, Script>();
  const expectThere = (id: string, isThere: boolean) => {
    if (registered.has(id) !== isThere) throw new Error(`Wrong script id ${id}`);
  };
  const put = async (scripts: Script[], isThere: boolean) => {
    for (const script of scripts) {
      expectThere(script.id, isThere);
      registered.set(script.id, script);
    }
  };
  return {
    registered,
    /** What was run in open tabs, in its order: the file, or the function's word. */
    ran: [] as string[],
    getRegisteredContentScripts: async ({ ids }: { ids: string[] }) => ids.flatMap((id) => registered.get(id) ?? []),
    registerContentScripts: (scripts: Script[]) => put(scripts, false),
    updateContentScripts: (scripts: Script[]) => put(scripts, true),
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      for (const id of ids) {
        expectThere(id, true);
        registered.delete(id);
      }
    },
  };
}

/** Whether an address is under a match pattern; one without a port covers all of them. */
function isUnder(pattern: string, url: string): boolean {
  const [, place = '', path = ''] = /^([a-z*-]+:\/\/[^/]+)(\/.*)$/.exec(pattern) ?? [];
  const ports = /:\d+$/.test(place) ? '' : '(:\\d+)?';
  const literal = (text: string) => text.replace(/[.?+^$()|[\]{}\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${literal(place)}${ports}${literal(path)}$`).test(url);
}

/** Whether the leave for a page is not given: the browser then tells its address to nobody, and runs nothing in it. */
const isDenied = (url: string): boolean => [...fake.permissions.denied].some((pattern) => isUnder(pattern, url));

/** A page's `fetch`, as a browser has it: with the page's origin, and of another one not without that one's leave. */
function pageFetch(origin: string): typeof fetch {
  return async (input, init = {}) => {
    const url = String(input);
    if (new URL(url).origin !== origin) throw new TypeError('Failed to fetch');
    const own = init.method === 'GET' ? {} : { Origin: origin };
    const headers = { ...(init.headers as Record<string, string>), ...own, 'Sec-Fetch-Site': 'same-origin' };
    const response = await fake.scripting.fetch(url, { ...init, headers });
    const isRedirect = response.status >= 300 && response.status < 400;
    return Object.defineProperties(response, {
      url: { value: fake.scripting.answeredUrl ?? url },
      type: { value: isRedirect ? 'opaqueredirect' : 'basic' },
    });
  };
}

/** No tab has the id of one that was there before, in no test of a file. */
let lastTabId = 0;

const fake = {
  runtime: {
    id: 'patina',
    getManifest: () => ({ version: '0.0.0', permissions: ['storage'] }),
    getURL: (path: string) => (path.startsWith('_locales/') ? packaged(path) : `${ORIGIN}/${path}`),
    onMessage,
    onInstalled: fakeEvent<[{ reason: string }]>(),
    onStartup: fakeEvent<[]>(),
    openOptionsPage: async () => void fake.tabs.open.push({ url: `${ORIGIN}/src/page/index.html`, active: true }),
    sendMessage: async (message: unknown) => {
      const sender = { id: 'patina', origin: ORIGIN, url: `${ORIGIN}/src/popup/index.html` };
      return json(await onMessage.fire(json(message), sender)[0]);
    },
  },
  storage: { local: fakeStorage(), session: fakeStorage(), managed: fakeManaged(), sync: fakeStorage() },
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
  omnibox: {
    onInputStarted: fakeEvent<[]>(),
    onInputChanged: fakeEvent<[string, (suggestions: { content: string; description: string }[]) => void]>(),
    onInputEntered: fakeEvent<[string, string]>(),
    /** What Enter opens, in words. */
    first: '',
    setDefaultSuggestion: ({ description }: { description: string }) => {
      fake.omnibox.first = description;
    },
  },
  tabs: {
    open: [] as { id?: number; windowId?: number; url: string; active: boolean }[],
    /** Every tab that was opened so far. */
    opened: [] as string[],
    onUpdated: fakeEvent<[number, { status?: string }]>(),
    onRemoved: fakeEvent<[number]>(),
    create: async ({ url, active = true }: { url: string; active?: boolean }) => {
      fake.tabs.opened.push(url);
      lastTabId += 1;
      const tab = { id: lastTabId, url, active };
      fake.tabs.open.push(tab);
      return tab;
    },
    update: async (first: number | { url: string }) => {
      const active = fake.tabs.open.find((tab) => tab.active);
      if (active && typeof first !== 'number') active.url = first.url;
    },
    get: async (id: number) => {
      const tab = fake.tabs.open.find((each) => each.id === id);
      if (!tab) throw new Error(`No tab with id: ${id}.`);
      return { ...tab, status: 'complete' };
    },
    remove: async (id: number) => {
      fake.tabs.open = fake.tabs.open.filter((tab) => tab.id !== id);
    },
    query: async ({ active, url }: { active?: boolean; url?: string | string[] }) => {
      const isAsked = (page: string) => [url ?? []].flat().some((pattern) => isUnder(pattern, page)) && !isDenied(page);
      return fake.tabs.open.filter((tab) => (!active || tab.active) && (url === undefined || isAsked(tab.url)));
    },
  },
  windows: {
    /** Those that were brought to the front, in their order. */
    focused: [] as number[],
    update: async (id: number, { focused }: { focused: boolean }) => void (focused && fake.windows.focused.push(id)),
  },
  scripting: {
    ...fakeScripts(),
    /** What controls the page, if anything does. */
    serviceWorker: null as object | null,
    /** The address that an answer has, where it is not the one that was asked. */
    answeredUrl: undefined as string | undefined,
    /** How a page sends something: set by a test that has pages. */
    fetch: (async () => {
      throw new TypeError('There is no network in pages.');
    }) as typeof fetch,
    /** Runs the script as a page has it: by its text alone. */
    executeScript: async ({
      target,
      func,
      files,
      args = [],
    }: {
      target: { tabId: number };
      func?: unknown;
      files?: string[];
      args?: unknown[];
    }) => {
      const tab = fake.tabs.open.find(({ id }) => id === target.tabId);
      if (!tab) throw new Error('No tab with that id.');
      if (isDenied(tab.url)) throw new Error('Missing host permission for the tab');
      fake.scripting.ran.push(`${files ?? String(func).replace(/[\s\S]*(endPasteGuard)[\s\S]*/, '$1')} in ${tab.url}`);
      if (files) return [{ result: undefined }];
      const { origin } = new URL(tab.url);
      const page = {
        fetch: pageFetch(origin),
        location: { origin },
        navigator: {
          serviceWorker: {
            get controller() {
              return fake.scripting.serviceWorker;
            },
          },
        },
      };
      const run = new Function(...Object.keys(page), `return (${String(func)})`)(...Object.values(page));
      return [{ result: json(await run(...args.map(json))) }];
    },
  },
  declarativeNetRequest: {
    updateSessionRules: async ({ addRules = [] }: { addRules?: unknown[] }) => {
      fake.declarativeNetRequest.added += addRules.length;
    },
    added: 0,
    getSessionRules: async () => [] as { id: number }[],
  },
  permissions: {
    /** Match patterns that the user has granted since the installation. */
    given: new Set<string>(),
    getAll: async () => {
      const older = fake.permissions.denied.has(OLDER_ADDRESSES) ? [] : [OLDER_ADDRESSES];
      const origins = [...new Set([...fake.permissions.given, ...older])];
      return { origins, permissions: ['storage', ...fake.permissions.granted] };
    },
    /** Match patterns that the user was asked for, in their order; the answer is always yes. */
    asked: [] as string[][],
    request: async ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) => {
      fake.permissions.asked.push(origins);
      for (const each of permissions) fake.permissions.granted.add(each);
      for (const each of origins) {
        fake.permissions.denied.delete(each);
        fake.permissions.given.add(each);
      }
      fake.permissions.onAdded.fire();
      return true;
    },
    onAdded: fakeEvent<[]>(),
    onRemoved: fakeEvent<[]>(),
    /** Match patterns that the user has taken back, or not granted yet. */
    denied: new Set<string>(),
    /** API permissions that the user has granted. */
    granted: new Set<string>(),
    contains: async ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
      origins.every((each) => !fake.permissions.denied.has(each)) &&
      permissions.every((each) => fake.permissions.granted.has(each)),
    remove: async ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) => {
      for (const each of permissions) fake.permissions.granted.delete(each);
      for (const each of origins) {
        fake.permissions.denied.add(each);
        fake.permissions.given.delete(each);
      }
      fake.permissions.onRemoved.fire();
      return true;
    },
  },
  i18n: { getMessage },
  /** As after installation in a fresh profile. */
  reset() {
    fake.storage.local.reset();
    fake.storage.session.reset();
    fake.storage.sync.reset();
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
    fake.tabs.opened = [];
    fake.windows.focused = [];
    fake.scripting.registered.clear();
    fake.scripting.ran = [];
  },
};

export default fake;
