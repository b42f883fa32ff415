import { beforeEach, expect, test, vi } from 'vitest';
import browser from './fakes/browser';

const OWN = 'chrome-extension://patina';
const WORKER = { id: 'patina', origin: OWN };
const ASK = { clearClipboard: { digest: null } };
const done: string[] = [];

beforeEach(async () => {
  vi.stubGlobal('location', { origin: OWN });
  const execCommand = (name: string) => done.push(name) > 0;
  vi.stubGlobal('document', { addEventListener: () => undefined, querySelector: () => null, execCommand });
  done.length = 0;
  await import('../src/offscreen/main');
});

const ask = (message: unknown, sender: object) => browser.runtime.onMessage.fire(message, sender);

test.each([
  ['as a browser tells of it', WORKER],
  ['as one does that tells no origin', { id: 'patina' }],
])('the hidden page clears the clipboard for the worker, %s', async (_, sender) => {
  expect(await Promise.all(ask(ASK, sender))).toEqual(['unseen']);
  expect(done).toEqual(['copy']);
});

test.each([
  ['a script in a page', ASK, { ...WORKER, origin: 'https://chat.example', tab: { id: 7 } }],
  ['a script in a page of which the origin is not told', ASK, { id: 'patina', tab: { id: 7 } }],
  ['another page', ASK, { id: 'patina', origin: 'https://chat.example' }],
  ['another extension', ASK, { ...WORKER, id: 'other' }],
  ['a message of another shape', { clearClipboard: null }, WORKER],
  ['a digest that is none', { clearClipboard: { digest: {} } }, WORKER],
])('the hidden page does nothing for %s', async (_, message, sender) => {
  expect(ask(message, sender)).toEqual([undefined]);
  expect(done).toEqual([]);
});

test('the hidden page tells of a clipboard that the browser does not let it empty', async () => {
  Object.assign(document, { execCommand: () => false });
  expect(await Promise.all(ask(ASK, WORKER))).toEqual(['failed']);
});
