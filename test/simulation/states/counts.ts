import { isThorough } from '../../thorough';
import { isProof } from '../mixed/counts';

export { isProof };

/** How many states of storage are tried: in the proof as many as `STATES` says. */
export const STATES = isProof ? Number(process.env.STATES ?? 20_000) : isThorough ? 1_000 : 15;
