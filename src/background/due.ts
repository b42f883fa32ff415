import { DAY, HOUR, SECOND } from '../core/duration';
import { alarmAt } from '../platform/alarm';
import { browser } from '../platform/browser';
import { log } from '../platform/log';
import { rawValues } from '../platform/raw';
import { CHECK, REMIND } from './alarm-names';

// A worker is woken for a press, a click, a page that asks for a list. Whether beside that anything waits to be done is
// seen by one look at what is stored, before a single schema is made. What is not plainly quiet is due: the jobs read it
// properly, and do no harm where they find nothing.

const LOCAL = ['agenda', 'clipboardDue', 'hosts', 'revocation', 'revokes', 'rotations', 'settings', 'turns'];
const SESSION = ['borrowedTabs', 'copied', 'minted', 'started'];

type Values = Record<string, unknown>;

const isNothing = (value: unknown) => value === undefined || value === null;
const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
const field = (value: unknown, name: string): unknown => (value as Values | null | undefined)?.[name];

/** Nothing of the user's is under way: no secret waits, no revoke, no rotation, no clipboard to clear, no tab to close. */
function isNothingOpen({
  borrowedTabs,
  clipboardDue,
  copied,
  minted,
  revocation,
  revokes,
  rotations,
}: Values): boolean {
  const isRevokingAll = !isNothing(revocation) && !['stopped', 'done'].includes(String(field(revocation, 'phase')));
  return (
    [borrowedTabs, minted, revokes, rotations].every(isEmpty) &&
    [copied, clipboardDue].every(isNothing) &&
    !isRevokingAll
  );
}

type Alarm = { now: number; at: number | undefined };

/** What the badge shows holds, and the alarm for when it does not is set. */
function isAgendaKept({ agenda }: Values, { now, at }: Alarm): boolean {
  const [from, until] = [Number(field(agenda, 'from')), Number(field(agenda, 'until'))];
  return from <= now && now < until && at !== undefined && at <= until + SECOND;
}

/** No list has its turn, each host will have one, and the alarm for the first is set. */
function areTurnsKept({ hosts = [], settings, turns = [] }: Values, { now, at }: Alarm): boolean {
  const hours = field(settings, 'checkEveryHours');
  if (hours === null) return at === undefined;
  if (!Array.isArray(turns) || !Array.isArray(hosts) || turns.length !== hosts.length) return false;
  if (turns.length === 0) return at === undefined;
  const instants = turns.map((turn) => Number(field(turn, 'at')));
  // Later than that no turn can be, unless the clock was set back.
  const latest = now + 2 * Math.max(Number(hours ?? 0) * HOUR, DAY);
  return instants.every((instant) => instant > now && instant <= latest) && at !== undefined;
}

async function look(): Promise<boolean> {
  const [local, session, remindAt, checkAt] = await Promise.all([
    rawValues('local', LOCAL),
    rawValues('session', SESSION),
    alarmAt(REMIND),
    alarmAt(CHECK),
  ]);
  const values = { ...local, ...session };
  const now = Date.now();
  // With the browser starts a new session memory: by then the badge is forgotten, alarms and menus may be lost.
  const isKnownStart = values.started === browser.runtime.getManifest().version;
  return !(
    isKnownStart &&
    isNothingOpen(values) &&
    isAgendaKept(values, { now, at: remindAt }) &&
    areTurnsKept(values, { now, at: checkAt })
  );
}

/** Whether a worker that has just started has anything to do by itself. One that cannot find out has. */
export async function isAnythingDue(): Promise<boolean> {
  try {
    return await look();
  } catch (error) {
    log.warn('look at what is due', error);
    return true;
  }
}
