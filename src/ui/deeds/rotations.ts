import { call } from '../../contract/call';
import type { Lifetime } from '../../core/draft';
import type { HostId, KnownHost } from '../../core/host';
import { type Minted, placeOf } from '../../core/minting/minted';
import type { Keep, Part, Rotation } from '../../core/rotation/state';
import { nameOf } from '../../platform/in-words/people';
import { message as m } from '../../platform/message';
import { actorOn } from '../actor';
import { type Asked, asked, placeToAsk } from '../stores/asked';
import { hosts } from '../stores/hosts';
import { say, warn } from '../stores/notice';
import { rotations } from '../stores/rotations';
import { doing, explain, refresh, refusing } from './doing';
import { makeOn } from './minting';

const hostOf = (hostId: HostId) => hosts.value.find(({ id }) => id === hostId) ?? null;

type Wanted = { keep: Keep; lifetime: Lifetime; scopes?: string[] };

/**
 * Puts a new token beside this one; where several places are named, one for each, one after the other. A lifetime that is
 * refused is asked for once more.
 */
export async function rotate({ action, row }: Asked, wanted: Wanted, places: KnownHost[] = [row.host]): Promise<void> {
  const { token, host } = row;
  const actors = places.flatMap((place) => actorOn(place) ?? []);
  const [first] = actors;
  const on = actors.map(({ who }) => who);
  const { lifetime, ...others } = wanted;
  const askAgain = refusing({ lifetime }, placeToAsk(), (refused) => {
    asked.value = { action, row, refused, answered: { ...others, places: on.map(({ hostId }) => hostId) } };
  });
  const start = (who: (typeof on)[number]) => call('rotations.start', { ...who, tokenId: token.id, ...wanted, on });
  // What fails is the first new token: its place may be another one than the old one's.
  await makeOn(host, start, (failure, about) => askAgain(failure, first?.name ?? about));
}

/** Makes the new token for one more place, or makes it anew. */
export async function makePart(rotationId: string, { hostId }: Part): Promise<void> {
  await makeOn(hostOf(hostId), (who) => call('rotations.make', { ...who, rotationId }));
}

/** The user took a secret: from then on the time of the old token counts. */
export async function noteTaken(rotation: Rotation | undefined, made: Minted): Promise<void> {
  if (!rotation) return;
  const noted = await call('rotations.handed', placeOf(made));
  if (!noted.ok) explain(noted.failure, '');
}

/** The place whose new token comes next. */
export function nextPart(rotation: Rotation | undefined): Part | undefined {
  return rotation?.stage.state === 'open'
    ? rotation.parts.find(({ progress }) => progress.state === 'planned')
    : undefined;
}

/** With one secret put away, the next token is made. */
export async function goOn(rotation: Rotation | undefined): Promise<void> {
  const next = nextPart(rotations.value.find(({ id }) => id === rotation?.id));
  if (rotation && next) await makePart(rotation.id, next);
}

const ends = {
  confirmed: { begins: 'revoking', ended: 'revoked' },
  cancelled: { begins: 'rotation_cancelling', ended: 'rotation_cancelled' },
} as const;

/** Revokes the old token, or the new ones, and says what became of it. */
export async function endRotation({ id, old }: Rotation, by: 'confirmed' | 'cancelled'): Promise<void> {
  const actor = actorOn(hostOf(old.hostId));
  if (!actor) return;
  const name = nameOf(old);
  const ended = await doing(actor.name, () => {
    say(m(ends[by].begins, name));
    return call('rotations.end', { ...actor.who, rotationId: id, by });
  });
  if (ended?.ok) (ended.value ? say : warn)(m(ended.value ? ends[by].ended : 'rotation_not_ended', name));
  if (ended?.ok === false && ended.failure.kind === 'interrupted') await refresh();
}

export async function leaveOut({ id }: Rotation, { hostId }: Part): Promise<void> {
  const left = await call('rotations.leave-out', { rotationId: id, hostId });
  if (!left.ok) explain(left.failure, '');
}

export async function dismiss({ id }: Rotation): Promise<void> {
  const dismissed = await call('rotations.dismiss', { rotationId: id });
  if (!dismissed.ok) explain(dismissed.failure, '');
}

/** Asks who is signed in to the organizations in which nobody was seen yet. */
export async function lookWhoIsThere(): Promise<void> {
  const unseen = hosts.value.filter(({ kind, identity }) => kind === 'services' && identity === null);
  await Promise.all(unseen.map(({ id }) => call('tokens.refresh', { hostId: id })));
}
