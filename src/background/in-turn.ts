let last: Promise<void> = Promise.resolve();

/** Does jobs that must not meet one after the other: looks at tokens, and what is shown on the badge. */
export function inTurn(job: () => Promise<void>): Promise<void> {
  const next = last.then(job);
  last = next.catch(() => undefined); // whoever asked for it hears of it
  return next;
}
