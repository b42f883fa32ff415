/** Does a deed when those before it are over, and answers what it answers. */
type InTurn = <T>(deed: () => Promise<T>) => Promise<T>;

/** A queue of its own: of what must not meet, each finds things as the one before has left them. */
export function queue(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (deed) => {
    const turn = last.then(deed);
    last = turn.catch(() => undefined); // its own caller hears of it; the next one must not
    return turn;
  };
}
