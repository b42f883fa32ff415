type Due = { at: number; order: number; run: (() => unknown) | null };

/** That loop has its turn: a process that tells stories hears and forgets what it has to. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

const SETTLED = Promise.resolve();

const isEarlier = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.order < b.order);

/** What waits, as a heap: a story of a day has thousands that are called off, as every request's limit is. */
function earliestFirst() {
  const heap: Due[] = [];

  function rise(place: number, due: Due): void {
    let here = place;
    for (let above = (here - 1) >> 1; here > 0; above = (here - 1) >> 1) {
      const parent = heap[above];
      if (!parent || isEarlier(parent, due)) break;
      heap[here] = parent;
      here = above;
    }
    heap[here] = due;
  }

  function sink(due: Due): void {
    let here = 0;
    for (;;) {
      const [left, right] = [heap[2 * here + 1], heap[2 * here + 2]];
      const isRight = left !== undefined && right !== undefined && isEarlier(right, left);
      const child = isRight ? right : left;
      if (!child || isEarlier(due, child)) break;
      heap[here] = child;
      here = 2 * here + (isRight ? 2 : 1);
    }
    heap[here] = due;
  }

  function take(): Due | undefined {
    const [first] = heap;
    const last = heap.pop();
    if (last && heap.length > 0) sink(last);
    return first;
  }

  return {
    add: (due: Due) => rise(heap.length, due),
    /** The first that is due by then and was not called off. */
    takeBefore: (end: number): Due | undefined => {
      for (let first = heap[0]; first && (first.run === null || first.at <= end); first = heap[0]) {
        take();
        if (first.run !== null) return first;
      }
      return undefined;
    },
  };
}

/** A clock that stands still until something is due, and then jumps there. */
export function virtualClock(start: number) {
  let now = start;
  let begun = 0;
  const waiting = earliestFirst();

  return {
    now: () => now,
    /** Runs something so many milliseconds later; answers how to call it off. */
    after: (milliseconds: number, run: () => unknown): (() => void) => {
      const due: Due = { at: now + Math.max(milliseconds, 0), order: begun++, run };
      waiting.add(due);
      return () => {
        due.run = null;
      };
    },
    /** The machine sleeps for so long: what was due meanwhile comes late. */
    sleep: (milliseconds: number) => {
      now += milliseconds;
    },
    /** Lets time pass until `isOver`, or so many milliseconds have; answers whether it is. */
    runUntil: async (isOver: () => boolean, limit: number): Promise<boolean> => {
      const end = now + limit;
      await turn();
      return await new Promise<boolean>((resolve, reject) => {
        // After all promises that wait for nothing else, without a turn of the machine's own loop of events: ticks that are
        // asked for by a tick come before them. No loop that awaits: a story has thousands of moments.
        const later = () => process.nextTick(next);
        const goOn = () => void SETTLED.then(later);
        const next = () => {
          try {
            if (isOver()) return resolve(true);
            const due = waiting.takeBefore(end);
            if (!due) {
              now = end;
              return resolve(false);
            }
            now = Math.max(now, due.at); // after a sleep it is late
            const doing = due.run?.();
            if (doing instanceof Promise) doing.then(goOn, reject);
            else goOn();
          } catch (error) {
            reject(error);
          }
        };
        later();
      });
    },
  };
}

export type Clock = ReturnType<typeof virtualClock>;
