import fc from 'fast-check';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import '../src/background/index';
import { runAlarm, runAllJobs } from '../src/background/alarms';
import { call } from '../src/contract/call';
import { MINUTE } from '../src/core/duration';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { clearClipboard } from '../src/platform/clear-clipboard';
import { digestOf } from '../src/platform/digest';
import { message } from '../src/platform/message';
import { stored } from '../src/platform/stored';
import { allowReading, clearClipboardNow } from '../src/ui/deeds/clipboard';
import { mayRead } from '../src/ui/stores/clipboard';
import { notices } from '../src/ui/stores/notice';
import browser from './fakes/browser';

const SECRET = 'what was copied';
const OF = digestOf('copied');
const clipboard = { text: '', fails: false, drops: false, writing: async () => {} };

beforeEach(() => {
  browser.reset();
  Object.assign(clipboard, { text: SECRET, fails: false, drops: false, writing: async () => {} });
  // A background that has a clipboard of its own, as Firefox's does; Chromium's way is in e2e/clipboard.
  const writeText = async (text: string) => {
    if (clipboard.fails) throw new Error('not allowed');
    await clipboard.writing();
    if (!clipboard.drops) clipboard.text = text;
  };
  vi.stubGlobal('navigator', { userAgent: '', clipboard: { writeText, readText: async () => clipboard.text } });
});

async function copied() {
  return await call('clipboard.note', { digest: digestOf(SECRET), of: OF });
}

async function itsTimeIsOver() {
  await stored.copied.update((record) => record && { ...record, clearsAt: Date.now() - 1 });
  await runAlarm('clear-clipboard');
}

/** Session memory is gone with the browser; the worker starts anew with it. */
async function browserWasClosed() {
  await browser.storage.session.clear();
  browser.alarms.onAlarm.fire({ name: 'clear-clipboard' });
  await vi.waitFor(async () => expect(await stored.copied.get()).not.toBeNull());
}

describe('a copied secret', () => {
  test('has an alarm for the end of its time, and the disk knows nothing but when', async () => {
    const before = Date.now();
    await copied();
    const record = await stored.copied.get();
    expect((record?.clearsAt ?? 0) - before).toBeGreaterThanOrEqual(60_000);
    expect((await browser.alarms.get('clear-clipboard'))?.when).toBe(record?.clearsAt);
    expect(browser.storage.local.dump()).not.toContain(record?.digest ?? 'none');
  });

  test('is known as its token’s, also when it could not be cleared', async () => {
    await copied();
    clipboard.fails = true;
    await call('clipboard.clear', {});
    expect(await stored.copied.get()).toMatchObject({ failed: true, of: OF });
  });

  test('leaves the clipboard when its time is over, and not before', async () => {
    await copied();
    browser.alarms.onAlarm.fire({ name: 'clear-clipboard' });
    expect(clipboard.text).toBe(SECRET);
    await itsTimeIsOver();
    await vi.waitFor(() => expect(clipboard.text).toBe(''));
    await vi.waitFor(async () => expect(await stored.clipboardDue.get()).toBeNull());
  });

  test('is not said to have been cleared by a clearing of before the clock was set back', async () => {
    await copied();
    await call('clipboard.clear', {});
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 60 * MINUTE });
    onTestFinished(() => void vi.useRealTimers());
    expect(await copied()).toEqual({ ok: true, value: false });
  });

  test('leaves it also where the disk takes nothing more', async () => {
    const { set } = browser.storage.local;
    browser.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    try {
      expect(await copied()).toMatchObject({ ok: true });
      const record = await stored.copied.get();
      expect((await browser.alarms.get('clear-clipboard'))?.when).toBe(record?.clearsAt ?? 'none');
      await itsTimeIsOver();
      await vi.waitFor(() => expect(clipboard.text).toBe(''));
      await vi.waitFor(async () => expect(await browser.alarms.get('clear-clipboard')).toBeUndefined());
      clipboard.text = SECRET;
      await copied();
      expect(await call('clipboard.clear', {})).toEqual({ ok: true, value: 'unseen' });
      expect([clipboard.text, await stored.copied.get()]).toEqual(['', null]);
    } finally {
      browser.storage.local.set = set;
    }
  });

  test('has its alarm again where the browser has lost it', async () => {
    await copied();
    await browser.alarms.clearAll();
    await runAllJobs();
    const record = await stored.copied.get();
    expect((await browser.alarms.get('clear-clipboard'))?.when).toBe(record?.clearsAt ?? 'none');
  });

  test('for which no alarm can be set is known all the same, and its page hears that nobody counts its time', async () => {
    const refused = vi.spyOn(browser.alarms, 'create').mockRejectedValueOnce(new Error('no more alarms'));
    expect(await copied()).toMatchObject({ ok: false });
    refused.mockRestore();
    expect(await stored.copied.get()).toMatchObject({ failed: false, of: OF });
    expect(await stored.clipboardDue.get()).not.toBeNull();
    await itsTimeIsOver();
    expect(clipboard.text).toBe('');
  });

  test('stays for good where the user wants that', async () => {
    await stored.settings.set({ ...DEFAULT_SETTINGS, clearClipboardSeconds: null });
    await copied();
    expect(await stored.copied.get()).toBeNull();
    expect(await browser.alarms.get('clear-clipboard')).toBeUndefined();
  });

  test('what was copied after it is left alone where the extension may look', async () => {
    browser.permissions.granted.add('clipboardRead');
    await copied();
    clipboard.text = 'a shopping list';
    expect(await call('clipboard.clear', {})).toEqual({ ok: true, value: 'kept' });
    expect(clipboard.text).toBe('a shopping list');
    clipboard.text = SECRET;
    await copied();
    expect(await call('clipboard.clear', {})).toEqual({ ok: true, value: 'cleared' });
    expect(clipboard.text).toBe('');
  });

  test('that cannot be taken away is told, and not forgotten', async () => {
    await copied();
    clipboard.fails = true;
    await itsTimeIsOver();
    await vi.waitFor(async () => expect((await stored.copied.get())?.failed).toBe(true));
    clipboard.fails = false;
    expect(await call('clipboard.clear', {})).toEqual({ ok: true, value: 'unseen' });
    expect(await stored.copied.get()).toBeNull();
  });

  test('that outlived the browser is told at the next start; what is on the clipboard by then is not touched', async () => {
    await copied();
    clipboard.text = 'a shopping list';
    await browserWasClosed();
    expect((await stored.copied.get())?.failed).toBe(true);
    await itsTimeIsOver(); // and the alarm comes again before anybody has answered
    expect((await stored.copied.get())?.failed).toBe(true);
    expect(clipboard.text).toBe('a shopping list');
    await call('clipboard.dismiss', {});
    expect(await stored.copied.get()).toBeNull();
    expect(await stored.clipboardDue.get()).toBeNull();
  });

  test.each(['Clear now', 'the alarm'])(
    'copied while another is cleared by %s: its own time is counted, and it goes',
    async (by) => {
      await copied();
      let noted: Promise<unknown> | undefined;
      clipboard.writing = async () => {
        clipboard.writing = async () => {};
        noted = call('clipboard.note', { digest: digestOf('B'), of: OF });
      };
      if (by === 'Clear now') await call('clipboard.clear', {});
      else await itsTimeIsOver();
      // It may have been on the clipboard just before that was emptied: the page is told to copy it again.
      await vi.waitFor(() => expect(noted).toBeDefined());
      expect(await noted).toEqual({ ok: true, value: true });
      clipboard.text = 'B';
      const record = await stored.copied.get();
      expect(record?.digest).toBe(await digestOf('B'));
      expect(await stored.clipboardDue.get()).toBe(record?.clearsAt);
      expect((await browser.alarms.get('clear-clipboard'))?.when).toBe(record?.clearsAt);
      await itsTimeIsOver();
      await vi.waitFor(async () => expect(await stored.clipboardDue.get()).toBeNull());
      expect([clipboard.text, await stored.copied.get()]).toEqual(['', null]);
    },
  );

  test('whatever the order of copies and clearings, what is left on the clipboard is counted', async () => {
    const { clear, note } = {
      clear: () => call('clipboard.clear', {}),
      note: async (text: string) => {
        clipboard.text = text;
        const noted = await call('clipboard.note', { digest: digestOf(text), of: OF });
        if (noted.ok && noted.value) clipboard.text = text;
      },
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 2, maxLength: 6 }), async (deeds) => {
        await Promise.all(deeds.map((clears, index) => (clears ? clear() : note(`secret ${index}`))));
        const record = await stored.copied.get();
        expect(record?.digest ?? '').toBe(clipboard.text === '' ? '' : await digestOf(clipboard.text));
        await clear();
        expect([clipboard.text, await stored.copied.get(), await stored.clipboardDue.get()]).toEqual(['', null, null]);
      }),
      { numRuns: 40, examples: [[[true, true, true, false]]] },
    );
  });

  test('that the system did not let go of is told, where the extension may look', async () => {
    browser.permissions.granted.add('clipboardRead');
    await copied();
    clipboard.drops = true;
    expect(await call('clipboard.clear', {})).toEqual({ ok: true, value: 'failed' });
    expect((await stored.copied.get())?.failed).toBe(true);
    clipboard.drops = false;
    expect(await call('clipboard.clear', {})).toEqual({ ok: true, value: 'cleared' });
    expect(await stored.copied.get()).toBeNull();
  });

  test('something else that came onto it meanwhile is not called empty', async () => {
    browser.permissions.granted.add('clipboardRead');
    await copied();
    const { clipboard: real } = navigator;
    const writeText = async (text: string) => {
      await real.writeText(text);
      clipboard.text = 'a shopping list';
    };
    vi.stubGlobal('navigator', { userAgent: '', clipboard: { ...real, writeText } });
    expect(await call('clipboard.clear', {})).toEqual({ ok: true, value: 'kept' });
  });

  describe('is called gone only where that was seen', () => {
    const said = async (isInFront: boolean) => {
      vi.stubGlobal('document', { hasFocus: () => isInFront });
      await clearClipboardNow();
      return notices.value.map(({ text }) => text);
    };
    const [empty, unchecked] = [message('clipboard_cleared'), message('clipboard_unchecked')];

    test('Wayland drops the write of a window that is not in front, without an error', async () => {
      await copied();
      clipboard.drops = true;
      expect(await said(false)).toEqual([unchecked]);
      expect(clipboard.text).toBe(SECRET);
    });

    test('a page in front may write', async () => {
      await copied();
      expect(await said(true)).toEqual([empty]);
      expect(clipboard.text).toBe('');
    });

    test('the extension may look', async () => {
      browser.permissions.granted.add('clipboardRead');
      await copied();
      expect(await said(false)).toEqual([empty]);
      clipboard.text = SECRET;
      await copied();
      clipboard.drops = true;
      expect(await said(false)).toEqual([message('clipboard_failed')]);
    });

    test('something else is on it by now', async () => {
      browser.permissions.granted.add('clipboardRead');
      await copied();
      clipboard.text = 'a shopping list';
      expect(await said(true)).toEqual([message('clipboard_kept')]);
      expect(clipboard.text).toBe('a shopping list');
    });

    test('the extension may look, but does not know for what: the browser was closed since the copy', async () => {
      browser.permissions.granted.add('clipboardRead');
      await copied();
      await browserWasClosed();
      clipboard.drops = true;
      expect(await said(false)).toEqual([unchecked]);
    });
  });

  /** A browser with a hidden page; answers what is done with it. */
  function hiddenPage(): string[] {
    onTestFinished(() => void vi.unstubAllGlobals());
    const done: string[] = [];
    const offscreen = {
      hasDocument: async () => false,
      createDocument: async () => void done.push('created'),
      closeDocument: async () => void done.push('closed'),
    };
    vi.stubGlobal('chrome', { offscreen });
    return done;
  }

  test('the hidden page that does not answer is closed all the same', async () => {
    const done = hiddenPage();
    const asked = vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValueOnce(new Error('No receiving end.'));
    expect(await clearClipboard('')).toBe('failed');
    expect(done).toEqual(['created', 'closed']);
    asked.mockRestore();
  });

  test('the hidden page is not closed before what it wrote has come to the system, where nobody may look', async () => {
    onTestFinished(() => void vi.useRealTimers());
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const done = hiddenPage();
    const asked = vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValueOnce('unseen');
    const clearing = clearClipboard('');
    await vi.advanceTimersByTimeAsync(150);
    expect(done).toEqual(['created']);
    await vi.advanceTimersByTimeAsync(50);
    expect(await clearing).toBe('unseen');
    expect(done).toEqual(['created', 'closed']);
    asked.mockRestore();
  });

  test.each([
    ['looks first whether it is still that one, where it may', true, 'kept', 'kept'],
    ['clears whatever is there, where it may not look', false, 'unseen', 'unseen'],
    ['has not cleared it where it answers nothing', false, undefined, 'failed'],
  ])('the hidden page that is there already %s', async (_, mayRead, answer, outcome) => {
    onTestFinished(() => void vi.unstubAllGlobals());
    if (mayRead) browser.permissions.granted.add('clipboardRead');
    const createDocument = () => Promise.reject(new Error('Only a single offscreen document may be created.'));
    const offscreen = { hasDocument: async () => true, createDocument, closeDocument: async () => undefined };
    vi.stubGlobal('chrome', { offscreen });
    const asked = vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValueOnce(answer);
    expect(await clearClipboard(digestOf(SECRET))).toBe(outcome);
    expect(asked.mock.calls).toEqual([[{ clearClipboard: { digest: mayRead ? digestOf(SECRET) : null } }]]);
    asked.mockRestore();
  });

  test('one that is copied at leisure need not be copied again', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + MINUTE });
    expect(await copied()).toEqual({ ok: true, value: false });
    vi.useRealTimers();
  });
});

test('the leave to look at the clipboard is asked for and given back by the user’s choice', async () => {
  const held = () => [mayRead.value, browser.permissions.granted.has('clipboardRead')];
  await allowReading(true);
  expect(held()).toEqual([true, true]);
  await allowReading(false);
  expect(held()).toEqual([false, false]);
});
