import * as z from 'zod/mini';

// What is stored may be of another version, or damaged: one part that does not fit must not cost the others.

/** A list of which the items that do not fit are left out. */
export function fittingList<T>(item: z.ZodMiniType<T>): z.ZodMiniType<T[]> {
  return z.codec(z.array(z.unknown()), z.array(z.custom<T>()), {
    decode: (items) =>
      items.flatMap((each) => {
        const read = z.safeDecode(item, each as never); // what is stored is unknown until decoded
        return read.success ? [read.data] : [];
      }),
    encode: (items) => items.map((each) => z.encode(item, each)),
  });
}
