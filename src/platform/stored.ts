import * as z from 'zod/mini';
import { Turn } from '../core/checks/turn';
import { Spared } from '../core/cleanup/spared';
import { Copied } from '../core/clipboard';
import { Event } from '../core/diagnostics/event';
import { Trace } from '../core/diagnostics/trace';
import { Print } from '../core/doctor/print';
import { Doors } from '../core/doors/doors';
import { FoundWays } from '../core/doors/way';
import { Guard, NO_GUARD } from '../core/guard/guard';
import { Entry } from '../core/history';
import { HostId, Identity, KnownHost } from '../core/host';
import { Pending } from '../core/hosts/address';
import { Intent } from '../core/minting/intent';
import { Limits } from '../core/minting/limits';
import { Minted } from '../core/minting/minted';
import { Unsent } from '../core/minting/unsent';
import { FIRST_PURPOSES, Purposes } from '../core/purposes/purposes';
import { HandOver, NOTHING_HANDED_OVER } from '../core/recipes/hand-over';
import { Agenda, SignedOut } from '../core/reminders/agenda';
import { OtherAccount } from '../core/reminders/other-account';
import { NOTHING_TOLD, Reminders } from '../core/reminders/told';
import { Revoke } from '../core/revoke';
import { Roaming, withoutNames } from '../core/roaming/state';
import { withoutHost } from '../core/rotation/roles';
import { Rotation } from '../core/rotation/state';
import { DEFAULT_SETTINGS, Settings, WithBareIds, withHosts, withoutLeave } from '../core/settings';
import { NOTHING_READ, Reading } from '../core/snapshot';
import { Always } from '../core/strangers/always';
import { EndedElsewhere } from '../core/strangers/ended-elsewhere';
import { Baseline, Stranger } from '../core/strangers/stranger';
import { Instant } from '../core/token';
import { acrossHosts, madeOfHosts, notOf, perHost } from './of-host';
import { storageItem } from './storage-item';
import { headKind, readingOf, tokensKind } from './stored-reading';
import { listOf, orNull, step } from './versions';

/**
 * Every stored value of the extension, but for those of a revoke-all (`stored-revoke-all.ts`). A secret has a place in
 * session memory only. What is of one host, or names some, says so (`of-host.ts`), and is forgotten with them; only the
 * history and a revoke-all outlive a host, as PRIVACY.md says.
 */
export const stored = {
  hosts: acrossHosts(storageItem('local', 'hosts', listOf(KnownHost)), (hosts, hostId) =>
    hosts.filter(({ id }) => id !== hostId),
  ),
  /** The host that the popup showed last. */
  chosenHost: acrossHosts(storageItem('local', 'chosenHost', orNull(HostId)), (chosen, hostId) =>
    chosen === hostId ? null : chosen,
  ),
  reading: readingOf(perHost('reading', headKind), perHost('tokens', tokensKind)),
  /** A list that the disk did not take, so that it is shown all the same. */
  unsaved: perHost('unsaved', { schema: Reading, fallback: NOTHING_READ }, 'session'),
  /** Whom the screens have shown as signed in on a host, in this session of the browser: what is told of a press names them. */
  seenAccounts: perHost('seenAccounts', listOf(Identity), 'session'),
  /** Which endpoints of a host were found to answer. */
  doors: perHost('doors', orNull(Doors)),
  /** In which ways a host was found to take what is asked of it. */
  ways: perHost('ways', orNull(FoundWays)),
  /** What a host was found to allow. */
  limits: perHost('limits', orNull(Limits)),
  /** By which tokens that were made here are known again, and what salts that: chosen once, gone with everything. */
  prints: perHost('prints', listOf(Print)),
  salt: storageItem('local', 'salt', orNull(z.string())),
  /** The tokens that Clean up does not ask about. */
  spared: perHost('spared', listOf(Spared)),
  /** What was filled in for a tool, for the next token. */
  handOver: perHost('handOver', { schema: HandOver, fallback: NOTHING_HANDED_OVER }),
  intents: acrossHosts(storageItem('local', 'intents', listOf(Intent)), notOf),
  /** What Patina did to tokens, oldest first. */
  history: storageItem('local', 'history', listOf(Entry)),
  /** Revokes that wait, are under way, or ended without the user having been told. */
  revokes: acrossHosts(storageItem('local', 'revokes', listOf(Revoke)), notOf),
  /** Tokens on their way to be replaced, and rotations that ended without the user having been told. */
  rotations: acrossHosts(storageItem('local', 'rotations', listOf(Rotation)), (all, hostId) =>
    all.flatMap((each) => withoutHost(each, hostId) ?? []),
  ),
  reminders: acrossHosts(
    storageItem('local', 'reminders', { schema: Reminders, fallback: NOTHING_TOLD }),
    ({ ranAt, told }, hostId) => ({
      ranAt,
      told: notOf(told, hostId),
    }),
  ),
  /** What is true until something changes, so that a worker that wakes need not look at the tokens. */
  agenda: madeOfHosts(storageItem('local', 'agenda', orNull(Agenda)), null),
  signedOut: acrossHosts(storageItem('local', 'signedOut', listOf(SignedOut)), notOf),
  turns: acrossHosts(storageItem('local', 'turns', listOf(Turn)), notOf),
  baselines: perHost('baselines', listOf(Baseline)),
  /** When the tokens of accounts end that were signed in before. */
  otherAccounts: perHost('otherAccounts', listOf(OtherAccount)),
  /** Tokens that worked, and that somebody has revoked, until the user has been told. */
  endedElsewhere: acrossHosts(storageItem('local', 'endedElsewhere', listOf(EndedElsewhere)), notOf),
  /** What a new token has to look like to be the user's own. */
  always: perHost('always', listOf(Always)),
  strangers: acrossHosts(storageItem('local', 'strangers', listOf(Stranger)), notOf),
  settings: acrossHosts(
    storageItem('local', 'settings', {
      schema: Settings,
      fallback: DEFAULT_SETTINGS,
      steps: [step(WithBareIds, withHosts)],
    }),
    withoutLeave,
  ),
  /** What of both went to the user's other browsers, and came from them. */
  roaming: acrossHosts(storageItem('local', 'roaming', orNull(Roaming)), (roaming, hostId) =>
    roaming === null ? null : withoutNames(roaming, hostId),
  ),
  purposes: storageItem('local', 'purposes', { schema: Purposes, fallback: FIRST_PURPOSES }),
  /** Sites on which the paste guard asks. */
  guard: storageItem('local', 'guard', { schema: Guard, fallback: NO_GUARD }),
  /** The version of Patina that has gone on, in this session of the browser, with all that was under way before it. */
  started: storageItem('session', 'started', orNull(z.string())),
  /** Requests that failed lately, for a report of a problem. */
  traces: storageItem('session', 'traces', listOf(Trace)),
  /** What happened beside them, for the same. */
  events: storageItem('session', 'events', listOf(Event)),
  /** An address that waits to be added. */
  pending: storageItem('session', 'pending', orNull(Pending)),
  /** Tabs that were opened for one request, and are to be closed. */
  borrowedTabs: storageItem('session', 'borrowedTabs', listOf(z.int())),
  /** What is typed into New token and not sent yet. */
  unsent: acrossHosts(storageItem('session', 'unsent', orNull(Unsent)), (unsent, hostId) =>
    unsent?.hostId === hostId ? null : unsent,
  ),
  /** A secret on the clipboard, as far as clearing it needs. */
  copied: storageItem('session', 'copied', orNull(Copied)),
  /** The same for a browser that is closed before: when the clipboard was to be cleared, and nothing else. */
  clipboardDue: storageItem('local', 'clipboardDue', orNull(Instant)),
  /** New tokens whose secrets the user may not have seen yet, oldest first. */
  minted: acrossHosts(storageItem('session', 'minted', { ...listOf(Minted), isSecret: true }), notOf),
};
