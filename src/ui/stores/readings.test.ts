import { expect, test, vi } from 'vitest';
import browser from '../../../test/fakes/browser';
import { KnownHost } from '../../core/host';
import { stored } from '../../platform/stored';
import { know, knowFirst, shownOf } from './readings';

const identity = { id: '11111111-1111-4111-8111-111111111111', name: 'Normal Paulk' };
const hostOf = (name: string) =>
  KnownHost.parse({ id: `services:${name}`, kind: 'services', name, domain: 'dev.azure.com', identity });
const list = { identity, tokens: [], readAt: Date.UTC(2026, 10, 25, 12), clockSkew: 0, complete: true };
const read = { snapshot: list, failure: null } as never;

/** Has storage say what it has now only when the answer of this is called. */
function heldUp(): () => void {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { get } = browser.storage.local;
  vi.spyOn(browser.storage.local, 'get').mockImplementationOnce(async (keys) => {
    const found = await get(keys);
    await held;
    return found;
  });
  return letGo;
}

// Hosts that no other file knows: what one has followed in this process stays known.
test.each(['tailspin', 'wingtip'])(
  'what was asked for of a new host takes away no list that %s got meanwhile',
  async (name) => {
    const [asked, got] = [hostOf('wingtip'), hostOf(name)];
    await know([asked.id, got.id]);
    const letGo = heldUp();
    const first = knowFirst(asked.id);
    await stored.reading(got.id).set(read);
    await vi.waitFor(() => expect(shownOf(got).snapshot).toEqual(list));
    letGo();
    await first;
    expect(shownOf(got).snapshot).toEqual(list);
  },
);
