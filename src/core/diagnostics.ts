import type { Aside } from './aside';
import type { Doors } from './doors';
import type { Reading } from './snapshot';
import type { Trace } from './trace';

/** What can be told of a host without telling which it is or whose. */
export type HostFacts = { kind: string; reading: Reading; doors: Doors };

export type Facts = {
  version: string;
  browser: string;
  hosts: HostFacts[];
  traces: Trace[];
  asides: readonly Aside[];
  now: number;
};

const iso = (instant: number) => new Date(instant).toISOString();

function doorWord(open: boolean | null): string {
  if (open === null) return 'not tried';
  return open ? 'open' : 'closed';
}

function hostLines({ kind, reading, doors }: HostFacts, index: number): string[] {
  const { snapshot, failure } = reading;
  const list = snapshot
    ? `${snapshot.tokens.length} tokens${snapshot.complete ? '' : ' (incomplete)'}, read ${iso(snapshot.readAt)}, server clock ${snapshot.clockSkew} ms ahead`
    : 'nothing read';
  return [
    `${index + 1}. ${kind}: ${list}`,
    `   last reading: ${failure ? `failed (${failure.kind})` : 'good'}`,
    `   lifecycle API ${doorWord(doors.lifecycle)}, session tokens ${doorWord(doors.sessionTokens)}, page provider ${doors.pageProvider === false ? 'closed' : 'not known to be closed'}, changes with ${doors.pageOrigin ? "the page's" : "the extension's"} origin`,
  ];
}

function traceLine({ at, method, endpoint, status, typeKey, kind }: Trace): string {
  return [iso(at), method, endpoint, status || 'no answer', typeKey, `-> ${kind}`]
    .filter((part) => part !== '')
    .join(' ');
}

/** The first part of a key is what is stored there; the rest may name a host. */
function asideLine({ at, key, why, size }: Aside): string {
  return `${iso(at)} ${key.split(':')[0]}: ${why}, ${size} characters`;
}

/** A text for a report of a problem: versions, what was probed, what failed. Nothing in it names anybody or any token. */
export function diagnosticsText({ version, browser, hosts, traces, asides, now }: Facts): string {
  return [
    `Patina ${version}`,
    `Browser: ${browser}`,
    `Written: ${iso(now)}`,
    `Organizations and servers: ${hosts.length}`,
    ...hosts.flatMap(hostLines),
    `Requests that failed: ${traces.length}`,
    ...traces.map(traceLine),
    `Stored values set aside: ${asides.length}`,
    ...asides.map(asideLine),
    '',
  ].join('\n');
}
