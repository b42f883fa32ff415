import { pausedUntil } from '../../azure/open-host';
import { SECOND } from '../../core/duration';
import type { KnownHost } from '../../core/host';
import { ok, type Result } from '../../core/result';
import { troubled, untroubled } from '../../core/revoke-all/hosts';
import type { Journal } from '../../core/revoke-all/journal';
import type { InSlot, Session } from '../../core/token-host';
import { inBackground } from '../../platform/log';
import { oncePerKey } from '../../platform/once';
import { unseenAccount } from '../connection/account-names';
import { identifyAs, knownHost, onlyAs } from '../connection/connection';
import type { OpenJournal } from './journal';

/** How many requests may go out on one look at who is signed in, and for how long it is believed. */
const SENDS = 40;
const BELIEVE = 2 * SECOND;
/** So few before the end the next look is taken, so that nobody waits for it. */
const EARLY = 5;

type Look = { host: KnownHost; session: Session; left: number; until: number };

/** A clock that was set, ahead or back, ends it. */
function isBelieved({ until }: Look): boolean {
  const left = until - Date.now();
  return left > 0 && left <= BELIEVE;
}

export type Identities = {
  /** The host, where the planned account was just seen signed in there; each answer is for one request. */
  take(place: number): KnownHost | undefined;
  /** Who was seen there, as long as that is believed: a request that had to wait longer looks for itself. */
  seen(place: number): Session | undefined;
  /** The condition of each request. */
  may(place: number, host: KnownHost): InSlot<void>;
  /** Whether what was taken still stands. */
  holds(place: number): boolean;
  /** Something makes one doubt it: nothing more is sent before the next look. */
  doubt(place: number): void;
  /** Looks who is signed in. Where it is another account, or cannot be told, the journal says so. */
  look(place: number): Promise<void>;
};

type Planned = Journal['hosts'][number];

type Seen = Pick<Look, 'host' | 'session'>;

/** The host, if the planned account is signed in there. */
async function lookAs({ hostId, identity }: Planned): Promise<Result<Seen>> {
  const host = await knownHost(hostId);
  if (!host.ok) return host;
  const session = await identifyAs({ ...host.value, identity }, identity.id);
  return session.ok ? ok({ host: host.value, session: session.value }) : session;
}

/** What a look says of a host, written into the journal. */
function noteLook(journal: OpenJournal, place: number, looked: Result<Seen>): void {
  const now = Date.now();
  journal.change((state) =>
    looked.ok ? untroubled(state, place, pausedUntil(looked.value.host)) : troubled(state, place, looked.failure, now),
  );
}

/** Who is signed in on the hosts of a journal, looked at before each batch of requests. */
export function identitiesFor(journal: OpenJournal): Identities {
  const seen = new Map<number, Look>();
  const doubts = new Map<number, number>();
  const once = oncePerKey<number, void>();

  async function ask(place: number): Promise<void> {
    const planned = journal.state().journal.hosts[place];
    if (!planned) return;
    const before = doubts.get(place);
    const looked = await lookAs(planned);
    if (doubts.get(place) !== before) return; // asked before the doubt came up
    if (looked.ok) seen.set(place, { ...looked.value, left: SENDS, until: Date.now() + BELIEVE });
    else seen.delete(place);
    noteLook(journal, place, looked);
    await journal.flush();
  }

  const look = (place: number) => once(place, () => ask(place));

  return {
    look,
    take: (place) => {
      const current = seen.get(place);
      if (!current || current.left <= 0 || !isBelieved(current)) return undefined;
      current.left -= 1;
      if (current.left <= EARLY) inBackground('who is signed in', look(place));
      return current.host;
    },
    seen: (place) => {
      const current = seen.get(place);
      return current && isBelieved(current) ? current.session : undefined;
    },
    may: (place, host) => {
      const identity = journal.state().journal.hosts[place]?.identity ?? null;
      const allowed = onlyAs({ ...host, identity }, identity ?? unseenAccount(''));
      return (session) => {
        const checked = allowed(session);
        return checked.ok ? ok() : checked;
      };
    },
    holds: (place) => seen.has(place),
    doubt: (place) => {
      seen.delete(place);
      doubts.set(place, (doubts.get(place) ?? 0) + 1);
    },
  };
}
