import * as z from 'zod/mini';

/** What may be under way, so that erasing everything would lose sight of it. */
export const Unfinished = z.enum(['create', 'change', 'secret', 'clipboard', 'revoke', 'rotation', 'revoke-all']);
export type Unfinished = z.output<typeof Unfinished>;
