import fc from 'fast-check';
import { isProof, isThorough } from '../thorough';

// `npm test` tries the same each time, so that nobody's change is red by chance: what is new is found by the commands that
// have time for it, which draw anew.
if (!isThorough && !isProof) fc.configureGlobal({ seed: 2026 });
