import type { Turn } from '../checks/turn';
import type { Doors } from '../doors';
import { isActive } from '../expiry';
import type { KnownHost } from '../host';
import { isInsecure } from '../hosts/address-of';
import type { SignedOut } from '../reminders/agenda';
import type { Failure } from '../result';
import type { Reading, Snapshot } from '../snapshot';
import type { FoundWays } from '../way';

/** What can be told of a host without telling which it is or whose. */
export type HostFacts = {
  host: KnownHost;
  /** Whether the browser lets us ask it now. */
  mayReach: boolean;
  reading: Reading;
  doors: Doors;
  ways: FoundWays;
  turn: Turn | null;
  signedOut: SignedOut | null;
  /** Which limits were learned of it, by their names. */
  limits: readonly string[];
};

const iso = (instant: number) => new Date(instant).toISOString();

function doorWord(open: boolean | null): string {
  if (open === null) return 'not tried';
  return open ? 'open' : 'closed';
}

function whatItIs(host: KnownHost): string {
  if (host.kind === 'services') return host.domain === 'dev.azure.com' ? 'organization' : 'organization, older address';
  const scheme = host.root.startsWith('https:') ? 'https' : isInsecure(host) ? 'plain http' : 'http of this computer';
  return `server (${host.product.replace(/[^A-Za-z0-9. ]/g, '?')}, ${scheme}, tokens at the ${host.tokensAt}, API ${host.version.replace(/[^a-z0-9.-]/g, '?')})`;
}

/** What a list is made of. */
function listWords({ tokens, complete, readAt, clockSkew }: Snapshot, now: number): string {
  const active = tokens.filter((token) => isActive(token, now + clockSkew));
  const revoked = tokens.filter((token) => token.revoked);
  const everywhere = tokens.filter(({ organizationIds }) => organizationIds === null);
  const counts = `${active.length} active, ${revoked.length} revoked, ${tokens.length - active.length - revoked.length} expired; ${everywhere.length} for all organizations`;
  const whole = complete ? '' : ' (incomplete)';
  return `${tokens.length} tokens${whole}: ${counts}; read ${iso(readAt)}, server clock ${clockSkew} ms ahead`;
}

/** A failure by its kind and by what is ours in it: no text of a server's. */
function failureWords(failure: Failure): string {
  switch (failure.kind) {
    case 'signed-out':
      return `signed-out, by a ${failure.by}${failure.perhapsAt === undefined ? '' : ', led away from plain http'}`;
    case 'forbidden':
      return `forbidden, ${failure.explained ? 'with' : 'without'} a word why`;
    case 'offline':
      return failure.origin === undefined ? 'offline' : 'offline, a server with https: perhaps its certificate';
    case 'throttled':
      return `throttled until ${iso(failure.until)}`;
    case 'invalid':
      return `invalid ${failure.field.replace(/[^a-z-]/g, '')}`;
    default:
      return failure.kind;
  }
}

function waysLine({ read, change, after, since }: FoundWays): string {
  if (read === null && change === null) return 'reads and changes by worker, which was never refused without a word';
  return `reads by ${read ?? 'worker'}, changes by ${change ?? 'worker'}, since ${iso(since)} after ${after.replace(/[^a-z-]/g, '') || 'nothing'}`;
}

export function hostLines(facts: HostFacts, index: number, now: number): string[] {
  const { host, mayReach, reading, doors, ways, turn, signedOut, limits } = facts;
  const { snapshot, failure } = reading;
  const isTheirs = snapshot === null || snapshot.identity.id === host.identity?.id;
  return [
    `${index + 1}. ${whatItIs(host)}: ${snapshot ? listWords(snapshot, now) : 'nothing read'}`,
    `   ${mayReach ? 'may be asked' : 'the browser holds it back'}; account ${host.identity ? 'seen' : 'never seen'}${isTheirs ? '' : ', another than the list is of'}${signedOut ? `; signed out since ${iso(signedOut.since)}` : ''}`,
    `   last reading: ${failure ? `failed (${failureWords(failure)})` : 'good'}; next by itself: ${turn ? `${iso(turn.at)}, ${turn.failures} failures before` : 'not planned'}`,
    `   lifecycle API ${doorWord(doors.lifecycle)}, session tokens ${doorWord(doors.sessionTokens)}, page provider ${doors.pageProvider === false ? 'closed' : 'not known to be closed'}`,
    `   ${waysLine(ways)}; limits learned: ${limits.join(', ') || 'none'}`,
  ];
}
