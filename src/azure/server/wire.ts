import * as z from 'zod/mini';
import { SecretText } from '../../core/secret';
import { Guid } from '../../core/token';
import { AuthenticatedUser } from '../identity';

/**
 * `connectionData` of a server. `deploymentType` is missing on old ones; hosted ones say 1 or "hosted".
 * Source: server.md 5.
 */
export const ServerConnection = z.object({
  authenticatedUser: AuthenticatedUser,
  instanceId: Guid,
  deploymentId: z.nullish(Guid),
  deploymentType: z.nullish(z.union([z.number(), z.string()])),
});
export type ServerConnection = z.output<typeof ServerConnection>;

/** One endpoint as `OPTIONS` tells of it. Source: server.md 5, "Version". */
export const Location = z.object({
  id: Guid,
  resourceVersion: z.nullish(z.number()),
  minVersion: z.nullish(z.union([z.string(), z.number()])),
  maxVersion: z.nullish(z.union([z.string(), z.number()])),
  releasedVersion: z.nullish(z.union([z.string(), z.number()])),
});
export type Location = z.output<typeof Location>;

export const Locations = z.object({ value: z.nullish(z.array(z.unknown())) });

/** A server's collections. Source: the public REST reference, Core, Project Collections (since TFS 2013). */
export const Collections = z.object({ value: z.array(z.object({ name: z.string() })) });

/** The answer of the older create form. Source: server.md 2. */
export const FormAnswer = z.object({ Token: SecretText });
