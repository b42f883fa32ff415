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

/** A record of which the entries that do not fit, by key or by value, are left out. */
export function fittingRecord<T>(key: z.ZodMiniType<string>, value: z.ZodMiniType<T>) {
  return z.codec(z.record(z.string(), z.unknown()), z.record(z.string(), z.custom<T>()), {
    decode: (record) =>
      Object.fromEntries(
        Object.entries(record).flatMap(([name, each]) => {
          const read = z.safeDecode(value, each as never); // what is stored is unknown until decoded
          return read.success && z.safeDecode(key, name as never).success ? [[name, read.data] as const] : [];
        }),
      ),
    encode: (record) => Object.fromEntries(Object.entries(record).map(([name, each]) => [name, z.encode(value, each)])),
  });
}
