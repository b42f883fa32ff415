type Due = { at: number; order: number; run: () => unknown };

/** Lets everything go on that waits for nothing else. */
const soon = () => new Promise((resolve) => setImmediate(resolve));

/** A clock that stands still until something is due, and then jumps there. */
export function virtualClock(start: number) {
  let now = start;
  let begun = 0;
  const waiting: Due[] = [];

  function nextDue(): Due | undefined {
    const isEarlier = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.order < b.order);
    return waiting.reduce<Due | undefined>((best, due) => (!best || isEarlier(due, best) ? due : best), undefined);
  }

  return {
    now: () => now,
    /** Runs something so many milliseconds later; answers how to call it off. */
    after: (milliseconds: number, run: () => unknown): (() => void) => {
      const due = { at: now + Math.max(milliseconds, 0), order: begun++, run };
      waiting.push(due);
      return () => {
        const place = waiting.indexOf(due);
        if (place >= 0) waiting.splice(place, 1);
      };
    },
    /** The machine sleeps for so long: what was due meanwhile comes late. */
    sleep: (milliseconds: number) => {
      now += milliseconds;
    },
    /** Lets time pass until `isOver`, or so many milliseconds have; answers whether it is. */
    runUntil: async (isOver: () => boolean, limit: number): Promise<boolean> => {
      const end = now + limit;
      for (await soon(); !isOver(); await soon()) {
        const due = nextDue();
        if (!due || due.at > end) {
          now = end;
          return false;
        }
        waiting.splice(waiting.indexOf(due), 1);
        now = Math.max(now, due.at); // after a sleep it is late
        await due.run();
      }
      return true;
    },
  };
}

export type Clock = ReturnType<typeof virtualClock>;
