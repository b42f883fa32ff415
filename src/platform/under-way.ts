import { wait } from './wait';

/** What the worker is doing. */
const running = new Set<Promise<unknown>>();

let shut: Promise<void> | null = null;

/** As long as it is decided whether everything is erased. */
const deciding = new Set<Promise<void>>();

/** Counts a deed as under way until it ends, well or badly. */
export function underWay<T>(deed: Promise<T>): Promise<T> {
  running.add(deed);
  const ended = () => void running.delete(deed);
  deed.then(ended, ended);
  return deed;
}

/** Whether everything is being erased: nothing is written then, and nothing sent. */
export function isShut(): boolean {
  return shut !== null;
}

/** Does a deed once nothing is being erased any more, nor about to be. */
export async function whenOpen<T>(deed: () => Promise<T>): Promise<T> {
  const next = () => shut ?? [...deciding][0];
  for (let held = next(); held !== undefined; held = next()) await held;
  return await underWay(deed());
}

/** Decides whether to erase, and does it, while nothing new begins: what was looked at stays so. */
export async function whileNothingBegins<T>(decide: () => Promise<T>): Promise<T> {
  let open = () => {};
  const held = new Promise<void>((resolve) => {
    open = resolve;
  });
  deciding.add(held);
  try {
    return await decide();
  } finally {
    deciding.delete(held);
    open();
  }
}

async function rest(): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running);
}

/** So long it is waited for what is under way before it is erased all the same. */
const PATIENCE = 1_000;

/**
 * Does `erase` while nothing can be written or sent. What is under way by then may end, and stays without effect: until
 * it has ended nothing new begins, and then it is erased once more. Answers after the first time.
 */
export async function shutWhile(erase: () => Promise<void>, then: () => void): Promise<void> {
  let open = () => {};
  shut = new Promise((resolve) => {
    open = resolve;
  });
  const reopen = () => {
    shut = null;
    open();
    then();
  };
  const atRest = rest();
  await Promise.race([atRest, wait(PATIENCE)]);
  const isAtRest = running.size === 0;
  await erase().catch((error: unknown) => {
    reopen();
    throw error;
  });
  if (isAtRest) reopen();
  else void atRest.then(erase).finally(reopen);
}
