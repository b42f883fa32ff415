import { isThorough } from '../../thorough';

/** Whether it is the long proof: `npm run prove`. */
export const isProof = process.env.MODE === 'prove';

/** How many stories are told: in the proof as many as `SCHEDULES` says. */
export const SCHEDULES = isProof ? Number(process.env.SCHEDULES ?? 300_000) : isThorough ? 2_000 : 60;

const byCount = (all: Map<string, number>) => [...all].toSorted(([, one], [, other]) => one - other);

/** How often each kind of trouble came, and each two in one story. */
export function countsOf() {
  let stories = 0;
  const kinds = new Map<string, number>();
  const pairs = new Map<string, number>();
  const more = (all: Map<string, number>, key: string) => all.set(key, (all.get(key) ?? 0) + 1);

  return {
    add: (met: readonly string[]) => {
      stories += 1;
      const own = [...new Set(met)].toSorted();
      for (const kind of own) more(kinds, kind);
      for (const [place, one] of own.entries())
        for (const other of own.slice(place + 1)) more(pairs, `${one} + ${other}`);
    },
    stories: () => stories,
    report: () => {
      const all = (kinds.size * (kinds.size - 1)) / 2;
      const rare = byCount(pairs).slice(0, 5);
      const rows = byCount(kinds).map(([kind, count]) => `${String(count).padStart(8)}  ${kind}`);
      return [
        `${stories} stories, no violation: fewer than ${(3 / stories).toExponential(1)} of such stories have one (95 %).`,
        ...rows,
        `${pairs.size} of ${all} pairs met; the rarest: ${rare.map(([pair, count]) => `${pair} (${count})`).join(', ')}`,
        '',
      ].join('\n');
    },
  };
}
