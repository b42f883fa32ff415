import type { Doors, FoundDoors } from '../core/doors/doors';
import type { Result } from '../core/result';

/** Where it is remembered, between requests, which doors of a host were found open. */
export type DoorMemory = {
  recall(): Promise<Doors>;
  remember(found: FoundDoors): Promise<void>;
  /** Lets something be learned that nobody waits for. */
  meanwhile(learning: Promise<unknown>): void;
};

/**
 * A page provider whose answer cannot be read may have made a token all the same: the list tells, and the next create
 * goes elsewhere. Source: services.md, Readings 4.
 */
export async function rememberUnread<T>(memory: DoorMemory, created: Result<T>): Promise<Result<T>> {
  if (!created.ok && created.failure.kind === 'misfit') await memory.remember({ pageProvider: false });
  return created;
}
