import type { Turn } from '../checks/turn';
import type { Doors } from '../doors/doors';
import type { FoundWays } from '../doors/way';
import { isActive } from '../expiry';
import type { KnownHost } from '../host';
import { isInsecure } from '../hosts/insecure';
import type { Limits } from '../minting/limits';
import { isMadeByTool } from '../names/tool-made';
import { IDLE_DAYS, mayBeIdle } from '../overview/overview';
import type { HandOver } from '../recipes/hand-over';
import type { SignedOut } from '../reminders/agenda';
import type { Failure } from '../result';
import type { Reading, Snapshot } from '../snapshot';

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
  /** What was learned of its limits. */
  limits: Limits | null;
  /** Which recipe a token was handed over with last, and which fields were filled in for it. */
  handOver: HandOver;
  /** The accounts that were signed in before, and how many ends of tokens are watched of each. */
  others: readonly number[];
  tabs: Tabs;
  /** How many patterns of tokens are always the user's own. */
  always: number;
};

/** Open tabs with a page of it: requests of ours have the session of neither a private window nor a container. */
export type Tabs = { all: number; private: number; container: number };

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
function listWords({ tokens, complete, onlyMadeHere, readAt, clockSkew }: Snapshot, now: number): string {
  const active = tokens.filter((token) => isActive(token, now + clockSkew));
  const revoked = tokens.filter((token) => token.revoked);
  const everywhere = tokens.filter(({ organizationIds }) => organizationIds === null);
  const counts = `${active.length} active, ${revoked.length} revoked, ${tokens.length - active.length - revoked.length} expired; ${everywhere.length} for all organizations`;
  const whole = `${complete ? '' : ' (incomplete)'}${onlyMadeHere ? ' (only those made there)' : ''}`;
  return `${tokens.length} tokens${whole}: ${counts}; read ${iso(readAt)}, server clock ${clockSkew} ms ahead`;
}

/** How many the service may end by itself. */
function idleWords({ tokens, clockSkew }: Snapshot, host: KnownHost, now: number): string {
  const old = tokens.filter((token) => mayBeIdle({ token, now: now + clockSkew }, host));
  return `${old.length} tokens may be ended when nobody has used them for ${IDLE_DAYS} days; last use cannot be known`;
}

/** Of these nothing but the kind is told: what else is in them is in a server's words, or names somebody. */
type Plain =
  | 'wrong-identity'
  | 'permission'
  | 'insecure'
  | 'refused'
  | 'between'
  | 'not-found'
  | 'policy'
  | 'timeout'
  | 'misfit'
  | 'uncertain'
  | 'interrupted'
  | 'full'
  | 'unexpected';

/** A failure by its kind and by what is ours in it: no text of a server's. */
function failureWords(failure: Failure): string {
  switch (failure.kind) {
    case 'signed-out':
      return `signed-out, by a ${failure.by}${failure.perhapsAt === undefined ? '' : ', led away from plain http'}`;
    case 'forbidden':
      return `forbidden, ${failure.explained ? 'with' : 'without'} a word why`;
    case 'unsupported':
      return failure.session === undefined ? 'unsupported' : `unsupported in the session of a ${failure.session}`;
    case 'offline':
      return failure.origin === undefined ? 'offline' : 'offline, a server with https: perhaps its certificate';
    case 'throttled':
      return `throttled until ${iso(failure.until)}`;
    case 'invalid':
      return `invalid ${failure.field.replace(/[^a-z-]/g, '')}`;
    default:
      return failure.kind satisfies Plain;
  }
}

function waysLine({ read, change, after, since }: FoundWays): string {
  if (read === null && change === null) return 'reads and changes by worker, which was never refused without a word';
  return `reads by ${read ?? 'worker'}, changes by ${change ?? 'worker'}, since ${iso(since)} after ${after.replace(/[^a-z-]/g, '') || 'nothing'}`;
}

/** Policies cannot be asked for: what creates have taught. */
function limitWords(limits: Limits | null): string {
  if (limits === null) return 'none';
  const { cut, tooLong, fullAccess, creation, packaging, rounding } = limits;
  const all = [
    cut && `longest ${cut.days} days`,
    tooLong && `${tooLong.days} days refused`,
    fullAccess && 'no full access',
    creation && (creation.packaging ? 'no tokens at all' : 'no tokens but for packages'),
    packaging && 'one for packages was made',
    rounding && `ends rounded ${rounding.up ? 'up' : 'down'}`,
  ];
  return all.filter((each) => each).join(', ') || 'none';
}

/** Which recipe, and which of its fields: what stands in them names things. */
function handOverWords({ recipe, shell, fields }: HandOver): string {
  if (recipe === '') return 'none yet';
  const filled = Object.entries(fields).flatMap(([name, value]) => (value === '' ? [] : name));
  const words = [recipe, shell ?? 'its usual form', ...filled].map((each) => each.replace(/[^A-Za-z -]/g, ''));
  return `${words[0]} as ${words[1]}, with ${words.slice(2).join(', ') || 'no field'}`;
}

/** Whether it goes by another name than when it was added: its id stays. One that took a name that was given up has more behind it. */
function nameWords(host: KnownHost): string {
  const byName = `services:${host.name.toLowerCase()}`;
  const isRenamed = host.kind === 'services' && host.id !== byName && !host.id.startsWith(`${byName}:`);
  return `${host.instanceId === undefined ? 'its own id never seen' : 'known again by its own id'}${isRenamed ? ', renamed since it was added' : ''}`;
}

function tabWords({ all, private: hidden, container }: Tabs): string {
  const apart = [hidden && `${hidden} in a private window`, container && `${container} in a container`].filter(Boolean);
  return `open tabs of it: ${all}${apart.length > 0 ? ` (${apart.join(', ')})` : ''}`;
}

/** What tools make anew by themselves is not counted, unless a setting says so. */
function toolWords(snapshot: Snapshot | null, now: number): string {
  const active = snapshot?.tokens.filter((token) => isActive(token, now + snapshot.clockSkew)) ?? [];
  return `${active.filter(isMadeByTool).length} active tokens of tools`;
}

function otherWords(others: readonly number[]): string {
  const ends = others.reduce((sum, each) => sum + each, 0);
  return `${others.length} other accounts watched, with ${ends} ends`;
}

export function hostLines(facts: HostFacts, index: number, now: number): string[] {
  const { host, mayReach, reading, doors, ways, turn, signedOut, limits, handOver, others, tabs, always } = facts;
  const { snapshot, failure } = reading;
  const isTheirs = snapshot === null || snapshot.identity.id === host.identity?.id;
  return [
    `${index + 1}. ${whatItIs(host)}: ${snapshot ? listWords(snapshot, now) : 'nothing read'}`,
    ...(snapshot ? [`   ${idleWords(snapshot, host, now)}`] : []),
    `   ${mayReach ? 'may be asked' : 'the browser holds it back'}; account ${host.identity ? 'seen' : 'never seen'}${isTheirs ? '' : ', another than the list is of'}${signedOut ? `; signed out since ${iso(signedOut.since)}` : ''}`,
    `   last reading: ${failure ? `failed (${failureWords(failure)})` : 'good'}; next by itself: ${turn ? `${iso(turn.at)}, ${turn.failures} failures before` : 'not planned'}`,
    `   lifecycle API ${doorWord(doors.lifecycle)}, session tokens ${doorWord(doors.sessionTokens)}, page provider ${doors.pageProvider === false ? 'closed' : 'not known to be closed'}`,
    `   ${waysLine(ways)}; limits learned: ${limitWords(limits)}`,
    `   ${nameWords(host)}; ${toolWords(snapshot, now)}; ${otherWords(others)}; ${always} patterns of own tokens; ${tabWords(tabs)}`,
    `   handed over last by recipe: ${handOverWords(handOver)}`,
  ];
}
