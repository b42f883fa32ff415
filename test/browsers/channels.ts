import type { Hand } from './hand';

/** A place where a secret could be left: how it is looked at, and how somebody could leave one there. */
export type Channel = {
  name: string;
  read: () => Promise<string>;
  /** Leaves a text there as a fault of the product would; where nobody but an administrator writes, there is none. */
  plant?: (text: string) => Promise<unknown>;
};

const API = 'const api = globalThis.browser ?? chrome;';

const DATABASES = `
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });`;

/** Each by what is evaluated in a page of the extension: what it reads, and what plants \`given[0]\` there. */
const IN_PAGE: [name: string, read: string, plant: string][] = [
  ...['local', 'session', 'sync'].map((area): [string, string, string] => [
    `storage.${area}`,
    `${API} return JSON.stringify(await api.storage.${area}.get(null));`,
    `${API} await api.storage.${area}.set({ leak: { deep: [given[0]] } });`,
  ]),
  ['managed policy', `${API} return JSON.stringify(await api.storage.managed.get(null).catch(() => ({})));`, ''],
  [
    'IndexedDB',
    `${DATABASES}
     const rows = [];
     for (const { name } of await indexedDB.databases()) {
       const database = await done(indexedDB.open(name));
       for (const store of database.objectStoreNames)
         rows.push(name, ...(await done(database.transaction(store).objectStore(store).getAll())));
       database.close();
     }
     return JSON.stringify(rows);`,
    `${DATABASES}
     const opening = indexedDB.open('leak');
     opening.onupgradeneeded = () => opening.result.createObjectStore('leak');
     const database = await done(opening);
     await done(database.transaction('leak', 'readwrite').objectStore('leak').put(given[0], 'leak'));
     database.close();`,
  ],
  [
    'Cache Storage',
    `const texts = [];
     for (const name of await caches.keys()) {
       const cache = await caches.open(name);
       for (const request of await cache.keys()) texts.push(name, request.url, await (await cache.match(request)).text());
     }
     return texts.join(' ');`,
    `const cache = await caches.open('leak');
     await cache.put('https://dev.azure.com/leak', new Response(given[0]));`,
  ],
  ['localStorage', 'return JSON.stringify({ ...localStorage });', 'localStorage.setItem("leak", given[0]);'],
  ['sessionStorage', 'return JSON.stringify({ ...sessionStorage });', 'sessionStorage.setItem("leak", given[0]);'],
  [
    'DOM',
    `const values = [...document.querySelectorAll('input, textarea, select')].map(({ value }) => value);
     return document.documentElement.outerHTML + values.join(' ');`,
    `document.body.append(Object.assign(document.createElement('input'), { value: given[0] }));`,
  ],
  [
    'toolbar',
    `${API} return (await api.action.getTitle({})) + (await api.action.getBadgeText({}));`,
    `${API} await api.action.setTitle({ title: given[0] });`,
  ],
];

/** The channels that a page of the extension can look at. */
export function pageChannels({ evaluate }: Pick<Hand, 'evaluate'>): Channel[] {
  return IN_PAGE.map(([name, read, plant]) => ({
    name,
    read: async () => String(await evaluate(read)),
    ...(plant !== '' && { plant: (text: string) => evaluate(plant, text) }),
  }));
}
