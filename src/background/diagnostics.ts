import { type Event, withEvent } from '../core/diagnostics/event';
import type { HostFacts, Tabs } from '../core/diagnostics/host';
import { diagnosticsText, type Facts } from '../core/diagnostics/text';
import { type Trace, withTrace } from '../core/diagnostics/trace';
import { doorsAt } from '../core/doors/doors-at';
import { waysAt } from '../core/doors/way';
import type { KnownHost } from '../core/host';
import { addressOf } from '../core/hosts/address-of';
import { ok, type Result } from '../core/result';
import { browser } from '../platform/browser';
import { inBackground } from '../platform/log';
import { allowedNow, mayReach } from '../platform/permission';
import { policyNow } from '../platform/policy';
import { stored } from '../platform/stored';
import { asides } from '../platform/stored-asides';
import { isInContainer, openTabs } from '../platform/tabs/page-tabs';

export function keepTrace(trace: Trace): void {
  inBackground(
    'trace',
    stored.traces.update((traces) => withTrace(traces, trace)),
  );
}

export function keepEvent(event: Event): void {
  inBackground(
    'event',
    stored.events.update((events) => withEvent(events, event)),
  );
}

/** A deed that failed, of which often no request tells. */
export function keepFailedDeed(deed: string, kind: string): void {
  keepEvent({ at: Date.now(), what: 'deed', deed, kind });
}

async function factsOf(host: KnownHost, now: number): Promise<HostFacts> {
  const { id } = host;
  const [reading, doors, ways, limits] = await Promise.all([
    stored.reading(id).get(),
    stored.doors(id).get(),
    stored.ways(id).get(),
    stored.limits(id).get(),
  ]);
  const isOf = (each: { hostId: string }) => each.hostId === id;
  return {
    host,
    mayReach: await mayReach(host),
    reading,
    doors: doorsAt(doors, now),
    ways: waysAt(ways, now),
    turn: (await stored.turns.get()).find(isOf) ?? null,
    signedOut: (await stored.signedOut.get()).find(isOf) ?? null,
    limits,
    handOver: await stored.handOver(id).get(),
    others: (await stored.otherAccounts(id).get())
      .filter(({ identity }) => identity.id !== host.identity?.id)
      .map(({ ends }) => ends.length),
    always: (await stored.always(id).get()).length,
    tabs: await tabsOf(host),
  };
}

async function tabsOf(host: KnownHost): Promise<Tabs> {
  const open = await openTabs(addressOf(host)).catch(() => []);
  const count = (isSuch: (tab: (typeof open)[number]) => boolean) => open.filter(isSuch).length;
  return {
    all: open.length,
    private: count(({ incognito }) => incognito),
    container: count(isInContainer),
  };
}

/** Older Firefox has no count of bytes: there the length of the text tells enough. */
async function storageNow(hosts: readonly KnownHost[]): Promise<Facts['storage']> {
  const { local }: { local: { getBytesInUse?: () => Promise<number> } } = browser.storage;
  const counted = async () =>
    (await local.getBytesInUse?.()) ?? JSON.stringify(await browser.storage.local.get(null)).length;
  const unsaved = await Promise.all(hosts.map(async ({ id }) => (await stored.unsaved(id).get()).snapshot));
  return { bytes: await counted(), refused: unsaved.filter((snapshot) => snapshot !== null).length };
}

/** How many of each there are. */
async function waitingNow(): Promise<Record<string, number>> {
  const [intents, revokes, rotations, strangers, endedElsewhere, minted, copied] = await Promise.all([
    stored.intents.get(),
    stored.revokes.get(),
    stored.rotations.get(),
    stored.strangers.get(),
    stored.endedElsewhere.get(),
    stored.minted.get(),
    stored.copied.get(),
  ]);
  return {
    'creates of unknown fate': intents.length,
    revokes: revokes.length,
    rotations: rotations.length,
    'tokens that Patina did not make': strangers.length,
    'tokens that somebody else revoked': endedElsewhere.length,
    'secrets in memory': minted.length,
    'secrets on the clipboard': copied ? 1 : 0,
    'clearings of it that failed': copied?.failed ? 1 : 0,
  };
}

/** What a user can paste into a report: see `diagnosticsText`. */
export async function readDiagnostics(): Promise<Result<string>> {
  const now = Date.now();
  const known = await stored.hosts.get();
  const [hosts, waiting, badge, allowed, traces, events, settings, storage, policy] = await Promise.all([
    Promise.all(known.map((host) => factsOf(host, now))),
    waitingNow(),
    stored.agenda.get(),
    allowedNow(),
    stored.traces.get(),
    stored.events.get(),
    stored.settings.get(),
    storageNow(known),
    policyNow(),
  ]);
  const { version } = browser.runtime.getManifest();
  const setAside = [...(await asides.local.get()), ...(await asides.session.get())];
  const about = { policy, version, browser: navigator.userAgent, allowed, badge, settings, storage, waiting, now };
  return ok(diagnosticsText({ ...about, hosts, traces, events, asides: setAside }));
}
