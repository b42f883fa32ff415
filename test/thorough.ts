/** Whether everything is tried that can be, as `npm run unit:thorough` does, or as much of it as a minute has room for. */
export const isThorough = process.env.MODE === 'thorough';

/** Whether it is one of the long proofs, which are commands of their own. */
export const isProof = process.env.MODE === 'prove';
