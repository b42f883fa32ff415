import { afterEach, expect, test, vi } from 'vitest';
import browser from '../../../test/fakes/browser';
import { KnownHost } from '../../core/host';
import { stored } from '../../platform/stored';
import { know, knowFirst, shownOf } from './readings';

const identity = { id: '11111111-1111-4111-8111-111111111111', name: 'Normal Paulk' };
const hostOf = (name: string) =>
  KnownHost.parse({ id: `services:${name}`, kind: 'services', name, domain: 'dev.azure.com', identity });
const list = { identity, tokens: [], readAt: Date.UTC(2026, 10, 25, 12), clockSkew: 0, complete: true };
const read = { snapshot: list, failure: null } as never;

/** Has storage say what it has of a host now only when the answer of this is called; of others it tells at once. */
function heldUp(id: string): () => void {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { get } = browser.storage.local;
  let isFirst = true;
  vi.spyOn(browser.storage.local, 'get').mockImplementation(async (keys) => {
    const isMeant = isFirst && JSON.stringify(keys).includes(id);
    if (isMeant) isFirst = false;
    const found = await get(keys);
    if (isMeant) await held;
    return found;
  });
  return letGo;
}

afterEach(() => void vi.restoreAllMocks());

// Hosts that no other file knows: what one has followed in this process stays known.
test.each(['tailspin', 'wingtip'])(
  'what was asked for of a new host takes away no list that %s got meanwhile',
  async (name) => {
    const [asked, got] = [hostOf('wingtip'), hostOf(name)];
    await know([asked.id, got.id]);
    const letGo = heldUp(asked.id);
    const first = knowFirst(asked.id);
    await stored.reading(got.id).set(read);
    await vi.waitFor(() => expect(shownOf(got).snapshot).toEqual(list));
    letGo();
    await first;
    expect(shownOf(got).snapshot).toEqual(list);
  },
);
