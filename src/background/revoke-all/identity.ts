import { pausedUntil } from '../../azure/open-host';
import { SECOND } from '../../core/duration';
import type { KnownHost } from '../../core/host';
import { troubled, untroubled } from '../../core/revoke-all/hosts';
import { inBackground } from '../../platform/log';
import { identifyAs, knownHost } from '../connection/connection';
import type { OpenJournal } from './journal';

/** How many requests may go out on one look at who is signed in, and for how long it is believed. */
const SENDS = 40;
const BELIEVE = 10 * SECOND;
/** So few before the end the next look is taken, so that nobody waits for it. */
const EARLY = 5;

type Look = { host: KnownHost; left: number; until: number };

export type Identities = {
  /** The host, where the planned account was just seen signed in there; each answer is for one request. */
  take(place: number): KnownHost | undefined;
  /** Whether what was taken still stands. */
  holds(place: number): boolean;
  /** Something makes one doubt it: nothing more is sent before the next look. */
  doubt(place: number): void;
  /** Looks who is signed in. Where it is another account, or cannot be told, the journal says so. */
  look(place: number): Promise<void>;
};

/** Who is signed in on the hosts of a journal, looked at before each batch of requests. */
export function identitiesFor(journal: OpenJournal): Identities {
  const seen = new Map<number, Look>();
  const looking = new Map<number, Promise<void>>();
  const doubts = new Map<number, number>();

  async function ask(place: number): Promise<void> {
    const planned = journal.state().journal.hosts[place];
    if (!planned) return;
    const { hostId, identity } = planned;
    const asked = doubts.get(place);
    const host = await knownHost(hostId);
    const session = host.ok ? await identifyAs({ ...host.value, identity }, identity.id) : host;
    if (doubts.get(place) !== asked) return; // asked before the doubt came up
    const now = Date.now();
    if (host.ok && session.ok) {
      seen.set(place, { host: host.value, left: SENDS, until: now + BELIEVE });
      journal.change((state) => untroubled(state, place, pausedUntil(host.value)));
    } else if (!session.ok) {
      seen.delete(place);
      journal.change((state) => troubled(state, place, session.failure, now));
    }
    await journal.flush();
  }

  function look(place: number): Promise<void> {
    const running = looking.get(place) ?? ask(place).finally(() => looking.delete(place));
    looking.set(place, running);
    return running;
  }

  return {
    look,
    take: (place) => {
      const current = seen.get(place);
      if (!current || current.left <= 0 || current.until <= Date.now()) return undefined;
      current.left -= 1;
      if (current.left <= EARLY) inBackground('who is signed in', look(place));
      return current.host;
    },
    holds: (place) => seen.has(place),
    doubt: (place) => {
      seen.delete(place);
      doubts.set(place, (doubts.get(place) ?? 0) + 1);
    },
  };
}
