/** How often each kind of trouble came over a story, and each two over one story. */
export type Counts = { stories: number; kinds: Record<string, number>; pairs: Record<string, number> };

export const noCounts = (): Counts => ({ stories: 0, kinds: {}, pairs: {} });

const more = (all: Record<string, number>, key: string, by = 1) => {
  all[key] = (all[key] ?? 0) + by;
};

export function count(counts: Counts, met: readonly string[]): void {
  counts.stories += 1;
  const own = [...new Set(met)].toSorted();
  for (const kind of own) more(counts.kinds, kind);
  for (const [place, one] of own.entries())
    for (const other of own.slice(place + 1)) more(counts.pairs, `${one} + ${other}`);
}

export function together(all: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const { stories, kinds, pairs } of all) {
    sum.stories += stories;
    for (const [kind, number] of Object.entries(kinds)) more(sum.kinds, kind, number);
    for (const [pair, number] of Object.entries(pairs)) more(sum.pairs, pair, number);
  }
  return sum;
}

/** Of 300,000 stories each kind comes over a thousand, and each pair over fifty; of fewer, over as many fewer. */
const leastOf = (stories: number) => ({ kind: stories / 300, pair: Math.floor(stories / 6_000) });

const sorted = (all: Record<string, number>) => Object.entries(all).toSorted(([, one], [, other]) => one - other);

/** What is below its least: a proof that has not met it has not shown it. `all`: every kind that there is. */
export function missingIn({ stories, kinds, pairs }: Counts, all: readonly string[]): string[] {
  const least = leastOf(stories);
  const rare = all.filter((kind) => (kinds[kind] ?? 0) < least.kind).map((kind) => `${kind}: ${kinds[kind] ?? 0}`);
  const order = all.toSorted();
  const met = order.flatMap((one, place) => order.slice(place + 1).map((other) => `${one} + ${other}`));
  return [
    ...rare,
    ...met.filter((pair) => (pairs[pair] ?? 0) < least.pair).map((pair) => `${pair}: ${pairs[pair] ?? 0}`),
  ];
}

export function report({ stories, kinds, pairs }: Counts, all: readonly string[]): string {
  const rows = sorted(kinds).map(([kind, number]) => `${String(number).padStart(8)}  ${kind}`);
  const rarest = sorted(pairs).slice(0, 5);
  return [
    ...rows,
    `${Object.keys(pairs).length} of ${(all.length * (all.length - 1)) / 2} pairs met; the rarest: ${rarest.map(([pair, number]) => `${pair} (${number})`).join(', ')}`,
    `${stories} stories`,
  ].join('\n');
}
