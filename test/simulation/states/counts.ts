import { isThorough } from '../../thorough';

/** Whether it is the long proof: `npm run prove:storage`. */
export const isProof = process.env.MODE === 'prove';

/** How many states of storage are tried: in the proof as many as `STATES` says. */
export const STATES = isProof ? Number(process.env.STATES ?? 20_000) : isThorough ? 1_000 : 15;
