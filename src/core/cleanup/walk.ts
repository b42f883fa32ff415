/** What was decided about a token. */
export type How = 'revoke' | 'rotate' | 'keep' | 'later';

/** How far somebody is in the queue. Tokens are known in it by their keys. */
export type Walk = {
  /** The one in view: it stays there until something is decided, whatever becomes of the queue. */
  at: string | null;
  /** What was decided, oldest first. */
  decided: readonly { key: string; how: How }[];
  /** Those that came back, as their deed has failed: they come last, or whoever is offline would see no others. */
  back: readonly string[];
};

export const AT_START: Walk = { at: null, decided: [], back: [] };

/** What is still to be decided, that in view first; `queue`: the keys of the queue, the worthiest first. */
export function stillOpen({ at, decided, back }: Walk, queue: readonly string[]): string[] {
  const done = new Set(decided.map(({ key }) => key));
  const last = new Set(back);
  const open = queue.filter((key) => key !== at && !done.has(key));
  const ordered = [...open.filter((key) => !last.has(key)), ...back.filter((key) => open.includes(key))];
  return at === null ? ordered : [at, ...ordered];
}

/** Has one in view, if there is one. */
export function settled(walk: Walk, queue: readonly string[]): Walk {
  const [first] = walk.at === null ? stillOpen(walk, queue) : [];
  return first === undefined ? walk : { ...walk, at: first };
}

const goOn = (walk: Walk, queue: readonly string[]) => settled({ ...walk, at: null }, queue);

/** Decides about the one in view, and goes on at once. */
export function decide(walk: Walk, how: How, queue: readonly string[]): Walk {
  const { at } = walk;
  if (at === null) return walk;
  const back = walk.back.filter((key) => key !== at);
  return goOn({ at, decided: [...walk.decided, { key: at, how }], back }, queue);
}

/** Goes on from one that is gone: nothing was decided about it. */
export function leave(walk: Walk, queue: readonly string[]): Walk {
  return goOn(
    walk,
    queue.filter((key) => key !== walk.at),
  );
}

const without = ({ decided }: Walk, key: string) => decided.filter((each) => each.key !== key);

/** Takes a decision back: that token is in view again. */
export const takenBack = (walk: Walk, key: string): Walk => ({ ...walk, decided: without(walk, key), at: key });

/** A deed has failed: its token comes back, after all others. */
export function cameBack(walk: Walk, key: string): Walk {
  const back = [...walk.back.filter((each) => each !== key), key];
  return { ...walk, decided: without(walk, key), back };
}

/** Whoever wants to be asked again is asked about all that was kept or put off. */
export const askedAgain = (walk: Walk): Walk => ({
  ...walk,
  decided: walk.decided.filter(({ how }) => how === 'revoke' || how === 'rotate'),
});
