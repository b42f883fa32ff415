import type { VNode } from 'preact';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { NOW } from '../gallery/fixtures/now';
import { stories as showcase } from '../gallery/showcase-popup.stories';
import { makeFronts } from '../src/background/front/front';
import type { Front } from '../src/core/front/front';
import { PRESETS } from '../src/core/purposes/built-in';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { FRONT } from '../src/platform/front-keys';
import { stored } from '../src/platform/stored';
import { homeOf } from '../src/popup/first';
import { homeAt } from '../src/popup/home';
import type { Shown } from '../src/ui/on-screen';
import { localNow } from '../src/ui/stores/clock';
import { host } from '../src/ui/stores/hosts';
import { load } from '../src/ui/stores/load';
import { loadPurposes } from '../src/ui/stores/purposes';
import type { HomeProps } from '../src/ui/views/home/home';
import { stories } from '../src/ui/views/home/home.stories';
import browser from './fakes/browser';
import { propsOf, seen } from './home-seen';

// Every state of the list that somebody has looked at in the gallery, as if it were stored: the first screen shows what is
// shown when everything is known, or leaves it to that.

type Stored = Omit<HomeProps, 'shown'> & { shown: Shown[] };

/** What a story gives to Home. Where something is pressed Home is inside, in a state that another story has. */
const given = (story: () => VNode) => propsOf<Stored & { children?: VNode }>(story());

async function put({ hosts, chosen, shown, pinned, show, singleKeys }: Stored): Promise<void> {
  await stored.hosts.set(hosts);
  await stored.chosenHost.set(chosen);
  for (const { id } of hosts) {
    const { snapshot = null, failure = null } = shown.find((each) => each.host.id === id) ?? {};
    await stored.reading(id).set({ snapshot, failure });
  }
  await stored.settings.set({ ...DEFAULT_SETTINGS, show, singleKeys });
  const own = pinned.filter(({ id }) => !PRESETS.some((preset) => preset.id === id));
  await stored.purposes.set({ own, pinned: pinned.map(({ id }) => id), order: [] });
}

const told = Object.entries({ ...stories.shown, home: showcase.shown.home ?? expect.fail('it is there') }).filter(
  ([, story]) => given(story).children === undefined,
);
const early = { whole: async () => null, mint: () => undefined };
let compared = 0;

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});

test.each(told)('%s', async (_, story) => {
  browser.reset();
  const state = given(story);
  await put(state);
  const front = (await makeFronts())[FRONT] as Front | undefined;
  if (state.shown.some(({ failure }) => failure)) expect(front, 'a failure is told by the long way').toBeUndefined();
  const first = front && (await homeOf(JSON.parse(JSON.stringify(front)), early));
  await load(Promise.resolve(undefined));
  await loadPurposes();
  localNow.value = Date.now();
  const whole = seen(homeAt(host.value ?? expect.fail('there is a host')));
  expect(whole.counts, 'it is the state of the story').toEqual(state.counts);
  if (!first) return;
  compared += 1;
  expect(seen(first)).toEqual(whole);
});

afterAll(() => {
  vi.useRealTimers();
  expect(compared, 'most stories have a first screen').toBeGreaterThan(25);
});
