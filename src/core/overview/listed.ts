import type { Token } from '../token';

/** A token where it was found, and the time (milliseconds since 1970) by the clock of that server. */
export type Listed = { token: Token; host: { name: string }; now: number };
