import { SECOND } from '../core/duration';
import { meaningOf } from '../core/failure-meaning';
import { type Failure, fail, type Result } from '../core/result';
import type { InSlot, Session } from '../core/token-host';
import { LONGEST_WAIT, paced, pauseOf, withRetries } from './pace';

/** So long after its answer it is still believed who is signed in. */
const BELIEVE = 2 * SECOND;
/**
 * A server that asks for a pause whenever it is asked who is signed in was waited for as often before a change goes out, if it
 * is a short one.
 */
const ROUNDS = 2;

/** A place in a server's queue, for a look at who is signed in and for the one change that goes out right after it. */
export class Slot {
  #seenAt: number | null = null;

  /** The server has just answered. */
  answered(): void {
    this.#seenAt = Date.now();
  }

  isFresh(): boolean {
    const age = this.#seenAt === null ? Number.NaN : Date.now() - this.#seenAt;
    return age >= 0 && age <= BELIEVE;
  }

  /** Whether a change may go out now. It is asked once: another one needs a slot of its own. */
  take(): boolean {
    const isFresh = this.isFresh();
    this.#seenAt = null;
    return isFresh;
  }
}

/** Where slots are taken, and how it is asked there who is signed in. */
export type Place = { server: string; identify: (slot: Slot) => Promise<Result<Session>> };

/** `seen`: who was seen there just now, if that is still believed; it is asked for the first slot only. */
type Deed<W> = { ask: InSlot<W>; seen?: () => Session | undefined };

/** One way in which a change can be sent. */
export type Send<W, T> = (what: W, slot: Slot) => Promise<Result<T>>;

const TOO_OLD = () => fail({ kind: 'throttled', until: Date.now() });

/** By which a deed ended before it was sent. */
const ends = new WeakSet<Failure>();

/** Whether a deed ended so by who is signed in, or by who asks, before it was sent: then no other way is tried. */
export function endedBefore(failure: Failure): boolean {
  return ends.has(failure);
}

/**
 * Takes slots for one deed, one for each way that is tried. In a slot it is asked who is signed in, and the change goes
 * out right after that: in one place of the queue, with no pause, no other request and no waiting in between.
 */
export function slotsFor<W>({ server, identify }: Place, { ask, seen }: Deed<W>) {
  let mayHaveSeen = seen;

  async function look(slot: Slot): Promise<Result<Session>> {
    const known = mayHaveSeen?.();
    mayHaveSeen = undefined;
    if (!known) return await identify(slot);
    slot.answered();
    return { ok: true, value: known };
  }

  async function take<T>(send: Send<W, T>): Promise<Result<T>> {
    let rounds = 0;
    let isTroubled = false;
    const round = async () => {
      rounds += 1;
      const slot = new Slot();
      const session = await look(slot);
      isTroubled = !session.ok && meaningOf(session.failure).place === 'troubled';
      const left = pauseOf(server) - Date.now();
      const isReady = slot.isFresh() && left <= 0;
      if (session.ok && !isReady && (rounds < ROUNDS || left > LONGEST_WAIT)) return undefined;
      const asked = session.ok ? ask(session.value) : session;
      if (!asked.ok) {
        ends.add(asked.failure);
        return asked;
      }
      return slot.isFresh() ? await send(asked.value, slot) : TOO_OLD();
    };
    return await withRetries(
      () => paced(server, round),
      () => isTroubled,
    );
  }

  return { take };
}
