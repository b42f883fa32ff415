import * as z from 'zod/mini';
import { HostId } from '../host';

/** The fields of New token as the user left them, for a popup that was closed over them: any press elsewhere closes it. */
export const Unsent = z.strictObject({
  purpose: z.string(),
  name: z.string(),
  nameTyped: z.boolean(),
  scopes: z.array(z.string()),
  lifetime: z.strictObject({ choice: z.string(), day: z.string() }),
  /** Where the token is to be made. */
  hostId: z.optional(HostId),
});
export type Unsent = z.output<typeof Unsent>;

/** Whether a create asks for the token that was typed. */
export const isTypedFor = (create: { hostId: HostId; name: string }, unsent: Unsent): boolean =>
  create.hostId === unsent.hostId && create.name === unsent.name;
