import * as z from 'zod/mini';

// What is stored may be of another version, or damaged: one part that does not fit must not cost the others.

/** In the place of an item that does not fit, until it is left out. */
const MISFIT = Symbol('misfit');

/** A list of which the items that do not fit are left out. */
export function fittingList<T>(item: z.ZodMiniType<T>): z.ZodMiniType<T[]> {
  const items = z.array(z.catch(item, () => MISFIT as never)); // it leaves the list again in the next line but two
  return z.codec(items, z.array(z.custom<T>()), {
    decode: (read) => read.filter((each) => (each as unknown) !== MISFIT),
    encode: (written) => written,
  });
}
