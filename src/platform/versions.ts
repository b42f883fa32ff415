import * as z from 'zod/mini';
import type { Aside } from '../core/aside';
import { fittingList } from '../core/fitting';

/** Brings a stored value from one version to the next; `undefined` where it is none of that version. */
export type Step = (stored: unknown) => unknown;

/** What a stored value is: its shape now, what is read where there is none, and how older ones are brought forward. */
export type Kind<T> = {
  schema: z.ZodMiniType<T>;
  fallback: T;
  /** The first leads from version 1 to 2, and so on. One for each change of the schema that a stored value can show. */
  steps?: readonly Step[];
  /** A secret is in it: what cannot be read of it is not kept. */
  isSecret?: true;
};

/** A list, of which one item that does not fit must not cost the others. */
export const listOf = <T>(item: z.ZodMiniType<T>): Kind<T[]> => ({ schema: fittingList(item), fallback: [] });

/** A value that there need not be. */
export const orNull = <T>(schema: z.ZodMiniType<T>): Kind<T | null> => ({ schema: z.nullable(schema), fallback: null });

/** A step: what `from` reads becomes what the next version stores. */
export function step<T>(from: z.ZodMiniType<T>, up: (value: T) => unknown): Step {
  return (stored) => {
    const value = z.safeDecode(from, stored as never); // what is stored is unknown until decoded
    return value.success ? up(value.data) : undefined;
  };
}

const Envelope = z.strictObject({ version: z.int().check(z.minimum(1)), value: z.unknown() });

export const versionOf = <T>({ steps = [] }: Kind<T>): number => 1 + steps.length;

/** A value as it is stored: it says which version it is. */
export function wrap<T>(kind: Kind<T>, value: T): unknown {
  return { version: versionOf(kind), value: z.encode(kind.schema, value) };
}

/** What could be read, of what in the shape of now, and why there is nothing of what is stored. */
export type Read<T> = { value: T; forward: unknown; trouble: 'newer' | 'unreadable' | null };

function opened(stored: unknown): z.output<typeof Envelope> {
  const envelope = z.safeParse(Envelope, stored);
  // Before there were versions a value had no envelope, and the shape of version 1.
  return envelope.success ? envelope.data : { version: 1, value: stored };
}

/** Reads what was stored by whatever version. */
export function unwrap<T>(kind: Kind<T>, stored: unknown): Read<T> {
  const nothing = (trouble: Read<T>['trouble']) => ({ value: kind.fallback, forward: undefined, trouble });
  if (stored === undefined) return nothing(null);
  const { version, value } = opened(stored);
  if (version > versionOf(kind)) return nothing('newer');
  const steps = (kind.steps ?? []).slice(version - 1);
  const forward = steps.reduce((old, bringForward) => bringForward(old), value);
  const read = z.safeDecode(kind.schema, forward as never); // what is stored is unknown until decoded
  return read.success ? { value: read.data, forward, trouble: null } : nothing('unreadable');
}

/** Why what was read is not all of what is stored, if it is not. */
export function troubleOf<T>({ schema }: Kind<T>, { value, forward, trouble }: Read<T>): Aside['why'] | null {
  const isAll = forward === undefined || isWhole(forward, z.encode(schema, value));
  return trouble ?? (isAll ? null : 'in-part');
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether what was read has all that was stored: no item is missing, no field has become another. More may be there. */
function isWhole(stored: unknown, read: unknown): boolean {
  if (Array.isArray(stored) && Array.isArray(read))
    return stored.length === read.length && stored.every((each, index) => isWhole(each, read[index]));
  if (isRecord(stored) && isRecord(read))
    return Object.entries(stored).every(([key, each]) => !(key in read) || isWhole(each, read[key]));
  return stored === read;
}
