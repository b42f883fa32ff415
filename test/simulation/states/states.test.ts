import fc from 'fast-check';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Place } from '../../../src/platform/storage-item';
import { stored } from '../../../src/platform/stored';
import { storedRevokeAll } from '../../../src/platform/stored-revoke-all';
import { type Kind, unwrap } from '../../../src/platform/versions';
import { homeOf } from '../../../src/popup/first';
import { readFront } from '../../../src/popup/front';
import { Popup } from '../../../src/popup/popup';
import { whole } from '../../../src/popup/whole';
import { loadRevokes } from '../../../src/ui/deeds/revokes';
import { loadAsides } from '../../../src/ui/stores/asides';
import { loadClipboard } from '../../../src/ui/stores/clipboard';
import { hosts, loadPending } from '../../../src/ui/stores/hosts';
import { load } from '../../../src/ui/stores/load';
import { loadMinted } from '../../../src/ui/stores/minted';
import { loadPurposes } from '../../../src/ui/stores/purposes';
import { loadUnsent } from '../../../src/ui/stores/screen';
import { loadWatching } from '../../../src/ui/stores/watching';
import browser from '../../fakes/browser';
import { isProof, isThorough } from '../../thorough';
import { bundleManyWorkers, type Start } from '../bundle';
import { simulate } from '../world';
import { type State, states } from './damage';

// Whatever storage holds, the popup opens, and tokens can be listed and revoked. What could not be read is kept beside it.

const FABRIKAM = 'services:fabrikam';
const NORMAL = 'bb5bb6c8-ef0a-400f-8987-92b3674d2043';
const MINUTE = 60_000;

/** How many states of storage are tried: in the proof as many as `STATES` says. */
const STATES = isProof ? Number(process.env.STATES ?? 20_000) : isThorough ? 1_000 : 15;

let start: Start;
beforeAll(async () => {
  start = await bundleManyWorkers();
}, 120_000);
beforeEach(() => {
  vi.stubGlobal('document', { addEventListener: () => undefined, visibilityState: 'visible' });
  vi.spyOn(console, 'warn').mockReturnValue();
});

const early = { whole: async () => null, mint: () => undefined };

/** What the popup shows, as text; it fails where that would be a white page. */
function expectShown(popup: Parameters<typeof Popup>[0], what: string): void {
  expect(renderToString(h(Popup, popup)), what).toMatch(/<button/);
}

/** Opens the popup on what is stored: what it shows at first, and when it knows everything. */
async function opensThePopup({ local, session }: Pick<State, 'local' | 'session'>): Promise<void> {
  browser.reset();
  for (const area of ['local', 'session'] as const) browser.storage[area].onChanged.clear(); // the popup before is closed
  await browser.storage.local.set(local);
  await browser.storage.session.set(session);
  const found = await readFront(Promise.resolve(undefined));
  const first = found && (await homeOf(found.front, early));
  if (first) expectShown({ first, whole: null }, 'at first');
  await Promise.all([load(), loadMinted(), loadPurposes()]);
  await loadUnsent();
  await Promise.all([loadPending(), loadRevokes(), loadClipboard(), loadWatching(), loadAsides()]);
  expectShown({ first: null, whole }, 'when it knows everything');
}

const { reading, ...others } = stored;
const places = [
  ...Object.values(reading(FABRIKAM as never).parts),
  ...Object.values(others).map((item) => (typeof item === 'function' ? item(FABRIKAM as never) : item)),
  ...[storedRevokeAll.journal, storedRevokeAll.part(0), storedRevokeAll.kept],
].filter(({ area }) => area === 'local') as Place<unknown>[]; // each of another type, and only read here

/** Keys of what cannot be read. */
function unreadable(local: Record<string, unknown>): string[] {
  return places.filter(({ key, kind }) => unwrap(kind as Kind<unknown>, local[key]).trouble).map(({ key }) => key);
}

const nameOfFabrikam = ({ hosts }: Record<string, unknown>) =>
  unwrap(stored.hosts.kind, hosts)
    .value.find(({ id }) => id === FABRIKAM)
    ?.name.toLowerCase();

async function holds({ local, session, rejects }: State): Promise<void> {
  await opensThePopup({ local, session });
  const simulation = simulate(start, { names: ['one', 'two', 'three'] });
  const { service, world, clock } = simulation;
  for (const [key, value] of Object.entries(local)) simulation.store(key, value);
  for (const [key, value] of Object.entries(session)) simulation.store(key, value, 'session');
  world.rejects = rejects;
  simulation.restart();
  const asked = async (name: string, input: object) => {
    const answer = await simulation.ask(name, input);
    expect(answer, `${name} is answered`).toBeDefined();
    return answer;
  };
  const [tokenId] = service.ids;
  const name = nameOfFabrikam(local);
  const isKnown = name === 'fabrikam';
  // Where nothing can be read, or no organization kept, that is answered; and then the disk is mended.
  if (rejects.endsWith('.get') || !isKnown) {
    await asked('tokens.refresh', { hostId: FABRIKAM });
    world.rejects = '';
  }
  // Another name under its id is what a renaming leaves behind: nobody but the user can know better.
  const isRenamed = name !== undefined && !isKnown;
  if (isRenamed) await asked('hosts.remove', { hostId: FABRIKAM });
  if (!isKnown) await asked('hosts.add', { address: 'https://dev.azure.com/fabrikam' });
  expect(await asked('tokens.refresh', { hostId: FABRIKAM }), 'the list is read').toMatchObject({ ok: true });
  await asked('tokens.revoke', { hostId: FABRIKAM, identityId: NORMAL, tokenId });
  await clock.runUntil(() => !service.works(tokenId ?? ''), 10 * MINUTE);
  expect(service.works(tokenId ?? ''), 'a token can be revoked').toBe(false);
  await clock.runUntil(() => false, MINUTE);
  if (rejects || isRenamed) return; // what was stored of it went with it
  const after = simulation.all();
  const texts = new Set(
    [...after].filter(([key]) => key.startsWith('aside:')).map(([, value]) => JSON.stringify(value)),
  );
  for (const key of unreadable(local))
    expect(
      texts.has(JSON.stringify(local[key])) || JSON.stringify(after.get(key)) === JSON.stringify(local[key]),
      `${key} is kept`,
    ).toBe(true);
  await opensThePopup({ local: Object.fromEntries(after), session: {} });
  expect(
    hosts.value.map(({ id }) => id),
    'the popup knows the organization',
  ).toContain(FABRIKAM);
}

test(
  'whatever storage holds, the popup opens, the list is read, and a token is revoked',
  async () => {
    await fc.assert(fc.asyncProperty(states, holds), { numRuns: STATES, ...(isProof ? {} : { seed: 2026 }) });
  },
  isProof ? 2 ** 31 - 1 : 300_000,
);
