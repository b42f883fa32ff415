import type { Aside } from '../aside';
import type { PolicyRead } from '../policy/policy';
import type { Shown } from '../reminders/agenda';
import type { Settings } from '../settings';
import { type Event, eventLine } from './event';
import { type HostFacts, hostLines } from './host';
import type { Trace } from './trace';

/** How much is stored, and for how many hosts the storage refused a list. */
type Storage = { bytes: number; refused: number };

export type Facts = {
  version: string;
  browser: string;
  /** What the browser lets us use now, and which of the cloud's own hosts it holds back. */
  allowed: { permissions: string[]; cloud: string[]; heldBack: string[]; more: number };
  hosts: readonly HostFacts[];
  /** What the badge is made of; `null` where nothing was counted yet. */
  badge: Shown | null;
  /** What is under way or waits, by its name. */
  waiting: Readonly<Record<string, number>>;
  traces: readonly Trace[];
  events: readonly Event[];
  settings: Settings;
  storage: Storage;
  asides: readonly Aside[];
  policy: PolicyRead;
  now: number;
};

const iso = (instant: number) => new Date(instant).toISOString();

function traceLine({ at, method, place, endpoint, way, status, typeKey, signs, kind }: Trace): string {
  const about = [iso(at), method, endpoint, status || 'no answer', typeKey, `-> ${kind}`].filter((part) => part !== '');
  return `${about.join(' ')}, at ${place || 'an address'}, by ${way}${signs.length > 0 ? ` (${signs.join('; ')})` : ''}`;
}

/** The first part of a key is what is stored there; the rest may name a host. */
function asideLine({ at, key, why, size }: Aside): string {
  return `${iso(at)} ${key.split(':')[0]}: ${why}, ${size} characters`;
}

function allowedLine({ permissions, cloud, heldBack, more }: Facts['allowed']): string {
  const held = heldBack.length > 0 ? `; held back by the browser: ${heldBack.join(', ')}` : '';
  return `Permissions: ${[...permissions, ...cloud].join(', ')}, ${more} more hosts${held}`;
}

function badgeLine(badge: Shown | null): string {
  if (badge === null) return 'Badge: nothing counted yet';
  const { count, signedOut } = badge;
  const urgent = count.urgent ? ', one with less than a day' : '';
  return `Badge: ${count.expiring} end within ${count.within} days${urgent}; ${signedOut.length} hosts signed out for long`;
}

/** What of the settings decides what is told, and when. */
function settingsLine(settings: Settings): string {
  const { remindDays, checkEveryHours, clearClipboardSeconds, remindOfRenewed, onDemand, neverRevoke, language } =
    settings;
  return [
    `Settings: lists are read ${checkEveryHours === null ? 'only when asked' : `every ${checkEveryHours} h`}`,
    `reminders ${remindDays.join(', ') || 'none'} days before`,
    `tokens of tools ${remindOfRenewed ? 'counted' : 'not counted'}`,
    `clipboard ${clearClipboardSeconds === null ? 'never cleared' : `cleared after ${clearClipboardSeconds} s`}`,
    `${onDemand.length} hosts signed in to when needed`,
    `${neverRevoke.length} tokens never revoked`,
    `words of ${language}`,
  ].join('; ');
}

/** What an administrator has decided, and what of it does not fit: by its names, as the values can name somebody. */
function policyLine({ policy, ignored }: PolicyRead): string {
  const bad = ignored.length > 0 ? `; ignored: ${ignored.toSorted().join(', ')}` : '';
  return `Policy: ${Object.keys(policy).sort().join(', ') || 'none'}${bad}`;
}

const storageLine = ({ bytes, refused }: Storage) =>
  `Storage: ${bytes} bytes${refused > 0 ? `; it refused the lists of ${refused} hosts, which are in memory only` : ''}`;

/**
 * A text for a report of a problem: versions, what was probed, which way was taken and why, what failed and how. Nothing
 * in it names anybody or any token.
 */
export function diagnosticsText(facts: Facts): string {
  const { version, browser, allowed, hosts, badge, waiting, traces, events, settings, storage, asides, now } = facts;
  const under = Object.entries(waiting).filter(([, count]) => count > 0);
  return [
    `Patina ${version}`,
    `Browser: ${browser}`,
    `Written: ${iso(now)}`,
    allowedLine(allowed),
    badgeLine(badge),
    settingsLine(settings),
    policyLine(facts.policy),
    storageLine(storage),
    `Waiting or under way: ${under.map(([name, count]) => `${count} ${name}`).join(', ') || 'nothing'}`,
    `Organizations and servers: ${hosts.length}`,
    ...hosts.flatMap((host, index) => hostLines(host, index, now)),
    `Requests that failed: ${traces.length}`,
    ...traces.map(traceLine),
    `What happened beside them: ${events.length}`,
    ...events.map(eventLine),
    `Stored values set aside: ${asides.length}`,
    ...asides.map(asideLine),
    '',
  ].join('\n');
}
