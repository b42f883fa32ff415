/** The browser's chance, but the same in each telling: a story is told again by its steps alone. */
export function chanceFrom(seed: number) {
  let state = seed;

  /** From 0 to 1: mulberry32. */
  function random(): number {
    state = (state + 0x6d2b79f5) | 0;
    const once = Math.imul(state ^ (state >>> 15), 1 | state);
    const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once;
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32;
  }

  const hex = (digits: number) => Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');

  return {
    crypto: {
      randomUUID: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
      getRandomValues: (bytes: Uint8Array) => bytes.map(() => Math.floor(random() * 256)),
    },
    Math: Object.assign(Object.create(Math) as Math, { random }),
  };
}
