/** Does a deed when those before it are over, and answers what it answers. */
type InOrder = <T>(deed: () => Promise<T>) => Promise<T>;

/** A queue of its own: of what must not meet, each finds things as the one before has left them. */
export function queue(): InOrder {
  let last: Promise<unknown> = Promise.resolve();
  return (deed) => {
    const done = last.then(deed);
    last = done.catch(() => undefined); // its own caller hears of it; the next one must not
    return done;
  };
}
