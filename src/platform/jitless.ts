import { config } from 'zod/mini';

// zod would try `new Function` once to see whether it may; the extension's policy forbids it and reports the attempt.
config({ jitless: true });
