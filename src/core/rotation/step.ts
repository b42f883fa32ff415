import { DAY, MINUTE } from '../duration';
import { pauseAskedBy } from '../failure-meaning';
import type { HostId } from '../host';
import { isSame, type Placed } from '../names/placed';
import type { Failure } from '../result';
import { hasAll } from '../snapshot';
import { isSent, mayStillGo, withoutLast, withoutVain, withSent } from './sent';
import { isOf, isRetired, listedSince, progressIn, type Sight, standingIn } from './sight';
import type { Keep, Part, Rotation } from './state';

export type Event =
  | { kind: 'creating'; hostId: HostId; name: string; at: number }
  | ({ kind: 'made'; name: string; at: number } & Placed)
  | { kind: 'refused'; name: string; failure: Failure; at: number }
  /** The user took the secret of a new token. */
  | ({ kind: 'handed'; at: number } & Placed)
  | { kind: 'left-out'; hostId: HostId; at: number }
  /** The user says that the new token has taken the old one's place. */
  | { kind: 'confirmed'; at: number }
  | { kind: 'time-over'; at: number }
  /** Nothing but time has passed, as far as the clock can be believed. */
  | { kind: 'waited'; at: number }
  | { kind: 'cancelled'; at: number }
  | { kind: 'listed'; sight: Sight; at: number }
  /** A revoke is about to be sent. */
  | ({ kind: 'sending'; at: number } & Placed)
  | ({ kind: 'revoked'; at: number } & Placed)
  /** Something that was due could not be done; `null` where it is only not known yet. `undone`: whose revoke surely did nothing. */
  | { kind: 'tried'; failure: Failure | null; at: number; undone?: Placed };

type State = Part['progress']['state'];
type Of<K extends Event['kind']> = Extract<Event, { kind: K }>;
type How = Extract<Rotation['stage'], { state: 'over' }>['how'];

/** The states of a part in which there is, or may be, a token of it. */
const LIVE: readonly State[] = ['creating', 'made', 'lost'];
const LACKING: readonly State[] = ['planned', 'failed', 'gone', 'lost'];
const DONE: readonly State[] = ['made', 'left-out'];

/** When to try again, by the number of tries before. */
const BACKOFF = [1, 2, 5, 15, 60].map((minutes) => minutes * MINUTE);
const KEPT_FOR = { 'until-confirmed': null, 'for-a-day': DAY, 'for-a-week': 7 * DAY } satisfies Record<
  Keep,
  number | null
>;

/** Whether the token of a part may be made (anew), or the part left out. */
export const isLacking = ({ progress }: Part) => LACKING.includes(progress.state);

const hasSome = ({ parts }: Rotation, states: readonly State[]) =>
  parts.some(({ progress }) => states.includes(progress.state));

/** Whether every new token is there, so that the old one can go. */
export function isReady(rotation: Rotation): boolean {
  return rotation.parts.every(({ progress }) => DONE.includes(progress.state)) && hasSome(rotation, ['made']);
}

/** When the time of the old token is over: it begins when the user has every new secret, and not before. */
export function endsAt(rotation: Rotation): number | null {
  const time = KEPT_FOR[rotation.keep];
  if (time === null || rotation.stage.state !== 'open' || !isReady(rotation)) return null;
  const handed = rotation.parts.flatMap(({ progress }) => (progress.state === 'made' ? [progress.handedAt] : []));
  const last = Math.max(...handed.map((at) => at ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(last) ? last + time : null;
}

/** A clock that is put right goes back by less, and so often it is written down what it shows. */
const NO_JUMP = MINUTE;

/** While a time runs, a clock that was set back must not make it longer: nobody can say how much of it is left, so it is over. */
function waited(rotation: Rotation, at: number): Rotation {
  const { stage, parts } = rotation;
  if (stage.state !== 'open' || endsAt(rotation) === null) return rotation;
  const handed = parts.flatMap(({ progress }) => (progress.state === 'made' ? [progress.handedAt ?? 0] : []));
  const seenAt = Math.max(stage.seenAt ?? 0, ...handed);
  if (at < seenAt - NO_JUMP) return enter(rotation, 'replacing');
  return at < seenAt + NO_JUMP ? rotation : { ...rotation, stage: { state: 'open', seenAt: at } };
}

function withParts(rotation: Rotation, change: (part: Part) => Part['progress']): Rotation {
  return { ...rotation, parts: rotation.parts.map((part) => ({ ...part, progress: change(part) })) };
}

const over = (rotation: Rotation, how: How, at: number): Rotation => ({
  ...rotation,
  stage: { state: 'over', how, at },
  retry: null,
});

const spared = { stage: { state: 'open' }, retry: null } as const;

/** What a list says of the old token, which ends the rotation when that works no more. */
function oldIn(rotation: Rotation, sight: Sight): Rotation {
  const { old, stage } = rotation;
  if (stage.state === 'over' || !isOf(sight, old) || hasSome(rotation, ['creating'])) return rotation;
  const standing = standingIn(sight, old.tokenId, listedSince(old, sight));
  const isGone = standing === 'revoked' || standing === 'expired';
  if (stage.state === 'replacing' && standing === 'revoked') return over(rotation, 'replaced', sight.askedAt);
  // A list that does not have all may lack what tells that a revoke of ours has ended it.
  const isTold = standing !== 'unsure' || hasAll(sight) || !isSent(rotation, old);
  if (isGone || (stage.state === 'cancelling' && isTold && isRetired(sight, old)))
    return over(rotation, 'old-gone', sight.askedAt);
  if (standing !== 'working') return rotation;
  const oldInDoubt = rotation.oldInDoubt && mayStillGo(rotation, old, sight.askedAt);
  // It is there, and a new one is not any more: so it must stay.
  if (stage.state === 'replacing' && !isReady(rotation)) return { ...rotation, ...spared, oldInDoubt };
  return stage.state === 'replacing' ? rotation : { ...rotation, oldInDoubt };
}

/** A rotation of which no token is left has nothing to do, once it is sure that the old one stands. */
function settled(rotation: Rotation, at: number): Rotation {
  const { stage, oldInDoubt } = rotation;
  if (stage.state === 'over' || stage.state === 'replacing') return rotation;
  if (!oldInDoubt && !hasSome(rotation, LIVE))
    return over(rotation, stage.state === 'cancelling' ? 'cancelled' : 'not-made', at);
  return stage.state === 'open' && !hasSome(rotation, ['creating']) ? { ...rotation, retry: null } : rotation;
}

const enter = (rotation: Rotation, state: 'replacing' | 'cancelling'): Rotation => ({
  ...rotation,
  stage: { state },
  retry: null,
  oldInDoubt: rotation.oldInDoubt || state === 'replacing',
});

/** Whether a token is the one of this part. */
const isPartOf = ({ hostId, progress }: Part, of: Placed) =>
  'tokenId' in progress && isSame({ hostId, tokenId: progress.tokenId }, of);

const steps: { [K in Event['kind']]: (rotation: Rotation, event: Of<K>) => Rotation } = {
  creating: (rotation, { hostId, name, at }) => {
    const isMeant = (part: Part) => part.hostId === hostId && isLacking(part);
    if (rotation.stage.state !== 'open') return rotation;
    const progress = { state: 'creating' as const, since: at };
    return { ...rotation, parts: rotation.parts.map((part) => (isMeant(part) ? { ...part, name, progress } : part)) };
  },
  made: (rotation, { name, hostId, tokenId, at }) =>
    withParts(rotation, (part) =>
      part.name === name && part.hostId === hostId && part.progress.state === 'creating'
        ? { state: 'made', tokenId, at, handedAt: null }
        : part.progress,
    ),
  refused: (rotation, { name, failure }) =>
    withParts(rotation, (part) =>
      part.name === name && part.progress.state === 'creating' ? { state: 'failed', failure } : part.progress,
    ),
  handed: (rotation, event) =>
    withParts(rotation, (part) =>
      part.progress.state === 'made' && isPartOf(part, event) && part.progress.handedAt === null
        ? { ...part.progress, handedAt: event.at }
        : part.progress,
    ),
  'left-out': (rotation, { hostId }) =>
    withParts(rotation, (part) =>
      part.hostId === hostId && rotation.stage.state === 'open' && isLacking(part)
        ? { state: 'left-out' }
        : part.progress,
    ),
  confirmed: (rotation) => (isReady(rotation) ? enter(rotation, 'replacing') : rotation),
  'time-over': (rotation, { at }) =>
    (endsAt(rotation) ?? Number.POSITIVE_INFINITY) <= at ? enter(rotation, 'replacing') : rotation,
  waited: (rotation, { at }) => waited(rotation, at),
  cancelled: (rotation) => enter(rotation, 'cancelling'),
  listed: (rotation, { sight }) =>
    withoutVain(
      oldIn(
        withParts(rotation, (part) => progressIn(sight, part)),
        sight,
      ),
      sight,
    ),
  sending: withSent,
  revoked: (rotation, event) => {
    if (isSame(rotation.old, event))
      return over(rotation, rotation.stage.state === 'replacing' ? 'replaced' : 'old-gone', event.at);
    return withParts(rotation, (part) => (isPartOf(part, event) ? { state: 'gone' } : part.progress));
  },
  tried: (rotation, { failure, at, undone }) => {
    const tries = rotation.retry?.tries ?? 0;
    const next = at + (BACKOFF[Math.min(tries, BACKOFF.length - 1)] ?? 0);
    return {
      ...(undone ? withoutLast(rotation, undone) : rotation),
      retry: { tries: tries + 1, at: Math.max(next, pauseAskedBy(failure)), failure },
    };
  },
};

const isAsBefore = (one: Rotation, other: Rotation) => JSON.stringify(one) === JSON.stringify(other);

/** The rotation after something has happened; what changes nothing, as what makes no sense in its state, answers the same one. */
export function step<K extends Event['kind']>(rotation: Rotation, event: Of<K>): Rotation {
  if (rotation.stage.state === 'over') return rotation;
  const take: (rotation: Rotation, event: Of<K>) => Rotation = steps[event.kind as K]; // the table is indexed by its own kind
  const next = settled(take(rotation, event), event.at);
  return isAsBefore(next, rotation) ? rotation : next;
}
