import type { HostFacts } from '../core/diagnostics/host';
import { diagnosticsText } from '../core/diagnostics/text';
import { type Trace, withTrace } from '../core/diagnostics/trace';
import { doorsAt } from '../core/doors-at';
import type { KnownHost } from '../core/host';
import { ok, type Result } from '../core/result';
import { waysAt } from '../core/way';
import { browser } from '../platform/browser';
import { inBackground } from '../platform/log';
import { allowedNow, mayReach } from '../platform/permission';
import { stored } from '../platform/stored';
import { asides } from '../platform/stored-asides';

export function keepTrace(trace: Trace): void {
  inBackground(
    'trace',
    stored.traces.update((traces) => withTrace(traces, trace)),
  );
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
    limits: Object.entries(limits ?? {}).flatMap(([name, value]) => (value && name !== 'identityId' ? name : [])),
  };
}

/** How many of each there are. */
async function waitingNow(): Promise<Record<string, number>> {
  const [intents, revokes, rotations, strangers, minted, copied] = await Promise.all([
    stored.intents.get(),
    stored.revokes.get(),
    stored.rotations.get(),
    stored.strangers.get(),
    stored.minted.get(),
    stored.copied.get(),
  ]);
  return {
    'creates of unknown fate': intents.length,
    revokes: revokes.length,
    rotations: rotations.length,
    'tokens that Patina did not make': strangers.length,
    'secrets in memory': minted.length,
    'secrets on the clipboard': copied ? 1 : 0,
    'clearings of it that failed': copied?.failed ? 1 : 0,
  };
}

/** What a user can paste into a report: see `diagnosticsText`. */
export async function readDiagnostics(): Promise<Result<string>> {
  const now = Date.now();
  const known = await stored.hosts.get();
  const [hosts, waiting, badge, allowed, traces] = await Promise.all([
    Promise.all(known.map((host) => factsOf(host, now))),
    waitingNow(),
    stored.agenda.get(),
    allowedNow(),
    stored.traces.get(),
  ]);
  const { version } = browser.runtime.getManifest();
  const setAside = [...(await asides.local.get()), ...(await asides.session.get())];
  const about = { version, browser: navigator.userAgent, allowed, badge, waiting, now };
  return ok(diagnosticsText({ ...about, hosts, traces, asides: setAside }));
}
