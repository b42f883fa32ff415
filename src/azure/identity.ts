import * as z from 'zod/mini';
import type { Identity } from '../core/host';
import { Guid } from '../core/token';
import { Name } from './row';

/** The account in an answer of `connectionData`. Sources: services.md 4.1; server.md 5. */
export const AuthenticatedUser = z.object({
  id: z.union([Guid, z.literal('')]),
  providerDisplayName: z.nullish(Name),
  subjectDescriptor: z.catch(z.nullish(z.string()), null),
  properties: z.catch(z.nullish(z.object({ Account: z.nullish(z.object({ $value: z.nullish(Name) })) })), null),
});
type AuthenticatedUser = z.output<typeof AuthenticatedUser>;

/** What the first part of a descriptor says of an account. Source: services.md 4.1, "aad.<b64> / msa.<b64>". */
const KINDS: ReadonlyMap<string, 'work' | 'personal'> = new Map([
  ['aad', 'work'],
  ['msa', 'personal'],
]);

export function identityOf({ id, providerDisplayName, subjectDescriptor, properties }: AuthenticatedUser): Identity {
  const account = properties?.Account?.$value;
  const kind = KINDS.get(subjectDescriptor?.split('.')[0] ?? '');
  return { id, name: providerDisplayName || id, ...(account && { account }), ...(kind && { kind }) };
}
