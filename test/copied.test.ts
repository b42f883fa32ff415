import { type ComponentProps, h } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import { base64, type SnippetPart } from '../src/core/recipes/snippet';
import { digestOf } from '../src/platform/digest';
import { message } from '../src/platform/message';
import { stored } from '../src/platform/stored';
import { CreatedScreen } from '../src/ui/connected/screens';
import { hosts } from '../src/ui/stores/hosts';
import { hush, notices } from '../src/ui/stores/notice';
import { rotations } from '../src/ui/stores/rotations';
import type { Created } from '../src/ui/views/created/created';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';
import { given } from './given';

// A new token that takes the place of another one: from when its secret was taken, the time of the old one counts.

eachOnAServiceOfItsOwn();
const clipboard = { text: '', fails: false, loses: '' };
/** What the worker was asked for since the screen was there. */
let asked: string[] = [];

browser.runtime.onMessage.addListener((sent) => {
  asked.push((sent as { name: string }).name);
});

beforeEach(() => {
  Object.assign(clipboard, { text: '', fails: false, loses: '' });
  const writeText = async (text: string) => {
    if (clipboard.fails) throw new Error('not allowed');
    if (clipboard.loses === text) clipboard.loses = '';
    else clipboard.text = text;
  };
  // No page, and so no old command of one.
  vi.stubGlobal('navigator', { userAgent: '', clipboard: { writeText } });
  hush();
});

/** The screen of the new token, and its secret. */
async function created() {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  const { snapshot } = await stored.reading(by.hostId).get();
  const { id: tokenId } = snapshot?.tokens.find(({ name }) => name === 'ci-build') ?? expect.fail('it is in the list');
  const wanted = { keep: 'for-a-day', lifetime: { days: 7 } } as const;
  const made = await call('rotations.start', { ...by, tokenId, ...wanted, on: [by] });
  if (!made.ok) throw new Error(made.failure.kind);
  hosts.value = await stored.hosts.get();
  rotations.value = await stored.rotations.get();
  asked = [];
  const screen = given<ComponentProps<typeof Created>>(h(CreatedScreen, { minted: made.value }), 'onCopy');
  return { screen, secret: made.value.secret.reveal() };
}

const isTaken = async () =>
  (await stored.rotations.get()).flatMap(({ parts }) =>
    parts.map(({ progress }) => progress.state === 'made' && progress.handedAt !== null),
  );

const LINE: SnippetPart[] = [{ text: 'password=' }, { secret: 'plain' }, { text: '\n' }];
const CODED: SnippetPart[] = [{ text: 'auth=' }, { secret: 'base64' }];

describe('a new secret', () => {
  test('that the browser does not let be copied was not taken, and that is said', async () => {
    const { screen } = await created();
    clipboard.fails = true;
    const copies = [screen.onCopy, () => screen.onCopySnippet(LINE), () => screen.onCopySnippet([{ text: 'npm ci' }])];
    for (const copy of copies) {
      hush();
      expect(await copy()).toBe(false);
      expect(notices.value).toEqual([{ role: 'alert', text: message('copy_failed') }]);
    }
    expect(asked).toEqual([]);
    expect(await isTaken()).toEqual([false]);
  });

  test('was not taken with a snippet that is without it, and that may stay on the clipboard', async () => {
    const { screen } = await created();
    expect(await screen.onCopySnippet([{ text: 'npm ci' }])).toBe(true);
    expect(clipboard.text).toBe('npm ci');
    expect(asked).toEqual([]);
  });

  test.each<[string, SnippetPart[] | null, (secret: string) => string]>([
    ['copied by itself', null, (secret) => secret],
    ['in a line', LINE, (secret) => `password=${secret}\n`],
    ['in another writing', CODED, (secret) => `auth=${base64(secret)}`],
  ])('%s was taken, and its time on the clipboard is counted', async (_, parts, copied) => {
    const { screen, secret } = await created();
    expect(await (parts ? screen.onCopySnippet(parts) : screen.onCopy())).toBe(true);
    expect(clipboard.text).toBe(copied(secret));
    expect((await stored.copied.get())?.digest).toBe(digestOf(copied(secret)));
    expect(asked).toEqual(['clipboard.note', 'rotations.handed']);
    await vi.waitFor(async () => expect(await isTaken()).toEqual([true]));
  });

  test('that was cleared with the one before it, just after it came, is copied again', async () => {
    const { screen, secret } = await created();
    await call('clipboard.clear', {});
    clipboard.loses = secret;
    expect(await screen.onCopy()).toBe(true);
    expect(clipboard).toMatchObject({ text: secret, loses: '' });
  });

  test('whose time nobody counts is told as that', async () => {
    const { screen } = await created();
    const { set } = browser.storage.session;
    browser.storage.session.set = () => Promise.reject(new Error('no memory'));
    expect(await screen.onCopy()).toBe(true);
    browser.storage.session.set = set;
    expect(notices.value).toEqual([{ role: 'alert', text: message('clipboard_not_counted') }]);
  });

  test('that takes the place of another token’s is taken back with its rotation, and not by itself', async () => {
    expect((await created()).screen.onAskRevoke).toBeNull();
  });
});
