/** A number between 0 and 1, the same ones at each run: an interval must not differ between two looks at the same figures. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
}

/** A ratio or a plain figure, and where it lies in 95 of 100 cases. */
export type Figure = { value: number; low: number; high: number };

const RESAMPLES = 2_000;

function interval(value: number, resampled: number[]): Figure {
  const sorted = resampled.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? value;
  return { value, low: at(0.025), high: at(0.975) };
}

/** The ratio of two medians, with its bootstrap interval: rounds are drawn again whole, since both were measured in the same. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Figure {
  const rounds = Math.min(ours.length, theirs.length);
  const chance = chances(rounds);
  const resampled = Array.from({ length: RESAMPLES }, () => {
    const drawn = Array.from({ length: rounds }, () => Math.floor(chance() * rounds));
    return median(drawn.map((round) => ours[round] ?? 0)) / median(drawn.map((round) => theirs[round] ?? 0));
  });
  return interval(median(ours) / median(theirs), resampled);
}

export function figureOf(values: readonly number[]): Figure {
  const chance = chances(values.length);
  const draw = () => Array.from(values, () => values[Math.floor(chance() * values.length)] ?? 0);
  return interval(
    median(values),
    Array.from({ length: RESAMPLES }, () => median(draw())),
  );
}

/** The same, in another order each time. */
export function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
