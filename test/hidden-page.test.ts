import { beforeEach, describe, expect, test, vi } from 'vitest';
import { digestOf } from '../src/platform/digest';
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

describe('where the extension may look, the hidden page', () => {
  const SECRET = 'what was copied';
  const field = { value: '', focus: () => undefined };
  const clipboard = { text: '', canBeRead: true };

  beforeEach(() => {
    let copying = (_: object) => {};
    const commands: Record<string, () => boolean> = {
      paste: () => {
        if (clipboard.canBeRead && clipboard.text !== '') field.value = clipboard.text;
        return clipboard.canBeRead;
      },
      copy: () => {
        const setData = (_: string, text: string) => {
          copied.text = text;
        };
        const preventDefault = () => Object.assign(clipboard, copied);
        const copied = { text: SECRET }; // what is selected, where nobody sets something else
        copying({ clipboardData: { setData }, preventDefault });
        return true;
      },
    };
    vi.stubGlobal('document', {
      querySelector: () => field,
      addEventListener: (_: string, hear: typeof copying) => {
        copying = hear;
      },
      execCommand: (name: string) => commands[name]?.(),
    });
  });

  test.each([
    ['takes its own secret off the clipboard, and sees that it is gone', SECRET, true, 'cleared', ''],
    ['leaves what was copied later', 'a shopping list', true, 'kept', 'a shopping list'],
    ['leaves a clipboard that is empty already', '', true, 'kept', ''],
    ['empties one that it is not let look at, and calls it no more than that', SECRET, false, 'unseen', ''],
  ])('%s', async (_, text, canBeRead, outcome, left) => {
    Object.assign(clipboard, { text, canBeRead });
    const cleared = ask({ clearClipboard: { digest: digestOf(SECRET) } }, WORKER);
    expect(await Promise.all(cleared)).toEqual([outcome]);
    expect([clipboard.text, field.value], 'and keeps nothing of it').toEqual([left, '']);
  });
});
