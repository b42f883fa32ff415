import * as z from 'zod/mini';
import { Turn } from '../core/checks/turn';
import { Copied } from '../core/clipboard';
import { Doors } from '../core/doors';
import { fittingList } from '../core/fitting';
import { Entry } from '../core/history';
import { HostId, KnownHost } from '../core/host';
import { Intent } from '../core/minting/intent';
import { Limits } from '../core/minting/limits';
import { Minted } from '../core/minting/minted';
import { Unsent } from '../core/minting/unsent';
import { FIRST_PURPOSES, Purposes } from '../core/purposes/purposes';
import { HandOver, NOTHING_HANDED_OVER } from '../core/recipes/hand-over';
import { Agenda, SignedOut } from '../core/reminders/agenda';
import { NOTHING_TOLD, Reminders } from '../core/reminders/told';
import { Revoke } from '../core/revoke';
import { withoutHost } from '../core/rotation/roles';
import { Rotation } from '../core/rotation/state';
import { DEFAULT_SETTINGS, Settings, withoutLeave } from '../core/settings';
import { NOTHING_READ, Reading } from '../core/snapshot';
import { Baseline, Stranger } from '../core/strangers/stranger';
import { Instant } from '../core/token';
import { Trace } from '../core/trace';
import { acrossHosts, notOf, perHost } from './of-host';
import { storageItem } from './storage-item';

/**
 * Every stored value of the extension, but for those of a revoke-all (`stored-revoke-all.ts`). A secret has a place in
 * session memory only. What is of one host, or names some, says so (`of-host.ts`), and is forgotten with them; only the
 * history and a revoke-all outlive a host, as PRIVACY.md says.
 */
export const stored = {
  hosts: acrossHosts(storageItem('local', 'hosts', fittingList(KnownHost), []), (hosts, hostId) =>
    hosts.filter(({ id }) => id !== hostId),
  ),
  /** The host that the popup showed last. */
  chosenHost: acrossHosts(storageItem('local', 'chosenHost', z.nullable(HostId), null), (chosen, hostId) =>
    chosen === hostId ? null : chosen,
  ),
  reading: perHost((hostId) => storageItem('local', `reading:${hostId}`, Reading, NOTHING_READ)),
  /** Which endpoints of a host were found to answer. */
  doors: perHost((hostId) => storageItem('local', `doors:${hostId}`, z.nullable(Doors), null)),
  /** What a host was found to allow. */
  limits: perHost((hostId) => storageItem('local', `limits:${hostId}`, z.nullable(Limits), null)),
  /** What was filled in for a tool, for the next token. */
  handOver: perHost((hostId) => storageItem('local', `handOver:${hostId}`, HandOver, NOTHING_HANDED_OVER)),
  intents: acrossHosts(storageItem('local', 'intents', fittingList(Intent), []), notOf),
  /** What Patina did to tokens, oldest first. */
  history: storageItem('local', 'history', fittingList(Entry), []),
  /** Revokes that wait, are under way, or ended without the user having been told. */
  revokes: acrossHosts(storageItem('local', 'revokes', fittingList(Revoke), []), notOf),
  /** Tokens on their way to be replaced, and rotations that ended without the user having been told. */
  rotations: acrossHosts(storageItem('local', 'rotations', fittingList(Rotation), []), (all, hostId) =>
    all.flatMap((each) => withoutHost(each, hostId) ?? []),
  ),
  reminders: acrossHosts(storageItem('local', 'reminders', Reminders, NOTHING_TOLD), ({ ranAt, told }, hostId) => ({
    ranAt,
    told: notOf(told, hostId),
  })),
  /** What is true until something changes, so that a worker that wakes need not look at the tokens. */
  agenda: acrossHosts(storageItem('local', 'agenda', z.nullable(Agenda), null), () => null),
  signedOut: acrossHosts(storageItem('local', 'signedOut', fittingList(SignedOut), []), notOf),
  turns: acrossHosts(storageItem('local', 'turns', fittingList(Turn), []), notOf),
  baselines: perHost((hostId) => storageItem('local', `baselines:${hostId}`, fittingList(Baseline), [])),
  strangers: acrossHosts(storageItem('local', 'strangers', fittingList(Stranger), []), notOf),
  settings: acrossHosts(storageItem('local', 'settings', Settings, DEFAULT_SETTINGS), withoutLeave),
  purposes: storageItem('local', 'purposes', Purposes, FIRST_PURPOSES),
  /** Requests that failed lately, for a report of a problem. */
  traces: storageItem('session', 'traces', fittingList(Trace), []),
  /** What is typed into New token and not sent yet. */
  unsent: storageItem('session', 'unsent', z.nullable(Unsent), null),
  /** A secret on the clipboard, as far as clearing it needs. */
  copied: storageItem('session', 'copied', z.nullable(Copied), null),
  /** The same for a browser that is closed before: when the clipboard was to be cleared, and nothing else. */
  clipboardDue: storageItem('local', 'clipboardDue', z.nullable(Instant), null),
  /** New tokens whose secrets the user may not have seen yet, oldest first. */
  minted: acrossHosts(storageItem('session', 'minted', fittingList(Minted), []), notOf),
};
